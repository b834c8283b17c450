import { isEmail } from '../email';
import type { CertifCode, CertifField } from './session';

/** What a rule says of one value, before it is tied to its subject. */
export interface ValueFinding {
  readonly code: CertifCode;
  readonly field: CertifField | null;
  readonly seen: string;
}

const LONGEST = 255;

/** The rules of any text that goes into the file: neither a formula for whoever opens it, nor longer than Pix keeps. */
export function checkText(field: CertifField, text: string): ValueFinding[] {
  const value = text.trim();
  const findings: ValueFinding[] = [];
  if (/^[=+\-@\t\r]/.test(value)) findings.push({ code: 'TEXT_LIKE_A_FORMULA', field, seen: value });
  if (value.length > LONGEST) findings.push({ code: 'TEXT_TOO_LONG', field, seen: value });
  return findings;
}

/** A text that must not be empty. */
export function checkRequired(field: CertifField, text: string, code: CertifCode): ValueFinding[] {
  return text.trim() === '' ? [{ code, field, seen: '' }] : checkText(field, text);
}

/** An optional address. */
export function checkEmail(field: CertifField, text: string, code: CertifCode): ValueFinding[] {
  const value = text.trim();
  if (value === '') return [];
  return isEmail(value) ? checkText(field, value) : [{ code, field, seen: value }];
}

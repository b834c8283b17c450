import { matchKey } from '../workbook/text-match';
import { escapeHtml, oneLine, severalLines } from './plain-words';

/** A message as staff write it: `{{Prénom}}` stands for the first name of whom it is sent to. */
export interface Template {
  readonly subject: string;
  readonly text: string;
}

/** Values of the fields, by name. Only `{{Sessions}}` and the like have several lines. */
export type FieldValues = ReadonlyMap<string, string>;

/** A message ready to leave. */
export interface WrittenMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const FIELD = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** Names of the fields that a template uses and that do not exist, as they are written. */
export function unknownFields({ subject, text }: Template, known: readonly string[]): readonly string[] {
  const keys = new Set(known.map(matchKey));
  const used = [...`${subject}\n${text}`.matchAll(FIELD)].map((match) => match[1] ?? '');
  return [...new Set(used.filter((name) => !keys.has(matchKey(name))))];
}

/**
 * Fills a template. A value is never read as a template, nor as HTML, and makes no line of a header; a line that holds
 * only fields without a value is left out.
 */
export function fillTemplate(template: Template, values: FieldValues): WrittenMessage {
  const byKey = new Map([...values].map(([name, value]) => [matchKey(name), value]));
  const fill = (text: string): string =>
    text.replace(FIELD, (whole: string, name: string) => byKey.get(matchKey(name)) ?? whole);
  const lines = severalLines(template.text)
    .split('\n')
    .filter((line) => !FIELD_ONLY.test(line) || fill(line).trim() !== '')
    .map(fill);
  const text = severalLines(lines.join('\n')).replace(/\n{3,}/g, '\n\n');
  const subject = oneLine(fill(oneLine(template.subject, 500)));
  return { subject, text, html: htmlOf(text) };
}

/** A line of fields and signs only: nothing is left of it when the fields are empty. */
const FIELD_ONLY = /^\s*(?:\{\{[^{}]{1,60}\}\}\s*)+$/;

/** Paragraphs of a text as sober HTML that reads well in any mail program. */
function htmlOf(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 1em">${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('');
  return `<div lang="fr" style="font:15px/1.5 Arial,Helvetica,sans-serif;color:#1f2430;max-width:40em">${paragraphs}</div>`;
}

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
    .map(paragraphOf)
    .join('');
  return `<div lang="fr" style="font:15px/1.5 Arial,Helvetica,sans-serif;color:#1f2430;max-width:40em">${paragraphs}</div>`;
}

/** A line of a list, as people type it. */
const ITEM = /^\s*[-•] +(.+)$/;
/** *Date : lundi 11 janvier 2027*. */
const FACT = /^([^:]{1,40}[ \u00a0]: )(.+)$/;
/** An address alone on its line can be followed; one inside what a stranger typed stays words. */
const LINK = /^https:\/\/\S+$/;

/** Lines that begin with a dash are a list; where several lines say a fact each, the facts stand out. */
function paragraphOf(paragraph: string): string {
  const lines = paragraph.split('\n');
  const facts = lines.filter((line) => FACT.test(line)).length;
  const parts: { readonly list: boolean; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line)?.[1];
    const last = parts[parts.length - 1];
    const written = item === undefined ? lineOf(line, facts > 1) : escapeHtml(item);
    if (last !== undefined && last.list === (item !== undefined)) last.lines.push(written);
    else parts.push({ list: item !== undefined, lines: [written] });
  }
  return parts
    .map(({ list, lines: inside }, index) =>
      list
        ? `<ul style="margin:0 0 1em;padding-left:1.5em">${inside.map((line) => `<li>${line}</li>`).join('')}</ul>`
        : `<p style="margin:0 0 ${index < parts.length - 1 ? '0.25em' : '1em'}">${inside.join('<br>')}</p>`,
    )
    .join('');
}

function lineOf(line: string, facts: boolean): string {
  const written = escapeHtml(line);
  if (LINK.test(line.trim()))
    return `<a href="${escapeHtml(line.trim())}" style="color:#2f5bd7">${written}</a>`;
  const fact = facts ? FACT.exec(line) : null;
  return fact === null
    ? written
    : `${escapeHtml(fact[1] ?? '')}<strong>${escapeHtml(fact[2] ?? '')}</strong>`;
}

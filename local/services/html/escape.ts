const IN_TEXT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** For the text of a page and the values of its attributes. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => IN_TEXT[letter] ?? letter);

/** For an attribute written without quotes: what would end the value is escaped as well. */
export const escapeUnquoted = (text: string): string =>
  escapeText(text).replace(/[\s=`]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Inside a quoted string of a script: nothing can end the string or the script. */
export const escapeScriptString = (text: string): string =>
  text.replace(/[\\'"`<>&=$\n\r\u2028\u2029]/g, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === '\\') return '\\\\';
    if (letter === '\n') return '\\n';
    if (letter === '\r') return '\\r';
    return code > 0xff ? `\\u${code.toString(16)}` : `\\x${code.toString(16).padStart(2, '0')}`;
  });

/** In a script outside a string: a literal of the language, so that texts are quoted by the escaping itself. */
export function scriptLiteral(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return ` ${String(value)} `;
  if (value === null || value === undefined) return ' null ';
  return `'${escapeScriptString(textOf(value))}'`;
}

const textOf = (value: unknown): string => String(value);

/** Where a printing scriptlet stands, which decides how its value is escaped. */
export type Place =
  | 'text'
  | 'quoted-attribute'
  | 'unquoted-attribute'
  | 'link'
  | 'script'
  | 'script-string'
  | 'handler'
  | 'handler-string'
  | 'style'
  | 'raw';

export function escapeFor(place: Place, value: unknown): string {
  const text = textOf(value);
  switch (place) {
    case 'raw':
      return text;
    case 'script':
      return scriptLiteral(value);
    case 'script-string':
      return escapeScriptString(text);
    case 'handler':
      return escapeText(scriptLiteral(value));
    case 'handler-string':
      return escapeText(escapeScriptString(text));
    case 'unquoted-attribute':
      return escapeUnquoted(text);
    case 'link':
      // A scheme that could run code is replaced by the platform's harmless mark.
      return escapeText(/^\s*(?!https?:|mailto:)[a-z][\w+.-]*:/i.test(text) ? '#zSoyz' : text);
    case 'style':
      return /^[\w#.%, -]*$/.test(text) ? text : 'zSoyz';
    case 'text':
    case 'quoted-attribute':
      return escapeText(text);
  }
}

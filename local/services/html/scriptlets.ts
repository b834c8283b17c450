import { HtmlContext } from './context';
import type { Place } from './escape';

/** A part of a template: text, code that runs, or an expression that prints. */
export type Piece =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'print'; readonly expression: string; readonly place: Place };

/** Cuts a template at its scriptlets, each printing one with the place where it prints. */
export function piecesOf(raw: string): Piece[] {
  const context = new HtmlContext();
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of raw.matchAll(/<\?(!?=)?([\s\S]*?)\?>/g)) {
    const html = raw.slice(from, found.index);
    context.read(html);
    if (html !== '') pieces.push({ kind: 'html', html });
    const [whole, print, code = ''] = found;
    if (print === undefined) pieces.push({ kind: 'code', code });
    else {
      const place = print === '=' ? context.place : 'raw';
      pieces.push({ kind: 'print', expression: firstStatement(code), place });
    }
    from = found.index + whole.length;
  }
  const end = raw.slice(from);
  if (end !== '') pieces.push({ kind: 'html', html: end });
  return pieces;
}

/** The code of a template: it calls `__piece(index, value?)` for each part that prints. */
export function codeOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => {
      if (piece.kind === 'code') return piece.code;
      return piece.kind === 'html' ? `__piece(${index});` : `__piece(${index}, (${piece.expression}\n));`;
    })
    .join('\n');
}

/** Only the first statement of a printing scriptlet is printed. */
function firstStatement(code: string): string {
  let quote = '';
  for (let index = 0; index < code.length; index++) {
    const letter = code[index] ?? '';
    if (letter === '\\') index++;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === ';') return code.slice(0, index);
  }
  return code;
}

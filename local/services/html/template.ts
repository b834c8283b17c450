import { OpenService } from '../bridge';
import type { Emulates } from '../contract';
import { HtmlContext } from './context';
import { escapeFor, type Place } from './escape';
import { HtmlOutput } from './output';

/** What templates need of the execution: its files, and a way to compile code in the script's own context. */
export interface TemplateHost {
  /** HTML files by name, folders included, without extension. */
  readonly files: ReadonlyMap<string, string>;
  /** Evaluates an expression in the script's context. */
  compile(expression: string): unknown;
}

/** A page with scriptlets; properties set on it are the variables of its scriptlets. */
type Contract = Emulates<GoogleAppsScript.HTML.HtmlTemplate, 'evaluate' | 'getCode' | 'getRawContent'>;

export class HtmlTemplate extends OpenService implements Contract {
  readonly serviceName = 'HtmlTemplate';
  readonly #raw: string;
  readonly #host: TemplateHost;

  constructor(raw: string, host: TemplateHost) {
    super();
    this.#raw = raw;
    this.#host = host;
  }

  /** The unprocessed content. */
  getRawContent(): string {
    return this.#raw;
  }

  /** The JavaScript that the page becomes; its shape is this runtime's own. */
  getCode(): string {
    return codeOf(piecesOf(this.#raw));
  }

  /** Runs the scriptlets once; an error in one of them is the caller's. */
  evaluate(): HtmlOutput {
    const pieces = piecesOf(this.#raw);
    const variables = [...this.assigned];
    const names = ['__piece', ...variables.map(([name]) => name)];
    const run = this.#host.compile(`(function (${names.join(', ')}) {\n${codeOf(pieces)}\n})`) as Evaluator;
    let html = '';
    run(
      (index, value) => {
        const piece = pieces[index];
        if (piece?.kind === 'html') html += piece.html;
        else if (piece?.kind === 'print') html += escapeFor(piece.place, value);
      },
      ...variables.map(([, value]) => value),
    );
    return new HtmlOutput(html, this.#host);
  }
}

type Evaluator = (piece: (index: number, value?: unknown) => void, ...variables: readonly unknown[]) => void;

type Piece =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'print'; readonly expression: string; readonly place: Place };

function piecesOf(raw: string): Piece[] {
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

function codeOf(pieces: readonly Piece[]): string {
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

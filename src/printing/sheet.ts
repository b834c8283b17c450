import { PRINT_TEXT } from '../text/printing';
import { type Html, type HtmlChild, tag } from './html';
import { PRINT_STYLE } from './style';

/** Pages that are printed together or not at all: those of a session, of a room on a day, of a week. Plain data. */
export interface PrintedPart {
  readonly key: string;
  /** What it is chosen by. */
  readonly label: string;
  /** Chosen unless the user says otherwise. */
  readonly chosen: boolean;
  readonly pages: readonly PrintedPage[];
}

export interface PrintedPage {
  /** The kind of page, when a document has several: they can be left out one by one. */
  readonly kind: string;
  /** One A4 page, made by `sheet`. */
  readonly html: string;
}

/** Parts under one heading: a day, a site. */
export interface PrintedGroup {
  readonly label: string;
  readonly parts: readonly PrintedPart[];
}

/** A document that can be printed: everything that the window of printing shows. */
export interface PrintedDocument {
  readonly title: string;
  readonly fileName: string;
  /** Sentences above the choice. */
  readonly lines: readonly string[];
  /** Kinds of pages that can be left out; empty when there is one only. */
  readonly kinds: readonly { readonly key: string; readonly label: string }[];
  readonly groups: readonly PrintedGroup[];
}

export interface SheetFrame {
  readonly title: string;
  /** Beside the title: the session, the room. */
  readonly subject: string;
  /** At the foot, before the number of the page. */
  readonly note: string;
  readonly page: number;
  readonly pages: number;
  readonly landscape?: boolean;
}

/** One A4 page: the same head and foot whatever it holds. */
export function sheet(frame: SheetFrame, ...body: readonly HtmlChild[]): Html {
  const { title, subject, note, page, pages, landscape = false } = frame;
  return tag(
    'section',
    { class: landscape ? 'sheet landscape' : 'sheet', 'aria-label': `${title}, ${subject}` },
    tag('header', {}, tag('h2', {}, title), tag('p', { class: 'subject' }, subject)),
    ...body,
    tag('footer', {}, tag('span', {}, note), tag('span', {}, PRINT_TEXT.pageOf(page, pages))),
  );
}

/** Cuts rows into pages of at most `most`, all about as long: the last page never holds a row alone. */
export function evenly<Row>(rows: readonly Row[], most: number): readonly (readonly Row[])[] {
  const pages = Math.max(1, Math.ceil(rows.length / most));
  const size = Math.ceil(rows.length / pages);
  return Array.from({ length: pages }, (_, page) => rows.slice(page * size, (page + 1) * size));
}

/** Pages that are chosen, in order. */
export function chosenPages({ groups }: PrintedDocument): readonly PrintedPage[] {
  return groups.flatMap(({ parts }) => parts.filter(({ chosen }) => chosen).flatMap(({ pages }) => pages));
}

/** A whole page of the web that prints as the pages given, one sheet of paper each. */
export function printableFile(title: string, pages: readonly string[]): string {
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { name: 'viewport', content: 'width=device-width' }),
    tag('title', {}, title),
  ].map(({ html }) => html);
  const hint = tag('p', { class: 'on-screen' }, PRINT_TEXT.fileHint);
  return [
    '<!DOCTYPE html>\n<html lang="fr">\n<head>',
    ...head,
    `<style>${PRINT_STYLE}</style>\n</head>\n<body class="printable">`,
    tag('h1', { class: 'on-screen' }, title).html,
    hint.html,
    ...pages,
    '</body>\n</html>\n',
  ].join('\n');
}

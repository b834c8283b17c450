import { PRINT_WINDOW } from '../dialogs/print/exchange';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { showWindow } from '../google/page-window';
import { chosenPages, printableFile, type PrintedDocument } from '../printing/sheet';
import { act, aloneInWords } from './act';
import type { Answer, WindowOpened } from './answer';

const WINDOW = { width: 1000, height: 640 } as const;

/** What makes a document from the workbook, or the answer that says why there is none. */
export type MakeDocument = (book: OpenSpreadsheet) => PrintedDocument | Answer;

/** Shows a document in the window of printing; `defaultCall` gives the same as a file. */
export function showDocument(title: string, make: MakeDocument, defaultCall: string): Answer | WindowOpened {
  const made: PrintedDocument[] = [];
  const answer = aloneInWords((book) => {
    const printed = make(book);
    if ('status' in printed) return printed;
    made.push(printed);
    return { status: 'done', lines: printed.lines, problems: [] };
  });
  const [printed] = made;
  if (printed === undefined) return act(title, () => answer);
  showWindow(PRINT_WINDOW, { title, data: printed, ...WINDOW });
  return { defaultCall };
}

/** The pages chosen by default, as a file that any browser prints. */
export function documentFile(make: MakeDocument): Answer {
  return aloneInWords((book) => {
    const printed = make(book);
    if ('status' in printed) return printed;
    const text = printableFile(
      printed.title,
      chosenPages(printed).map(({ html }) => html),
    );
    return {
      status: 'done',
      lines: printed.lines,
      problems: [],
      files: [{ name: printed.fileName, mime: 'text/html;charset=utf-8', text }],
    };
  });
}

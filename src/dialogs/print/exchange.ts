import type { PrintedDocument } from '../../printing/sheet';
import { windowPage } from '../window-page';

/** The one window from which anything is printed: what to print is chosen beside the pages. */
export const PRINT_WINDOW = windowPage<PrintedDocument>('print');

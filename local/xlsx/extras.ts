import type { ChartModel, SheetProtection } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';

/** What an .xlsx file has no place for, or holds only in part. */
export interface SheetExtras {
  readonly name: string;
  readonly protections: readonly SheetProtection[];
  readonly charts: readonly ChartModel[];
  readonly metadata: readonly (readonly [string, string])[];
  /** Pixels of the rows whose height was chosen: in the file every row that wraps its text has one. */
  readonly rowHeights: readonly (readonly [number, number])[];
}

export interface Extras {
  readonly locale: string;
  readonly timeZone: string;
  readonly metadata: readonly (readonly [string, string])[];
  /** By the name that the tab has in the file. */
  readonly sheets: Readonly<Record<string, SheetExtras>>;
}

const PROPERTY = 'PixOrga';
/** Programs show and edit at most 255 characters of a property. */
const CHUNK = 250;

/**
 * Custom properties of the file that carry what cells cannot: protections that only warn, developer metadata, exact
 * charts, names of tabs that Excel refuses. Other programs keep or drop them without harm.
 */
export function extrasProperties(
  workbook: WorkbookModel,
  fileNames: readonly string[],
): Record<string, string> {
  const extras: Extras = {
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    metadata: [...workbook.metadata],
    sheets: Object.fromEntries(
      workbook.sheets.map((sheet, index) => {
        const fileName = fileNames[index] ?? sheet.name;
        const { name, protections, charts } = sheet;
        const metadata = [...sheet.metadata];
        return [fileName, { name, protections, charts, metadata, rowHeights: [...sheet.rowHeights] }];
      }),
    ),
  };
  const text = JSON.stringify(extras);
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  // A space at the edge of a property may be trimmed, so each chunk stands between bars.
  return Object.fromEntries(chunks.map((chunk, index) => [`${PROPERTY}.${index + 1}`, `|${chunk}|`]));
}

/** What `extrasProperties` put in the file, or `null` when it is another program's or was damaged. */
export function readExtras(properties: Readonly<Record<string, unknown>>): Extras | null {
  let text = '';
  for (let index = 1; ; index++) {
    const chunk = properties[`${PROPERTY}.${index}`];
    if (typeof chunk !== 'string') break;
    text += chunk.slice(1, -1);
  }
  if (text === '') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isExtras(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isExtras(value: unknown): value is Extras {
  if (typeof value !== 'object' || value === null) return false;
  const { locale, timeZone, metadata, sheets } = value as Record<string, unknown>;
  return (
    typeof locale === 'string' &&
    typeof timeZone === 'string' &&
    Array.isArray(metadata) &&
    typeof sheets === 'object' &&
    sheets !== null &&
    Object.values(sheets).every(isSheetExtras)
  );
}

function isSheetExtras(value: unknown): value is SheetExtras {
  if (typeof value !== 'object' || value === null) return false;
  const { name, protections, charts, metadata, rowHeights } = value as Record<string, unknown>;
  return typeof name === 'string' && [protections, charts, metadata, rowHeights].every(Array.isArray);
}

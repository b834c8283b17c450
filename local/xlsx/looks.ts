import type { BorderLineStyle, CellStyle as FileStyle, Color } from 'hucre';
import type { CellBorder, CellBorders, CellStyle } from '../model/style';
import { DEFAULT_STYLE } from '../model/style';

/** Colours of a theme, by number, as the file lists them. */
export type Theme = readonly string[];

const LINES: readonly (readonly [string, BorderLineStyle])[] = [
  ['SOLID', 'thin'],
  ['SOLID_MEDIUM', 'medium'],
  ['SOLID_THICK', 'thick'],
  ['DOTTED', 'dotted'],
  ['DASHED', 'dashed'],
  ['DOUBLE', 'double'],
];

/** French, in the language of number formats. */
const FRENCH = '[$-40C]';

/** What Excel shows in the reader's own order, its file says month first. */
const LOCAL_DATES = new Map([
  ['m/d/yyyy', 'dd/mm/yyyy'],
  ['m/d/yyyy h:mm', 'dd/mm/yyyy hh:mm'],
  ['h:mm', 'hh:mm'],
  ['h:mm:ss', 'hh:mm:ss'],
]);

/** `#d9e2ff` → the file's colour. */
export function fileColor(color: string): Color {
  return { rgb: color.replace('#', '').toUpperCase() };
}

/** The file's colour → `#d9e2ff`; `undefined` for one that cannot be told. */
export function sheetColor(color: Color | undefined, theme: Theme): string | undefined {
  const rgb = color?.rgb ?? (color?.theme === undefined ? undefined : theme[color.theme]);
  if (rgb === undefined || !/^#?[0-9a-f]{6,8}$/i.test(rgb)) return undefined;
  return `#${rgb.slice(-6).toLowerCase()}`;
}

/**
 * The look of a cell as a file says it. Clipped text has no equivalent and is left out. A font always has a name and a
 * size: without them other programs choose their own.
 */
export function fileStyle(style: CellStyle, locale: string): FileStyle {
  const { fontFamily, fontSize, fontWeight, fontStyle, fontLine, fontColor } = style;
  const vertical = style.verticalAlignment === 'middle' ? 'center' : style.verticalAlignment;
  const fontChanged = fontFamily ?? fontSize ?? fontWeight ?? fontStyle ?? fontLine ?? fontColor;
  return {
    ...(style.numberFormat !== undefined &&
      !/^general$/i.test(style.numberFormat) && { numFmt: fileFormat(style.numberFormat, locale) }),
    ...(fontChanged !== undefined && {
      font: {
        name: fontFamily ?? DEFAULT_STYLE.fontFamily,
        size: fontSize ?? DEFAULT_STYLE.fontSize,
        ...(fontWeight === 'bold' && { bold: true }),
        ...(fontStyle === 'italic' && { italic: true }),
        ...(fontLine === 'underline' && { underline: true }),
        ...(fontLine === 'line-through' && { strikethrough: true }),
        ...(fontColor !== undefined && { color: fileColor(fontColor) }),
      },
    }),
    ...(style.background !== undefined &&
      style.background !== DEFAULT_STYLE.background && {
        fill: { type: 'pattern', pattern: 'solid', fgColor: fileColor(style.background) },
      }),
    ...(style.borders !== undefined &&
      Object.keys(style.borders).length > 0 && { border: fileBorders(style.borders) }),
    ...((style.horizontalAlignment ?? vertical ?? style.wrapStrategy) !== undefined && {
      alignment: {
        ...(isHorizontal(style.horizontalAlignment) && { horizontal: style.horizontalAlignment }),
        ...(isVertical(vertical) && { vertical }),
        ...(style.wrapStrategy === 'WRAP' && { wrapText: true }),
      },
    }),
  };
}

/** The look that a file gives to a cell; what is the platform's default is left out. */
export function sheetStyle(style: FileStyle, theme: Theme): CellStyle {
  const { font, fill, alignment, border, numFmt } = style;
  const fontColor = sheetColor(font?.color, theme);
  const background =
    fill?.type === 'pattern' && fill.pattern === 'solid' ? sheetColor(fill.fgColor, theme) : undefined;
  const vertical = alignment?.vertical === 'center' ? 'middle' : alignment?.vertical;
  const borders = border ? sheetBorders(border, theme) : {};
  return {
    ...(numFmt !== undefined && !/^general$/i.test(numFmt) && { numberFormat: sheetFormat(numFmt) }),
    ...(font?.name !== undefined && font.name !== DEFAULT_STYLE.fontFamily && { fontFamily: font.name }),
    ...(font?.size !== undefined && font.size !== DEFAULT_STYLE.fontSize && { fontSize: font.size }),
    ...(font?.bold === true && { fontWeight: 'bold' as const }),
    ...(font?.italic === true && { fontStyle: 'italic' as const }),
    ...(font?.underline && { fontLine: 'underline' as const }),
    ...(font?.strikethrough === true && { fontLine: 'line-through' as const }),
    ...(fontColor !== undefined && fontColor !== DEFAULT_STYLE.fontColor && { fontColor }),
    ...(background !== undefined && background !== DEFAULT_STYLE.background && { background }),
    ...(isHorizontal(alignment?.horizontal) && { horizontalAlignment: alignment?.horizontal }),
    ...(vertical !== undefined &&
      vertical !== DEFAULT_STYLE.verticalAlignment && { verticalAlignment: vertical }),
    ...(alignment?.wrapText === true && { wrapStrategy: 'WRAP' as const }),
    ...(Object.keys(borders).length > 0 && { borders }),
  };
}

/** Names of days and months stay French whatever the language of the program that opens the file. */
function fileFormat(format: string, locale: string): string {
  return locale.startsWith('fr') && /ddd|mmm/i.test(format) && !format.includes('[$')
    ? `${FRENCH}${format}`
    : format;
}

function sheetFormat(format: string): string {
  const bare = format.startsWith(FRENCH) ? format.slice(FRENCH.length) : format;
  return LOCAL_DATES.get(bare) ?? bare;
}

function fileBorders(borders: CellBorders): NonNullable<FileStyle['border']> {
  const entries = Object.entries(borders).map(([edge, line]: [string, CellBorder]) => [
    edge,
    { style: LINES.find(([name]) => name === line.style)?.[1] ?? 'thin', color: fileColor(line.color) },
  ]);
  return Object.fromEntries(entries) as NonNullable<FileStyle['border']>;
}

function sheetBorders(borders: NonNullable<FileStyle['border']>, theme: Theme): CellBorders {
  const found: { -readonly [Edge in keyof CellBorders]: CellBorder } = {};
  for (const edge of ['top', 'left', 'bottom', 'right'] as const) {
    const line = borders[edge];
    if (!line) continue;
    const style = LINES.find(([, name]) => name === line.style)?.[0] ?? 'SOLID';
    found[edge] = { color: sheetColor(line.color, theme) ?? '#000000', style };
  }
  return found;
}

const isHorizontal = (text: string | undefined): text is 'left' | 'center' | 'right' =>
  text === 'left' || text === 'center' || text === 'right';

const isVertical = (text: string | undefined): text is 'top' | 'center' | 'bottom' =>
  text === 'top' || text === 'center' || text === 'bottom';

import { strToU8 } from 'fflate';
import { escapeXml } from '../xml/tokens';
import { LIST_COLUMNS, type ListCell } from './columns';
import { packed } from './template';

/** Rows of the sheet above the labels in the list of Pix (reference, section 2): what is there is not read. */
const LABEL_ROW = 12;
/** Widths in centimetres, in the order of the columns; the first is the one of the numbers. */
const WIDTHS = [1.2, 4.2, 3.6, 3.2, 1.8, 2.2, 2.2, 4.2, 3.6, 5.2, 5.2, 3.2, 2.4, 3.2, 3.8];

/** What is told of a list above its table, one sentence a row. */
export type ListHeading = readonly string[];

/**
 * A list of candidates made without the file of Pix: the same labels, on the same row. Pix's own list is preferable, as
 * it has the columns that the centre has.
 */
export function newList(heading: ListHeading, rows: readonly (readonly ListCell[])[]): Uint8Array {
  const above = Array.from({ length: LABEL_ROW - 1 }, (_, at) => headingRow(heading[at] ?? '', at === 0));
  const labels = LIST_COLUMNS.map(({ label }) => cell(label, 'label'));
  const candidates = rows.map((row, rank) =>
    line([cell(String(rank + 1), 'number'), ...row.map((value) => cell(value, 'value'))]),
  );
  const table = [
    ...WIDTHS.map((_, rank) => `<table:table-column table:style-name="co${rank}"/>`),
    ...above,
    line([cell(null, 'label'), ...labels], ' table:style-name="ro1"'),
    ...candidates,
  ].join('');
  return packed({
    'content.xml': strToU8(document(table)),
    'META-INF/manifest.xml': strToU8(MANIFEST),
  });
}

type Look = 'title' | 'sentence' | 'label' | 'number' | 'value';

const headingRow = (text: string, first: boolean): string =>
  line([cell(null, 'sentence'), cell(text === '' ? null : text, first ? 'title' : 'sentence')]);

const line = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row${attributes}>${cells.join('')}</table:table-row>`;

function cell(value: ListCell, look: Look): string {
  if (value === null) return `<table:table-cell table:style-name="${look}"/>`;
  if (typeof value === 'number')
    return `<table:table-cell table:style-name="share" office:value-type="percentage" office:value="${value}"><text:p>${escapeXml(`${Math.round(value * 1000) / 10}%`.replace('.', ','))}</text:p></table:table-cell>`;
  return `<table:table-cell table:style-name="${look}" office:value-type="string"><text:p>${escapeXml(value)}</text:p></table:table-cell>`;
}

const NAMESPACES = [
  ['office', 'office'],
  ['table', 'table'],
  ['text', 'text'],
  ['style', 'style'],
  ['number', 'datastyle'],
]
  .map(([prefix, name]) => ` xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join('');
const COMPATIBLE = ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

const cellStyle = (name: Look | 'share', cells: string, text: string, data = ''): string =>
  `<style:style style:name="${name}" style:family="table-cell"${data}><style:table-cell-properties${cells}/><style:text-properties fo:font-family="Arial" fo:font-size="10pt"${text}/></style:style>`;

const BORDER = ' fo:border="0.5pt solid #c8ccd4" style:vertical-align="middle"';

const STYLES = [
  ...WIDTHS.map(
    (width, rank) =>
      `<style:style style:name="co${rank}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  ),
  '<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="1.7cm" style:use-optimal-row-height="false"/></style:style>',
  '<number:text-style style:name="N1"><number:text-content/></number:text-style>',
  '<number:percentage-style style:name="N2"><number:number number:min-integer-digits="1" number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>',
  cellStyle('title', '', ' fo:font-weight="bold" fo:color="#2f5bd7"'),
  cellStyle('sentence', '', ''),
  cellStyle(
    'label',
    `${BORDER} fo:background-color="#2f5bd7" fo:wrap-option="wrap"`,
    ' fo:font-weight="bold" fo:color="#ffffff"',
  ),
  cellStyle('number', BORDER, ' fo:color="#5f6368"'),
  cellStyle('value', BORDER, '', ' style:data-style-name="N1"'),
  cellStyle('share', BORDER, '', ' style:data-style-name="N2"'),
].join('');

const document = (table: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content${NAMESPACES}${COMPATIBLE} office:version="1.2"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Liste des candidats">${table}</table:table></office:spreadsheet></office:body></office:document-content>`;

const MANIFEST =
  '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';

import { strToU8, zipSync } from 'fflate';

/** Labels of the list of a SUP centre, as the reference gives them. */
export const LABELS = [
  '* Nom de naissance',
  '* Prénom',
  '* Date de naissance (format : jj/mm/aaaa)',
  '* Sexe (M ou F)',
  'Code postal',
  'Code Insee',
  'Nom de la commune',
  'Pays',
  'E-mail du prescripteur (enseignant, formateur), pour la réception des résultats',
  'E-mail de convocation',
  'Identifiant local',
  'Temps majoré ?',
  'Tarification part Pix',
  'Code de prépaiement',
];

export const paragraphs = (label: string): string =>
  label
    .split('|')
    .map((part) => `<text:p>${part}</text:p>`)
    .join('');
export const stringCell = (content: string): string =>
  `<table:table-cell table:style-name="ce1" office:value-type="string" calcext:value-type="string">${content}</table:table-cell>`;

/** A list as Pix Certif gives it: titles above, notes on labels, repeated cells, numbered rows, help on cells. */
export function listTemplate({ labels = LABELS, rows = 4, filled = '' } = {}): Uint8Array {
  const empty = (number: number): string =>
    `<table:table-row table:style-name="ro2"><table:table-cell office:value-type="string"><text:p>${number}</text:p></table:table-cell><table:table-cell table:style-name="name"/><table:table-cell table:style-name="name"/><table:table-cell table:style-name="birth" office:value-type="date" office:date-value="2001-02-03"><text:p>03/02/2001</text:p></table:table-cell><table:table-cell table:number-columns-repeated="8"/><table:table-cell table:content-validation-name="share"/><table:table-cell table:content-validation-name="billing" table:number-columns-repeated="${labels.length - 12}"/></table:table-row>`;
  const header = labels
    .map((label, rank) =>
      stringCell(
        (rank === 5 ? '<office:annotation><text:p>À l’étranger : 99</text:p></office:annotation>' : '') +
          paragraphs(label),
      ),
    )
    .join('');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body><office:spreadsheet><table:content-validations><table:content-validation table:name="billing"/></table:content-validations><table:table table:name="Liste des candidats"><table:table-column table:number-columns-repeated="16"/>${stringRow('Session n° 1234')}<table:table-row table:number-rows-repeated="10"><table:table-cell table:number-columns-repeated="16"/></table:table-row><table:table-row><table:table-cell/>${header}</table:table-row>${filled}${Array.from({ length: rows }, (_, rank) => empty(rank + 1)).join('')}</table:table><table:named-expressions/></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    'Thumbnails/thumbnail.png': Uint8Array.of(1, 2, 3),
  });
}

const stringRow = (content: string): string =>
  `<table:table-row>${stringCell(paragraphs(content))}</table:table-row>`;

import { strFromU8, unzipSync } from 'fflate';

/**
 * Reads a list of candidates as Pix Certif does, from the written reference alone: first sheet, labels with their line
 * breaks removed, strings as they are, shares as numbers. Nothing here comes from the writer.
 */
export interface ListReport {
  readonly candidates: readonly Readonly<Record<string, string | number>>[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
}

const PROPERTIES: Readonly<Record<string, string>> = {
  '* Nom de naissance': 'lastName',
  '* Prénom': 'firstName',
  '* Date de naissance (format : jj/mm/aaaa)': 'birthDate',
  '* Sexe (M ou F)': 'sex',
  'Code postal': 'postalCode',
  'Code Insee': 'inseeCode',
  'Nom de la commune': 'city',
  Pays: 'country',
  'E-mail du prescripteur (enseignant, formateur), pour la réception des résultats': 'resultsEmail',
  'E-mail du destinataire des résultats (formateur, enseignant…)': 'resultsEmail',
  'E-mail de convocation': 'email',
  'Identifiant local': 'externalId',
  'Temps majoré ?': 'extraTime',
  'Tarification part Pix': 'billing',
  'Code de prépaiement': 'prepaymentCode',
  'CléA Numérique("oui" ou laisser vide)': 'complementary',
};
const EXPECTED = 14;

type Value = string | number;

export function readAsPixList(bytes: Uint8Array): ListReport {
  const xml = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array());
  const rows = rowsOf(xml);
  const labelOf = (value: Value | undefined): string => String(value ?? '').replace(/[\r\n]/g, '');
  const header = rows.findIndex(
    ({ values }) => values.filter((value) => labelOf(value) in PROPERTIES).length >= EXPECTED,
  );
  if (header === -1) return { candidates: [], errors: [{ code: 'INVALID_DOCUMENT', row: 0 }] };
  const properties = (rows[header]?.values ?? []).map((value) => PROPERTIES[labelOf(value)]);
  const errors: { code: string; row: number }[] = [];
  const people = new Set<string>();
  const candidates = rows.slice(header + 1).flatMap(({ row, values }) => {
    const found: Record<string, Value> = {};
    properties.forEach((property, at) => {
      const value = values[at];
      if (property !== undefined && value !== undefined)
        found[property] = typeof value === 'string' ? value.trim() : value;
    });
    if (Object.keys(found).length === 0) return [];
    const text = (property: string): string => String(found[property] ?? '');
    const padded = (property: string): string =>
      text(property) !== '' && text(property) !== '99' && text(property).length < 5
        ? `0${text(property)}`
        : text(property);
    const add = (failed: boolean, code: string): void => {
      if (failed) errors.push({ code, row });
    };
    const share = typeof found['extraTime'] === 'number' ? found['extraTime'] : 0;
    add(text('lastName') === '', 'CANDIDATE_LAST_NAME_REQUIRED');
    add(text('firstName') === '', 'CANDIDATE_FIRST_NAME_REQUIRED');
    add(!/^\d\d\/\d\d\/\d{4}$/.test(text('birthDate')), 'CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID');
    add(!/^[MF]$/i.test(text('sex')), 'CANDIDATE_SEX_NOT_VALID');
    add(share >= 10 || share < 0, 'CANDIDATE_EXTRA_TIME_OUT_OF_RANGE');
    add(!['Gratuite', 'Payante', 'Prépayée'].includes(text('billing')), 'CANDIDATE_BILLING_MODE_NOT_VALID');
    add((text('billing') === 'Prépayée') !== (text('prepaymentCode') !== ''), 'CANDIDATE_PREPAYMENT_CODE');
    const france = text('country').toUpperCase().trim() === 'FRANCE';
    const [insee, postal, city] = [padded('inseeCode'), padded('postalCode'), text('city')];
    add(text('country') === '', 'CANDIDATE_BIRTH_COUNTRY_REQUIRED');
    add(
      france && (insee === '' ? postal === '' || city === '' : postal !== '' || city !== ''),
      'CANDIDATE_BIRTH_PLACE',
    );
    add(!france && (insee !== '99' || postal !== '' || city === ''), 'CANDIDATE_FOREIGN_BIRTH_PLACE');
    const person = [text('firstName'), text('lastName'), text('birthDate')].join('|').toLowerCase();
    add(people.has(person), 'DUPLICATE_CANDIDATE');
    people.add(person);
    const complementary = found['complementary'];
    return [
      {
        lastName: text('lastName'),
        firstName: text('firstName'),
        birthDate: text('birthDate'),
        sex: text('sex'),
        postalCode: postal,
        inseeCode: insee,
        city,
        country: text('country'),
        resultsEmail: text('resultsEmail'),
        email: text('email'),
        externalId: text('externalId'),
        extraTime: share,
        billing: text('billing'),
        prepaymentCode: text('prepaymentCode'),
        ...(complementary === undefined ? {} : { complementary }),
      },
    ];
  });
  if (candidates.length === 0) errors.push({ code: 'INVALID_DOCUMENT', row: 0 });
  return { candidates, errors };
}

interface Row {
  /** Number of the row in the sheet, from 1. */
  readonly row: number;
  readonly values: readonly (Value | undefined)[];
}

/** Rows of the first table that hold something. */
function rowsOf(xml: string): readonly Row[] {
  const table = /<table:table [\s\S]*?<\/table:table>/.exec(xml)?.[0] ?? '';
  let row = 0;
  return [...table.matchAll(/<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)].flatMap(
    (match): Row[] => {
      const repeated = Number(/number-rows-repeated="(\d+)"/.exec(match[1] ?? '')?.[1] ?? 1);
      const first = row + 1;
      row += repeated;
      const values = [
        ...(match[2] ?? '').matchAll(
          /<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g,
        ),
      ].flatMap(([, attributes = '', inside = '']): (Value | undefined)[] => {
        const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
        return Array.from({ length: Math.min(times, 50) }, () => valueOf(attributes, inside));
      });
      return values.some((value) => value !== undefined) ? [{ row: first, values }] : [];
    },
  );
}

function valueOf(attributes: string, inside: string): Value | undefined {
  const type = /office:value-type="(\w+)"/.exec(attributes)?.[1];
  if (type === 'percentage' || type === 'float')
    return Number(/office:value="([^"]*)"/.exec(attributes)?.[1]);
  const shown = inside.replace(/<office:annotation[\s\S]*?<\/office:annotation>/g, '');
  const paragraphs = [...shown.matchAll(/<text:p\b[^>]*>([\s\S]*?)<\/text:p>/g)].map(
    ([, content = '']) => content,
  );
  if (type === undefined || paragraphs.length === 0) return undefined;
  return paragraphs
    .join('\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

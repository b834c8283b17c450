import type { Cell } from '../domain/grid';
import { CONVOCATION_TEXT, TEMPLATES } from '../text/convocations';
import { TEMPLATE_KEYS } from '../workbook/read/templates';
import { templatesTab } from '../workbook/schema/messages';
import { tableContent } from '../workbook/write/table-content';
import type { TabContent } from '../workbook/write/tab-content';

/** The tab `Modèles` as it is created. */
export function templatesContent(name: string): TabContent {
  const content = tableContent(
    name,
    'settings',
    templatesTab,
    TEMPLATE_KEYS.map((key) => TEMPLATES[key]),
    {
      Modèle: ({ label }): Cell => label,
      Objet: ({ subject }) => subject,
      Texte: ({ text }) => text,
      'Champs possibles': ({ fields }) => CONVOCATION_TEXT.fieldsHelp(fields),
    },
    { kept: null, keyOf: () => '', editable: ['Objet', 'Texte'] },
  );
  return { ...content, filter: false };
}

import { column, TEXT, type TableSchema } from './tab-schema';

/** The tab that receives the answers to the availability form, as the form writes it, and the add-on's column. */
export const formAnswersTab: TableSchema = {
  name: 'Réponses disponibilités',
  explanation: 'Les réponses des étudiants au formulaire, telles qu’elles arrivent.',
  formWritten: true,
  columns: [
    column('timestamp', 'Horodateur', 140, { synonyms: ['Timestamp'] }),
    column('email', 'Adresse e-mail', 210, { synonyms: ['Courriel', 'E-mail', 'Email Address'] }),
    column('id', 'N° étudiant', 110, {
      ...TEXT,
      required: true,
      synonyms: ['Numéro étudiant', "Numéro d'étudiant", 'No étudiant', 'Code étudiant'],
    }),
    column('possible', 'Créneaux possibles', 320, { required: true, synonyms: ['Créneaux'] }),
    column('preferred', 'Créneaux préférés', 260, { synonyms: ['Créneau préféré'] }),
    column('followUp', 'Suivi', 360, TEXT),
  ],
};

/** The same, the columns found under the titles that the questions have today. */
export function formAnswersTabCalled(titles: Readonly<Record<string, string>>): TableSchema {
  return {
    ...formAnswersTab,
    columns: formAnswersTab.columns.map((one) => {
      const title = titles[one.key];
      return title === undefined ? one : { ...one, synonyms: [title, ...one.synonyms] };
    }),
  };
}

import { cellName } from '../domain/problem';
import type { HeaderProposal } from '../workbook/read/header-roles';
import { french } from './format';

/** Asks whether a column plays the part of one that the tab does not have. */
export function headerQuestion({ tab, row, column, seen, header }: HeaderProposal): string {
  return french(
    `${tab}!${cellName({ tab, row, column })} : le titre « ${seen} » n’est pas connu. Cette colonne contient-elle ce que PixOrga appelle « ${header} » ? Votre réponse est retenue ; votre titre ne change pas.`,
  );
}

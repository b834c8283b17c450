import { french } from './format';

export type FailureKind =
  'quota' | 'busy' | 'time' | 'permission' | 'protected' | 'refusedValue' | 'size' | 'defect';

export const FAILURE_TEXT = {
  busy: french(
    "Quelqu'un d'autre utilise le menu Pix dans ce classeur. Rien n'a changé : réessayez dans une minute.",
  ),
  putBack: french(
    "Une écriture précédente avait été interrompue : les onglets de résultats ont d'abord été remis comme avant elle.",
  ),
  putBackAtOpening: french(
    'La dernière écriture du planning avait été interrompue : les onglets de résultats ont été remis comme avant. Relancez le calcul.',
  ),
  writingFailed: french(
    "L'écriture du planning a été interrompue : les onglets de résultats ont été remis comme avant. Relancez le calcul.",
  ),
} as const;

/** What happened, and what to do; `reference` is what the person who maintains PixOrga needs. */
export function sentenceOfFailure(failure: {
  readonly kind: FailureKind;
  readonly reference: string;
}): string {
  return french(`${SENTENCES[failure.kind]} (référence ${failure.reference})`);
}

const SENTENCES: Readonly<Record<FailureKind, string>> = {
  quota:
    "Google limite le nombre d'opérations par jour, et cette limite est atteinte. Réessayez dans quelques heures.",
  busy: 'Google Sheets ne répond pas assez vite. Attendez une minute, puis réessayez.',
  time: "L'opération a dépassé le temps que Google accorde. Réessayez, si possible avec moins de données.",
  permission:
    "Une autorisation manque. Rechargez la page, relancez l'opération et acceptez les autorisations demandées.",
  protected:
    'Une cellule protégée ne peut pas être modifiée avec votre compte. Demandez au propriétaire du classeur de lever la protection.',
  refusedValue:
    "Une règle de validation de l'onglet refuse une valeur à écrire. Ajoutez cette valeur à la liste de choix de la colonne (Données ▸ Validation des données), puis recommencez.",
  size: 'Ce classeur a atteint la taille maximale que Google accepte. Supprimez des onglets ou des lignes vides, puis réessayez.',
  defect:
    "L'opération n'a pas pu aboutir. Réessayez ; si cela continue, transmettez la référence à la personne qui gère PixOrga.",
};

/** The plan was refused by the verification. */
export function refusedPlan(reference: string): string {
  return french(
    `Le planning calculé n'a pas passé la vérification : rien n'a été écrit. Transmettez la référence ${reference} à la personne qui gère PixOrga.`,
  );
}

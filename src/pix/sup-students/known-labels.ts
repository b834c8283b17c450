/** What Pix Orga recognises in `Diplôme` and `Régime`; anything too far from it is stored as « Non reconnu ». */
export const DIPLOMAS: readonly string[] = [
  "Diplôme National de Licence contrôlé par l'Etat",
  "Diplôme National de Master contrôlé par l'Etat",
  "Diplôme National de Doctorat contrôlé par l'Etat",
  "DNMADE contrôlé par l'Etat",
  "DMA contrôlé par l'Etat",
  "BTS contrôlé par l'Etat",
  "DUT contrôlé par l'Etat",
  "DTS contrôlé par l'Etat",
  "DCG contrôlé par l'Etat",
  "DEUST contrôlé par l'Etat",
  "Diplôme d'Etat contrôlé",
  "Diplôme d'ingénieur contrôlé par l'Etat",
  "Diplôme visé contrôlé par l'Etat",
  "Diplôme conférant le grade de licence contrôlé par l'Etat",
  "Diplôme conférant le grade de master contrôlé par l'Etat",
  "Classe préparatoire contrôlée par l'Etat",
  'Autre',
];

export const STUDY_SCHEMES: readonly string[] = [
  'Formation initiale hors apprentissage',
  'Apprentissage',
  'Formation continue',
  'Autre',
];

/** Whether Pix takes the text for one of the labels: an edit distance of at most a quarter of its length. */
export function isRecognised(text: string, labels: readonly string[]): boolean {
  const given = text.trim().toLowerCase();
  return labels.some((label) => editDistance(given, label.toLowerCase()) <= given.length / 4);
}

/** Levenshtein distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let col = 1; col <= to.length; col++) {
      const same = from[row - 1] === to[col - 1] ? 0 : 1;
      current.push(
        Math.min((above[col] ?? 0) + 1, (current[col - 1] ?? 0) + 1, (above[col - 1] ?? 0) + same),
      );
    }
    above = current;
  }
  return above[to.length] ?? 0;
}

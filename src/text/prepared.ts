import { andList, french, plural } from './format';

/** What *Préparer le classeur* says. */
export const preparedText = {
  title: 'Préparer le classeur',
  lines(created: readonly string[], rooms: number): readonly string[] {
    if (created.length === 0)
      return [
        french(
          "Tous les onglets sont déjà là : rien n'a changé. Vous pouvez vérifier les données (menu Pix).",
        ),
      ];
    const quoted = created.map((name) => `« ${name} »`);
    const lines = [`${plural(created.length, 'onglet créé', 'onglets créés')} : ${andList(quoted)}.`];
    if (rooms > 0)
      lines.push(`L'onglet des salles contient les ${plural(rooms, 'salle', 'salles')} certifiées.`);
    lines.push(
      "Remplissez les onglets bleus, puis choisissez « Vérifier les données » dans le menu Pix. Les onglets qui existaient n'ont pas changé.",
    );
    return lines.map(french);
  },
} as const;

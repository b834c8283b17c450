import { aCampaign, tabs } from './a-campaign-by-forms';
import type { Desk } from './an-addon';

/** Two sessions at least: the first group on C01, the second on C02, one invigilator. */
export function aPlannedCampaign(options: Parameters<typeof aCampaign>[0] = {}): Desk {
  const desk = aCampaign(options);
  desk.fill(
    tabs(
      {
        tab: 'Disponibilités',
        rows: [
          ['Étudiant ou groupe', 'C01', 'C02', 'C03'],
          ['Droit L2', 'oui', 'non', 'non'],
          ['AES L2', 'non', 'oui', 'non'],
          ['00000003', 'non', 'oui', 'non'],
        ],
      },
      {
        tab: 'Surveillants',
        rows: [
          ['Nom', 'Courriel', 'Site', 'C01', 'C02', 'C03'],
          ['Odile Martin', 'odile.martin@exemple.fr', '', 'oui', 'oui', 'oui'],
        ],
      },
    ),
  );
  desk.click('Calculer le planning');
  return desk;
}

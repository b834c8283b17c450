import type { Campaign } from '../domain/campaign';
import type { Plan } from '../domain/plan';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { COMPETENCE_AREAS } from '../pix/competences';
import { readProfiles } from '../workbook/read/profiles';
import { PROFILES_TAB } from '../workbook/schema/profiles';
import { matchKey } from '../workbook/text-match';
import { findTab } from './find-tabs';

/**
 * Certifiable competences of the profiles that are known, by folded student number; read only when somebody has no seat
 * for want of them.
 */
export function knownCompetences(
  book: OpenSpreadsheet,
  campaign: Campaign,
  plan: Plan,
): ReadonlyMap<string, number> {
  const asked =
    campaign.settings.certifiableOnly && plan.unseated.some(({ reason }) => reason.kind === 'notCertifiable');
  const { name, exists } = findTab(book, PROFILES_TAB);
  if (!asked || !exists) return new Map();
  return new Map(
    readProfiles(book.read(name, 'first column'), COMPETENCE_AREAS).flatMap(({ id, competences }) =>
      competences === null ? [] : [[matchKey(id), competences] as const],
    ),
  );
}

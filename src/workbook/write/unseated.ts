import type { CandidateId } from '../../domain/ids';
import type { Help } from '../../domain/lever';
import { type LeverNames, helpSentence } from '../../text/helps';
import { type Explanation, explain, explainLeftOut } from '../../text/reasons';
import { matchKey } from '../text-match';
import type { NumberedPlan } from './numbered-plan';
import type { CellsOf } from './output-columns';

/** Someone without a seat: a row of `Non placés`. */
export interface UnseatedRow {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly group: string;
  readonly sites: readonly string[];
  readonly explanation: Explanation;
}

/** A row of `Étudiants` that could not be used, as far as it could be read. */
export type LeftOutCandidate = Omit<UnseatedRow, 'explanation'>;

/** What would give a seat to those who have none; empty where nobody looked for it. */
export interface ToldHelps {
  readonly byCandidate: ReadonlyMap<CandidateId, readonly Help[]>;
  /** The best for all of them together. */
  readonly best: readonly Help[];
}

export const NO_HELPS: ToldHelps = { byCandidate: new Map(), best: [] };

/**
 * The unseated in alphabetical order, then those whose row could not be used, in the order of their tab.
 * @param competences certifiable competences of the profiles that are known, by folded student number
 */
export function unseatedRowsOf(
  plan: NumberedPlan,
  leftOut: readonly LeftOutCandidate[],
  helps: ToldHelps,
  names: LeverNames,
  competences: ReadonlyMap<string, number> = new Map(),
): readonly UnseatedRow[] {
  return [
    ...plan.unseated.map(({ candidate, unseated }) => ({
      id: candidate.id,
      lastName: candidate.lastName,
      firstName: candidate.firstName,
      group: candidate.group ?? '',
      sites: candidate.sites,
      explanation: explain(
        unseated.reason,
        candidate.availability.source,
        (helps.byCandidate.get(candidate.id) ?? []).map((help) => helpSentence(help, names)),
        competences.get(matchKey(candidate.id)),
      ),
    })),
    ...leftOut.map((row) => ({ ...row, explanation: explainLeftOut() })),
  ];
}

export const unseatedCells: CellsOf<UnseatedRow> = {
  'N° étudiant': ({ id }) => id,
  Nom: ({ lastName }) => lastName,
  Prénom: ({ firstName }) => firstName,
  Groupe: ({ group }) => group,
  Site: ({ sites }) => sites.join('; '),
  Motif: ({ explanation }) => explanation.reason,
  'Que faire': ({ explanation }) => explanation.advice,
};

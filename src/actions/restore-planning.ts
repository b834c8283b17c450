import { restore } from '../allocation/restoration/restoration';
import type { Misfit } from '../allocation/restoration/restored-session';
import { verifyPlan } from '../allocation/verify';
import type { ChangeAnswer, HistoryRefusal, PreviewAnswer } from '../dialogs/history/exchange';
import type { Campaign } from '../domain/campaign';
import { fingerprintOf } from '../domain/fingerprint';
import type { Plan } from '../domain/plan';
import { type PlanningRecord, peopleOf } from '../domain/planning-record';
import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { refusedPlan } from '../text/failures';
import { moment } from '../text/format';
import { HISTORY_TEXT as TEXT } from '../text/history';
import type { HistoryEntry } from '../workbook/history/journal';
import { alone, attempt, isAnswer } from './act';
import type { Answer } from './answer';
import { blockedBy } from './calculation-reading';
import { readHistory, readKeptPlanning } from './history-pages';
import { standingPlanning } from './keep-history';
import { type WorkbookReading, readWorkbook } from './read-workbook';
import { namesOf, shownDifferences } from './shown-differences';
import { tellProblems } from './tell-problems';
import { plannedRecord } from './write-planning';
import { writeVerifiedPlan } from './write-verified-plan';

/** Points that no longer hold, named in the window. */
const NAMED = 60;
/** People named for each of them. */
const NAMES = 6;

/** What restoring a planning would do, and what of it no longer holds. Writes nothing. */
export function previewRestoration(id: unknown): PreviewAnswer {
  return answered(() =>
    alone<PreviewAnswer>((book) => {
      const found = readRestoration(book, id);
      if ('lines' in found) return found;
      const { reading, campaign, entry, record, plan, misfits } = found;
      const nameOf = namesOf(reading);
      const told = misfitSentences(misfits, nameOf);
      const seatless = new Set(
        record.sessions.flatMap(({ seats }) => seats.map(({ candidate }) => candidate)),
      );
      const newcomers = plan.unseated.filter(({ candidate }) => !seatless.has(candidate)).length;
      const after = plannedRecord(book, reading, campaign, plan, { kind: 'restored', returning: record });
      return {
        kind: 'preview',
        title: TEXT.restoration(moment(entry.at)),
        lines: [
          told.length === 0 ? TEXT.allFits : TEXT.misfitsIntro,
          ...(newcomers === 0 ? [] : [TEXT.newPeople(newcomers)]),
          TEXT.staying,
        ],
        misfits: told.slice(0, NAMED),
        moreMisfits: Math.max(0, told.length - NAMED),
        edits: [],
        differences: shownDifferences(standingPlanning(reading), after, nameOf),
        mark: markOf(entry, campaign),
      };
    }),
  );
}

/** Restores a planning, as far as it still holds, when the workbook is still what the preview was judged on. */
export function restorePlanning(request: unknown): ChangeAnswer {
  const given = new Map<string, unknown>(
    typeof request === 'object' && request !== null ? Object.entries(request) : [],
  );
  return answered(() =>
    alone<ChangeAnswer>((book) => {
      const found = readRestoration(book, given.get('id'));
      if ('lines' in found) return found;
      const { reading, campaign, entry, record, plan } = found;
      if (given.get('mark') !== markOf(entry, campaign)) return { kind: 'changed' };
      const answer = writeVerifiedPlan(book, reading, campaign, plan, tellProblems(reading.problems), {
        kind: 'restored',
        returning: record,
      });
      return answer.status === 'done'
        ? { kind: 'written', lines: [TEXT.restoredLine(moment(entry.at)), ...answer.lines] }
        : { kind: 'failed', lines: answer.lines };
    }),
  );
}

/** What the work gives; a failure is told in words. */
export function answered<Result>(work: () => Result | Answer): Result | HistoryRefusal {
  const answer = attempt(work);
  return isAnswer(answer) ? { kind: 'failed', lines: answer.lines } : answer;
}

interface ReadRestoration {
  readonly reading: WorkbookReading;
  readonly campaign: Campaign;
  readonly entry: HistoryEntry;
  readonly record: PlanningRecord;
  readonly plan: Plan;
  readonly misfits: readonly Misfit[];
}

function readRestoration(book: OpenSpreadsheet, id: unknown): ReadRestoration | HistoryRefusal {
  const reading = readWorkbook(book);
  if (reading.campaign === null) return blockedBy(reading);
  const history = readHistory(book);
  const entry = history.entries.find((one) => one.id === id);
  if (entry === undefined) return { kind: 'failed', lines: [TEXT.noLongerKept] };
  const record = readKeptPlanning(book, history, entry.id);
  if (record === null) return { kind: 'failed', lines: [TEXT.unreadable] };
  // What is restored keeps nobody where they are but whom a lock, a state or the past keeps there.
  const campaign: Campaign = {
    ...reading.campaign,
    settings: { ...reading.campaign.settings, recalculation: 'restart' },
  };
  const { plan, misfits } = restore(campaign, record);
  const violations = verifyPlan(campaign, plan);
  if (violations.length > 0) {
    const rules = [...new Set(violations.map(({ rule }) => rule))].join(', ');
    const { reference } = logFailure(`The restored plan breaks: ${rules}`);
    return { kind: 'failed', lines: [refusedPlan(reference)] };
  }
  if (plan.sessions.length === 0) return { kind: 'blocked', lines: [TEXT.nothingHolds] };
  return { reading, campaign, entry, record, plan, misfits };
}

const markOf = ({ id }: HistoryEntry, campaign: Campaign): string =>
  `${id} ${Object.values(fingerprintOf(campaign)).join(' ')}`;

/** Sessions first, then people by session and reason, then places without a name. */
function misfitSentences(
  misfits: readonly Misfit[],
  nameOf: (candidate: string) => string,
): readonly string[] {
  const people = new Map<string, { readonly first: SeatMisfits; readonly names: string[] }>();
  const sessions: string[] = [];
  const places: string[] = [];
  for (const misfit of misfits) {
    if (misfit.kind === 'session')
      sessions.push(TEXT.sessionMisfit(misfit.session, misfit.why, peopleOf(misfit.session)));
    else if (misfit.kind === 'anonymous') places.push(TEXT.anonymousMisfit(misfit.group, misfit.places));
    else {
      const key = `${misfit.session.number} ${misfit.why}`;
      const group = people.get(key) ?? { first: misfit, names: [] };
      group.names.push(nameOf(misfit.candidate));
      people.set(key, group);
    }
  }
  const seats = [...people.values()].map(({ first, names }) =>
    TEXT.seatMisfits(names.slice(0, NAMES), Math.max(0, names.length - NAMES), first.session, first.why),
  );
  return [...sessions, ...seats, ...places];
}

type SeatMisfits = Extract<Misfit, { readonly kind: 'seat' }>;

import type { Candidate } from '../domain/candidate';
import { ANSWERS_WINDOW, type AnswersWindow, type RateRow } from '../dialogs/answers/exchange';
import type { OutgoingMail } from '../google/mail';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { type Due, mayHaveLeft } from '../messages/due';
import { isMailAddress, oneLine } from '../messages/plain-words';
import { fillTemplate } from '../messages/template';
import { ANSWERS_TEXT } from '../text/answers';
import { REMINDER_FIELDS } from '../text/convocations';
import { identifierOf, textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { act, aloneInWords } from './act';
import { type Answer, blocked, done, type WindowOpened } from './answer';
import { asSending, deliver, type SendingAnswer } from './deliver-messages';
import { openForm } from './linked-forms';
import { openRecordDesk, type RecordDesk } from './message-desk';
import { answeredForOtherSlots, readAnswers } from './read-answers';
import { readWorkbook } from './read-workbook';
import { recoverLost } from './recover-lost';
import { takeAnswers } from './take-answers';

const WINDOW = { width: 560, height: 520 } as const;

/** *Suivi des réponses*: how many of each group have said when they can come. Sends nothing. */
export function followAnswers(): Answer | WindowOpened {
  const shown: AnswersWindow[] = [];
  const answer = aloneInWords((book) => {
    const data = followed(book);
    if ('status' in data) return data;
    shown.push(data);
    return done(data.lines);
  });
  const [data] = shown;
  if (answer.status !== 'done' || data === undefined) return act(ANSWERS_TEXT.title, () => answer);
  showWindow(ANSWERS_WINDOW, { title: ANSWERS_TEXT.title, data, ...WINDOW });
  return { defaultCall: 'tellAnswerRates' };
}

/** The same figures as sentences. */
export function tellAnswerRates(): Answer {
  return aloneInWords((book) => {
    const data = followed(book);
    return 'status' in data ? data : done([...data.lines, ...data.rates.map(ANSWERS_TEXT.line)]);
  });
}

/** Reminds some of those who have not answered: once a day at most, each. */
export function sendReminders(): SendingAnswer {
  return asSending(
    aloneInWords<SendingAnswer>((book) => {
      const desk = openRecordDesk(book);
      if ('status' in desk) return desk;
      const link = openForm(book, 'availability')?.address ?? '';
      if (link === '') return blocked(ANSWERS_TEXT.noForm);
      return deliver(book, desk, remindersDue(desk, waitedFor(book, desk)).due, (due) =>
        reminderTo(desk, due, link),
      );
    }),
  );
}

function followed(book: OpenSpreadsheet): AnswersWindow | Answer {
  recoverLost(book, 'availability');
  const taken = takeAnswers(book, readWorkbook(book));
  const desk = openRecordDesk(book);
  if ('status' in desk) return desk;
  const waited = waitedFor(book, desk);
  const { due, reminded, unreachable } = remindersDue(desk, waited);
  const hasForm = openForm(book, 'availability') !== null;
  const again = [...waited].filter(answered).length;
  return {
    lines: [
      ...taken.lines,
      ANSWERS_TEXT.waiting(waited.size - again),
      ...(again > 0 ? [ANSWERS_TEXT.toAskAgain(again)] : []),
      ...(reminded > 0 ? [ANSWERS_TEXT.reminded(reminded)] : []),
      ...(unreachable > 0 ? [ANSWERS_TEXT.unreachable(unreachable)] : []),
      ...(hasForm ? [] : [ANSWERS_TEXT.noForm]),
    ],
    rates: ratesOf(desk.campaign.candidates, waited),
    toRemind: hasForm ? due.length : 0,
  };
}

const answered = ({ availability }: Candidate): boolean => availability.source === 'own';

/** Who still has to say when they can come: those who never answered, and those whose slots all changed since. */
function waitedFor(book: OpenSpreadsheet, { campaign, reading }: RecordDesk): ReadonlySet<Candidate> {
  const outdated = answeredForOtherSlots(readAnswers(book, reading)?.answers ?? []);
  const isWaitedFor = (candidate: Candidate): boolean =>
    !answered(candidate) || (candidate.availability.possible.length === 0 && outdated.has(candidate.id));
  return new Set(campaign.candidates.filter(isWaitedFor));
}

function ratesOf(candidates: readonly Candidate[], waited: ReadonlySet<Candidate>): readonly RateRow[] {
  const rates = new Map<string, { students: number; answered: number }>();
  for (const candidate of candidates) {
    const group = candidate.group ?? ANSWERS_TEXT.withoutGroup;
    const rate = rates.get(group) ?? { students: 0, answered: 0 };
    rate.students += 1;
    if (!waited.has(candidate)) rate.answered += 1;
    rates.set(group, rate);
  }
  return [...rates]
    .map(([group, rate]) => ({ group: oneLine(group, 80), ...rate }))
    .sort((a, b) => a.group.localeCompare(b.group, 'fr'));
}

/** A reminder bears the day on which it left: nobody gets two of them that day. */
function remindersDue(
  { record, reading, present }: RecordDesk,
  waited: ReadonlySet<Candidate>,
): {
  readonly due: readonly Due[];
  readonly reminded: number;
  /** How many have no address that a reminder could go to. */
  readonly unreachable: number;
} {
  const today = String(Math.floor(present));
  const already = new Set(
    record
      .filter((message) => message.kind === 'reminder' && message.mark === today && mayHaveLeft(message))
      .map(({ who }) => who),
  );
  const grid = reading.grids.students;
  const rows = grid === null ? [] : (readTable(grid, TABS.students, new ProblemLog())?.rows ?? []);
  const addresses = new Map(
    rows.map((row) => [matchKey(identifierOf(row.cell('id'), row.shown('id'))), textOf(row.cell('email'))]),
  );
  const silent = [...waited];
  const addressOf = ({ id }: Candidate): string => addresses.get(matchKey(id)) ?? '';
  const due = silent.flatMap((candidate): Due[] => {
    const address = addressOf(candidate);
    if (already.has(candidate.id) || !isMailAddress(address)) return [];
    const name = `${candidate.lastName} ${candidate.firstName}`;
    const expected = {
      audience: 'candidate',
      who: candidate.id,
      name,
      address,
      session: '',
      mark: today,
    } as const;
    return [{ kind: 'reminder', expected, before: '', told: 0 }];
  });
  return {
    due,
    reminded: silent.filter(({ id }) => already.has(id)).length,
    unreachable: silent.filter((candidate) => !isMailAddress(addressOf(candidate))).length,
  };
}

function reminderTo(
  { templates, reading, campaign }: RecordDesk,
  { expected }: Due,
  link: string,
): OutgoingMail {
  const { values } = reading.settings;
  const person = campaign.candidates.find(({ id }) => id === expected.who);
  const message = fillTemplate(
    templates.reminder,
    new Map([
      [REMINDER_FIELDS.firstName, oneLine(person?.firstName ?? '')],
      [REMINDER_FIELDS.lastName, oneLine(person?.lastName ?? '')],
      [REMINDER_FIELDS.id, oneLine(expected.who)],
      [REMINDER_FIELDS.link, link],
    ]),
  );
  return {
    to: expected.address,
    ...message,
    senderName: oneLine(textOf(values.get('senderName'))),
    replyTo: textOf(values.get('replyTo')),
    attachment: null,
  };
}

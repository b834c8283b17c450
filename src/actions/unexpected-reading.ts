import { solverFileNames } from '../allocation/highs/load';
import { brokenSeats } from '../allocation/repair/repairs';
import { UNEXPECTED_WINDOW, type UnexpectedReading } from '../dialogs/unexpected/exchange';
import type { Campaign } from '../domain/campaign';
import { fingerprintOf } from '../domain/fingerprint';
import { showWindow } from '../google/page-window';
import { UNEXPECTED_TEXT as TEXT } from '../text/unexpected';
import { readWatching } from '../workbook/read/watching';
import { act, alone, attempt, isAnswer } from './act';
import { type Answer, done, type WindowOpened } from './answer';
import { blockedBy, readForRepair } from './calculation-reading';
import { readWorkbook } from './read-workbook';

const WINDOW = { width: 760, height: 620 } as const;

/** *Traiter un imprévu*: lets staff say what happened, and shows how the planning can be mended. Writes nothing. */
export function openUnexpected(): Answer | WindowOpened {
  const read = attempt(() =>
    alone<{ readonly refusal: readonly string[]; readonly blocked: boolean }>((book) => {
      const reading = readWorkbook(book);
      const { mendable } = reading;
      if (mendable === null) return { refusal: blockedBy(reading).lines, blocked: true };
      return { refusal: hasPlanning(mendable) ? [] : [TEXT.noPlanning], blocked: false };
    }),
  );
  if (isAnswer(read)) return act(TEXT.title, () => read);
  showWindow(UNEXPECTED_WINDOW, { title: TEXT.title, data: read, ...WINDOW });
  return { defaultCall: 'tellUnexpected' };
}

/** What the window does by default: it waits for staff to say what happened. Writes nothing. */
export function tellUnexpected(): Answer {
  return attempt(() =>
    alone((book): Answer => {
      const reading = readWorkbook(book);
      const { mendable: campaign } = reading;
      if (campaign === null) return { ...done(blockedBy(reading).lines), status: 'blocked' };
      if (!hasPlanning(campaign)) return done([TEXT.noPlanning]);
      const broken = brokenSeats(campaign);
      const sessions = campaign.existing.filter(({ state }) => state !== 'cancelled').length;
      return done([
        TEXT.standing(sessions),
        broken === 0 ? TEXT.nothingBroken : TEXT.broken(broken),
        TEXT.toChoose,
      ]);
    }),
  );
}

/** Gives the window the planning and all that its engine needs. */
export function readUnexpected(): UnexpectedReading {
  const read = readForRepair();
  if ('kind' in read) return read;
  const { reading, campaign } = read;
  return {
    kind: 'ready',
    campaign,
    watching: [...readWatching(reading.grids.planning)],
    fingerprint: fingerprintOf(campaign),
    broken: brokenSeats(campaign),
    solverFiles: solverFileNames().length,
  };
}

const hasPlanning = ({ existing }: Campaign): boolean => existing.some(({ state }) => state !== 'cancelled');

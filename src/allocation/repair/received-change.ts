import type { Change, ChangedSlots } from '../../domain/change';
import { candidateId, roomCode, sessionNumber, slotCode } from '../../domain/ids';

/**
 * Reads a change that another program sends. What it says of the campaign is not judged: a room or a session that does
 * not exist changes nothing.
 * @returns `null` when it is no change
 */
export function readChange(value: unknown): Change | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const slots = readSlots(given.get('slots'));
  const text = (name: string): string | null => {
    const found = given.get(name);
    return typeof found === 'string' && found !== '' ? found : null;
  };
  switch (given.get('kind')) {
    case 'roomLost': {
      const room = text('room');
      return room === null || slots === null ? null : { kind: 'roomLost', room: roomCode(room), slots };
    }
    case 'sessionCancelled': {
      const session = text('session');
      return session === null ? null : { kind: 'sessionCancelled', session: sessionNumber(session) };
    }
    case 'invigilatorMissing': {
      const invigilator = text('invigilator');
      return invigilator === null || slots === null
        ? null
        : { kind: 'invigilatorMissing', invigilator, slots };
    }
    case 'candidatesAway': {
      const candidates = readTexts(given.get('candidates'))?.map(candidateId);
      return candidates === undefined || candidates.length === 0 || slots === null
        ? null
        : { kind: 'candidatesAway', candidates, slots };
    }
    case 'tabsCorrected':
      return { kind: 'tabsCorrected' };
    default:
      return null;
  }
}

function readSlots(value: unknown): ChangedSlots | null {
  if (value === 'every') return 'every';
  const codes = readTexts(value);
  return codes === null || codes.length === 0 ? null : codes.map(slotCode);
}

/** `null` when it is not a list of texts. */
export function readTexts(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const texts = value.filter((item): item is string => typeof item === 'string');
  return texts.length === value.length ? texts : null;
}

import type { Campaign } from './campaign';

/** What a planning is calculated from, part by part, as staff would name them. */
export const FINGERPRINT_PARTS = [
  'rooms',
  'slots',
  'students',
  'availability',
  'requests',
  'invigilators',
  'planning',
  'settings',
] as const;

export type FingerprintPart = (typeof FINGERPRINT_PARTS)[number];

/** Sixteen hexadecimal digits for each part: equal when the part is the same, different otherwise (but for chance). */
export type Fingerprint = Readonly<Record<FingerprintPart, string>>;

/** The fingerprint of all that the engine reads. The order of rows counts: a tab that was sorted has changed. */
export function fingerprintOf(campaign: Campaign): Fingerprint {
  return {
    rooms: digest(campaign.rooms),
    slots: digest(campaign.slots),
    students: digest(campaign.candidates.map((student) => ({ ...student, availability: null }))),
    availability: digest(campaign.candidates.map(({ id, availability }) => [id, availability])),
    requests: digest(campaign.requests),
    invigilators: digest(campaign.invigilators),
    planning: digest(campaign.existing),
    settings: digest(campaign.settings),
  };
}

/** The parts that differ, in the order in which they are named. */
export function changedParts(before: Fingerprint, now: Fingerprint): readonly FingerprintPart[] {
  return FINGERPRINT_PARTS.filter((part) => before[part] !== now[part]);
}

/** A fingerprint that came from outside; `null` when it is none. */
export function readFingerprint(value: unknown): Fingerprint | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const text = (part: FingerprintPart): string => {
    const found = given.get(part);
    return typeof found === 'string' ? found : '';
  };
  const read: Fingerprint = {
    rooms: text('rooms'),
    slots: text('slots'),
    students: text('students'),
    availability: text('availability'),
    requests: text('requests'),
    invigilators: text('invigilators'),
    planning: text('planning'),
    settings: text('settings'),
  };
  return FINGERPRINT_PARTS.every((part) => /^[0-9a-f]{16}$/.test(read[part])) ? read : null;
}

/** Sixteen hexadecimal digits: two hashes of 32 bits (FNV-1a, two seeds) over data as JSON, whose keys have a fixed order. */
export function digest(data: unknown): string {
  const text = JSON.stringify(data);
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 15);
  }
  return hex(first) + hex(second);
}

const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0');

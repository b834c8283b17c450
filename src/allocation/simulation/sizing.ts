/** People to seat at a site, and the places of its rooms. */
export interface SiteNeed {
  readonly site: string;
  readonly people: number;
  /** Of them, those who need a slot long enough for extra time. */
  readonly extraTime: number;
  /** Certified places of each room. */
  readonly rooms: readonly number[];
}

export interface SizingRules {
  /** Places kept free in each session. */
  readonly keptFree: number;
  /** Sessions that can be watched at once at a site; `null`: as many as there are rooms. */
  readonly atOnce: number | null;
}

/** With so many slots, so many sessions are enough, and fewer are not. */
export interface SlotsAndSessions {
  readonly slots: number;
  readonly sessions: number;
}

export interface SiteSizing {
  readonly site: string;
  readonly people: number;
  /** Most people at one slot. */
  readonly placesPerSlot: number;
  /** From the fewest slots to the fewest sessions; empty when nobody can sit there, or nobody has to. */
  readonly choices: readonly SlotsAndSessions[];
  /** Slots, among these, that have to be long enough for extra time. */
  readonly longSlots: number;
}

export interface Sizing {
  readonly sites: readonly SiteSizing[];
  /** All sites together; they share the slots. */
  readonly choices: readonly SlotsAndSessions[];
  /** Sites with people and no usable room. */
  readonly impossible: readonly string[];
}

/**
 * The fewest sessions and slots for so many people, if everybody could come at any time: nothing ever does with fewer.
 * A room is used once at a slot, the largest rooms first.
 */
export function sizingOf(needs: readonly SiteNeed[], rules: SizingRules): Sizing {
  const sites = needs.map((need) => siteSizing(need, rules));
  const asked = sites.filter(({ people, placesPerSlot }) => people > 0 && placesPerSlot > 0);
  const least = Math.max(0, ...asked.map(({ choices }) => choices[0]?.slots ?? 0));
  const most = Math.max(0, ...asked.map(({ choices }) => choices[choices.length - 1]?.slots ?? 0));
  const choices = Array.from({ length: asked.length === 0 ? 0 : most - least + 1 }, (_, more) => ({
    slots: least + more,
    sessions: asked.reduce((sum, site) => sum + sessionsWith(site, least + more), 0),
  }));
  return {
    sites,
    choices: withoutWaste(choices),
    impossible: sites
      .filter(({ people, placesPerSlot }) => people > 0 && placesPerSlot === 0)
      .map(({ site }) => site),
  };
}

function siteSizing(
  { site, people, extraTime, rooms }: SiteNeed,
  { keptFree, atOnce }: SizingRules,
): SiteSizing {
  const sizes = rooms
    .map((places) => places - keptFree)
    .filter((places) => places > 0)
    .sort((a, b) => b - a)
    .slice(0, atOnce ?? rooms.length);
  const placesPerSlot = sizes.reduce((sum, places) => sum + places, 0);
  const largest = sizes[0] ?? 0;
  if (people <= 0 || largest === 0)
    return { site, people: Math.max(0, people), placesPerSlot, choices: [], longSlots: 0 };
  const least = Math.ceil(people / placesPerSlot);
  const most = Math.ceil(people / largest);
  const choices = Array.from({ length: most - least + 1 }, (_, more) => ({
    slots: least + more,
    sessions: fewestSessions(people, sizes, least + more),
  }));
  return {
    site,
    people,
    placesPerSlot,
    choices: withoutWaste(choices),
    longSlots: Math.ceil(Math.min(extraTime, people) / placesPerSlot),
  };
}

/** Each room as often as there are slots, the largest first. */
function fewestSessions(people: number, sizes: readonly number[], slots: number): number {
  let left = people;
  let sessions = 0;
  for (const size of sizes) {
    const needed = Math.min(slots, Math.ceil(left / size));
    sessions += needed;
    left -= needed * size;
    if (left <= 0) break;
  }
  return sessions;
}

function sessionsWith({ choices }: SiteSizing, slots: number): number {
  const possible = choices.filter((choice) => choice.slots <= slots);
  return possible[possible.length - 1]?.sessions ?? 0;
}

/** More slots are worth naming only where they spare a session. */
function withoutWaste(choices: readonly SlotsAndSessions[]): readonly SlotsAndSessions[] {
  return choices.filter(({ sessions }, at) => at === 0 || sessions < (choices[at - 1]?.sessions ?? 0));
}

/** Slots that fit in a day. */
export function slotsPerDay(start: number, end: number, length: number, gap: number): number {
  return length <= 0 ? 0 : Math.max(0, Math.floor((end - start + gap) / (length + gap)));
}

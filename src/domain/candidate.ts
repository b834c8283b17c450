import type { CandidateId, GroupName, SiteName, SlotCode } from './ids';

/** Where the availability of a candidate comes from (contract: own row, group row, accepted request, parameter). */
export type AvailabilitySource = 'own' | 'group' | 'request' | 'default' | 'none';

/** Slots by code. Candidates of one group share one object: never copy it per candidate. */
export interface Availability {
  readonly source: AvailabilitySource;
  /** Slots at which the candidate can come. */
  readonly possible: readonly SlotCode[];
  /** Those of `possible` that are preferred. */
  readonly preferred: readonly SlotCode[];
}

/** A candidate with a name, one per usable row of `Étudiants`. */
export interface Candidate {
  readonly id: CandidateId;
  readonly lastName: string;
  readonly firstName: string;
  /** `null`: no group given. Such candidates form no group and are never split. */
  readonly group: GroupName | null;
  /** Sites accepted: at least one. */
  readonly sites: readonly SiteName[];
  /** Extra time as a fraction of the test: 0 for none, 1/3, 0.33… */
  readonly extraTime: number;
  /** Column `Certifiable`; `null`: not given. */
  readonly certifiable: boolean | null;
  readonly availability: Availability;
}

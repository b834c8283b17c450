import type { Component } from '../problem/components';
import type { Choice } from '../openings/construction';
import type { Values } from './evaluation';
import type { Limits } from '../part';
import type { Seating } from './room-filling';

/** A component with its sessions chosen and its people seated. */
export interface Solved {
  readonly component: Component;
  readonly choice: Choice;
  readonly seating: Seating;
  readonly values: Values;
  readonly limits: Limits;
}

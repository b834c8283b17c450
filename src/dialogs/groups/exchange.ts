import { windowPage } from '../window-page';

export interface GroupPair {
  /** The label as it was typed: what the server knows the pair by. */
  readonly seen: string;
  readonly label: string;
}

export interface GroupsWindow {
  readonly pairs: readonly GroupPair[];
}

export const GROUPS_WINDOW = windowPage<GroupsWindow>('groups');

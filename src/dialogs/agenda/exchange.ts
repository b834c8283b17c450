import { windowPage } from '../window-page';

export interface AgendaWindow {
  readonly calendars: readonly { readonly id: string; readonly name: string }[];
  /** Identifier of the calendar proposed. */
  readonly chosen: string;
}

export const AGENDA_WINDOW = windowPage<AgendaWindow>('agenda');

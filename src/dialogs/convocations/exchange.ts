import { windowPage } from '../window-page';

/** What the window of the convocations starts with. */
export interface ConvocationsWindow {
  /** What is due in words, then what staff should know before sending. */
  readonly lines: readonly string[];
  /** Parts of the messages that may be left out. */
  readonly parts: readonly MessagePart[];
  readonly previews: readonly MessagePreview[];
  /** Messages that may still leave today. */
  readonly quota: number;
  /** Address of whoever opened the window; empty when it is not known. */
  readonly ownAddress: string;
}

export interface MessagePart {
  /** What the server knows the part by. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

export interface MessagePreview {
  /** Which of the messages that can leave, from 0: what a test to oneself names. */
  readonly index: number;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Lines of the calendar event that goes with it; empty for none. */
  readonly attachment: string;
}

/** What the server answers to one slice of the sending. */
export interface SliceAnswer {
  readonly status: 'done' | 'blocked' | 'failed';
  readonly lines: readonly string[];
  readonly sent: number;
  readonly left: number;
  readonly more: boolean;
}

export const CONVOCATIONS_WINDOW = windowPage<ConvocationsWindow>('convocations');

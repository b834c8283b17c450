import type { DailyQuota } from './daily-quota';
import { isEmail } from './forms/rules';

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A message as it was handed over. Lists of addresses are separated by commas, as given. */
export interface Message {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly body: string;
  /** `null`: the message has only a text. */
  readonly htmlBody: string | null;
  /** Name of the sender, as shown; `null`: the account's. */
  readonly name: string | null;
  readonly noReply: boolean;
  readonly attachments: readonly Attachment[];
}

/** A message that would have left. */
export interface SentMessage extends Message {
  /** From 1, in the order of sending. */
  readonly number: number;
  /** Instant in milliseconds. */
  readonly at: number;
}

const RECIPIENTS_PER_MESSAGE = 50;
const ATTACHMENTS = 250;
const ATTACHED_BYTES = 25 * 1024 * 1024;
const BODY_BYTES = 400 * 1024;
const SUBJECT_LENGTH = 250;
/** A line break in a header would begin another header. */
const BREAKS = /[\r\n]/;

/** The messages that would have left, and what remains of the day's quota. */
export class Outbox {
  readonly messages: SentMessage[] = [];

  constructor(
    /** In recipients, not in messages. */
    readonly quota: DailyQuota,
    private readonly now: () => number,
  ) {}

  /** Keeps the message, or throws what the platform answers. */
  send(message: Message): SentMessage {
    const recipients = [message.to, message.cc, message.bcc].flatMap(addressesOf);
    if (recipients.length === 0) throw new Error('Failed to send email: no recipient');
    const wrong = recipients.find((address) => !isEmail(address));
    if (wrong !== undefined) throw new Error(`Invalid email: ${wrong}`);
    for (const address of addressesOf(message.replyTo)) {
      if (!isEmail(address)) throw new Error(`Invalid email: ${address}`);
    }
    if (message.subject.length > SUBJECT_LENGTH) throw new Error('Argument too large: subject');
    if (BREAKS.test(message.subject)) throw new Error('Invalid argument: subject');
    if (BREAKS.test(message.name ?? '')) throw new Error('Invalid argument: name');
    requireSizes(message, recipients.length);
    if (!this.quota.take(recipients.length)) {
      throw new Error('Service invoked too many times for one day: email.');
    }
    const sent = { ...message, number: this.messages.length + 1, at: this.now() };
    this.messages.push(sent);
    return sent;
  }

  /** The messages that an address would have received, in order. */
  to(address: string): SentMessage[] {
    const wanted = address.toLowerCase();
    return this.messages.filter((message) =>
      [message.to, message.cc, message.bcc].some((list) =>
        addressesOf(list).some((one) => one.toLowerCase() === wanted),
      ),
    );
  }
}

function requireSizes({ body, htmlBody, attachments }: Message, recipients: number): void {
  if (recipients > RECIPIENTS_PER_MESSAGE) throw new Error('Limit Exceeded: Email Recipients Per Message.');
  const longest = Math.max(Buffer.byteLength(body), Buffer.byteLength(htmlBody ?? ''));
  if (longest > BODY_BYTES) throw new Error('Limit Exceeded: Email Body Size.');
  if (attachments.length > ATTACHMENTS) throw new Error('Limit Exceeded: Email Attachments Per Message.');
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes.length, 0);
  if (bytes > ATTACHED_BYTES) throw new Error('Limit Exceeded: Email Total Attachments Size.');
}

/** Addresses of a list; `Name <address>` is its address. */
export const addressesOf = (list: string): string[] =>
  list
    .split(',')
    .map((part) => /<([^<>]*)>\s*$/.exec(part)?.[1]?.trim() ?? part.trim())
    .filter((part) => part !== '');

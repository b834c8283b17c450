import type { Attachment, Message, Outbox } from '../model/outbox';
import { LocalBlob } from './blob';
import { ServiceObject } from './bridge';

/** The options that the platform takes, and all of a message when it comes as one object. */
type Parameters = Partial<Record<keyof GoogleAppsScript.Mail.MailAdvancedParameters, unknown>>;

const KNOWN: readonly string[] = [
  'attachments',
  'bcc',
  'body',
  'cc',
  'htmlBody',
  'name',
  'noReply',
  'replyTo',
  'subject',
  'to',
];

/** `MailApp`: messages stay in the outbox of the account. */
export class MailApps extends ServiceObject {
  readonly serviceName = 'MailApp';
  readonly #outbox: Outbox;

  constructor(outbox: Outbox) {
    super();
    this.#outbox = outbox;
  }

  /** In recipients. */
  getRemainingDailyQuota(): number {
    return this.#outbox.quota.remaining;
  }

  /** A message; or recipient, subject, body and options; or recipient, address for answers, subject and body. */
  sendEmail(first: Parameters | string, second?: string, third?: string, fourth?: Parameters | string): void {
    if (typeof first === 'object' && first !== null) this.#send(first);
    else if (typeof second !== 'string' || typeof third !== 'string') {
      throw new Error("The parameters don't match the method signature for MailApp.sendEmail.");
    } else if (typeof fourth === 'string') {
      this.#send({ to: first, replyTo: second, subject: third, body: fourth });
    } else this.#send({ ...fourth, to: first, subject: second, body: third });
  }

  #send(given: Parameters): void {
    const unknown = Object.keys(given).find((key) => !KNOWN.includes(key));
    if (unknown !== undefined) {
      throw new Error(`MailApp.sendEmail: the option ${unknown} is not emulated by the local runtime.`);
    }
    const text = (key: keyof Parameters): string => textOf(given[key]);
    const message: Message = {
      to: text('to'),
      cc: text('cc'),
      bcc: text('bcc'),
      replyTo: text('replyTo'),
      subject: text('subject'),
      body: text('body'),
      htmlBody: text('htmlBody') === '' ? null : text('htmlBody'),
      name: text('name') === '' ? null : text('name'),
      noReply: given.noReply === true,
      attachments: attachmentsOf(given.attachments),
    };
    this.#outbox.send(message);
  }
}

function attachmentsOf(given: unknown): Attachment[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new Error('Invalid argument: attachments');
  return given.map((blob: unknown, index) => {
    if (!(blob instanceof LocalBlob)) throw new Error('Invalid argument: attachments');
    return {
      name: blob.getName() ?? `attachment-${index + 1}`,
      contentType: blob.getContentType() ?? 'application/octet-stream',
      bytes: Uint8Array.from(blob.getBytes()),
    };
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

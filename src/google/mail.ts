import { logFailure } from './log';

/** A message that leaves in the name of whoever runs the script. */
export interface OutgoingMail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Empty: the sender's own name. */
  readonly senderName: string;
  /** Empty: the sender's own address. */
  readonly replyTo: string;
  readonly attachment: MailAttachment | null;
}

export interface MailAttachment {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/**
 * What became of a message: `refused`: the address is not one; `quota`: nothing leaves any more today; `unknown`: it may
 * have left.
 */
export type Sending = 'sent' | 'refused' | 'quota' | 'unknown';

/** Messages that may still leave today. */
export function remainingMails(): number {
  return Math.max(0, MailApp.getRemainingDailyQuota());
}

export function sendMail(mail: OutgoingMail): Sending {
  const { to, subject, text, html, senderName, replyTo, attachment } = mail;
  try {
    MailApp.sendEmail({
      to,
      subject,
      body: text,
      htmlBody: html,
      ...(senderName === '' ? {} : { name: senderName }),
      ...(replyTo === '' ? {} : { replyTo }),
      ...(attachment === null
        ? {}
        : { attachments: [Utilities.newBlob(attachment.text, attachment.mime, attachment.name)] }),
    });
    return 'sent';
  } catch (error) {
    const { kind } = logFailure(error);
    if (kind === 'quota') return 'quota';
    return /invalid|no recipient/i.test(String(error)) ? 'refused' : 'unknown';
  }
}

/** The address of whoever runs the script; empty when the domain hides it. */
export function ownAddress(): string {
  try {
    return Session.getActiveUser().getEmail();
  } catch (error) {
    logFailure(error);
    return '';
  }
}

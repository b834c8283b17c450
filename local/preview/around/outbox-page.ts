import type { Outbox, SentMessage } from '../../model/outbox';
import { localAddresses } from './local-addresses';
import { attributes, html, Markup } from './markup';
import { momentOf } from './moments';
import { notFound, sectionPage } from './shell';
import type { Visit, VisitAnswer } from './visit';

/** The body of a message shows alone, without script, without network, in an origin that nothing shares. */
const BODY_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; " +
  "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The messages that would have left, one of them, its HTML body or one of its attachments. */
export function outboxPage(
  outbox: Outbox,
  parts: readonly string[],
  visit: Visit,
  timeZone: string,
): VisitAnswer {
  const [number, what, index] = parts;
  if (number === undefined) return listPage(outbox, timeZone);
  const message = outbox.messages.find((one) => String(one.number) === number);
  if (!message) return notFound('Ce message n’existe pas');
  if (what === 'html') return bodyAnswer(message, visit.address);
  if (what === 'piece') return attachmentAnswer(message, Number(index));
  return messagePage(message, visit.address, timeZone);
}

function listPage({ messages, quota }: Outbox, timeZone: string): VisitAnswer {
  const left = html`<p class="note">
    Aucun message ne quitte cet ordinateur. Il resterait ${quota.remaining}
    ${quota.remaining > 1 ? 'destinataires' : 'destinataire'} pour aujourd’hui.
  </p>`;
  if (messages.length === 0) {
    return sectionPage(
      '/messages',
      'Messages',
      html`<p class="empty">Aucun message pour l’instant. Ceux que PixOrga enverrait paraîtront ici.</p>
        ${left}`,
    );
  }
  const rows = messages.toReversed().map(
    (message) => html`<tr>
        <td class="nowrap">${momentOf(message.at, timeZone)}</td>
        <td>${message.to}</td>
        <td><a${attributes({ href: `/messages/${message.number}` })}>${message.subject || '(sans objet)'}</a></td>
        <td>${message.attachments.map(({ name }) => name).join(', ')}</td>
      </tr>`,
  );
  const count = messages.length > 1 ? `${messages.length} messages` : '1 message';
  return sectionPage(
    '/messages',
    'Messages',
    html`${left}
      <div class="wide">
        <table class="list stacked">
          <caption>
            ${count}, du plus récent au plus ancien
          </caption>
          <thead>
            <tr>
              <th scope="col">Envoi</th>
              <th scope="col">À</th>
              <th scope="col">Objet</th>
              <th scope="col">Pièces jointes</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
  );
}

function messagePage(message: SentMessage, address: string, timeZone: string): VisitAnswer {
  const lines = [
    ['Envoi', momentOf(message.at, timeZone)],
    ['De', message.name ?? ''],
    ['À', message.to],
    ['Copie', message.cc],
    ['Copie cachée', message.bcc],
    ['Réponse à', message.replyTo],
  ].filter(([, value]) => value !== '');
  const attached = message.attachments.map(
    ({ name, bytes }, index) =>
      html`<li><a${attributes({ href: `/messages/${message.number}/piece/${index}`, download: name })}>${name}</a> (${sizeOf(bytes.length)})</li>`,
  );
  const frame = html`<h2>Message mis en forme</h2>
    <iframe
      class="body"
      title="Message mis en forme"
      ${attributes({ src: `/messages/${message.number}/html`, sandbox: 'allow-popups allow-popups-to-escape-sandbox' })}
    ></iframe>`;
  return sectionPage(
    '/messages',
    message.subject || '(sans objet)',
    html`<p><a href="/messages">Tous les messages</a></p>
      <dl class="head">
        ${lines.map(
          ([name = '', value = '']) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${
        attached.length === 0
          ? null
          : html`<h2>Pièces jointes</h2>
              <ul>
                ${attached}
              </ul>`
      }
      ${message.htmlBody === null ? null : frame}
      <h2>Texte</h2>
      <pre class="text" tabindex="0" aria-label="Texte du message">
${linked(localAddresses(message.body, address))}</pre>`,
  );
}

/** The text with its addresses as links. */
function linked(text: string): Markup {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/);
  return html`${parts.map((part, index) =>
    index % 2 === 1
      ? html`<a target="_blank" rel="noopener" ${attributes({ href: part })}>${part}</a>`
      : html`${part}`,
  )}`;
}

function bodyAnswer({ htmlBody }: SentMessage, address: string): VisitAnswer {
  // Links of a message open beside it: the frame itself can go nowhere.
  const source = `<!doctype html><meta charset="utf-8"><base target="_blank">${localAddresses(htmlBody ?? '', address)}`;
  return {
    status: 200,
    type: 'text/html',
    base64: Buffer.from(source).toString('base64'),
    headers: { 'content-security-policy': BODY_POLICY },
  };
}

function attachmentAnswer({ attachments }: SentMessage, index: number): VisitAnswer {
  const attachment = attachments[index];
  if (!attachment) return notFound('Cette pièce jointe n’existe pas');
  return {
    status: 200,
    type: 'application/octet-stream',
    base64: Buffer.from(attachment.bytes).toString('base64'),
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}` },
  };
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes}\u00a0octets` : `${Math.round(bytes / 1024)}\u00a0Ko`;

import { attributes, html, Markup } from './markup';
import type { VisitAnswer } from './visit';

/** No script at all; what is sent comes back here. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

const SECTIONS = [
  { path: '/formulaires', label: 'Formulaires' },
  { path: '/messages', label: 'Messages' },
  { path: '/agenda', label: 'Agenda' },
  { path: '/classeurs', label: 'Autres classeurs' },
] as const;

/** The paths of these pages, for the server. */
export const AROUND_PATH = /^\/(formulaires|formulaire|messages|agenda|classeurs)(\/|$)/;

/** One of the pages that show what stands around the workbook. */
export function sectionPage(
  current: (typeof SECTIONS)[number]['path'],
  title: string,
  content: Markup,
): VisitAnswer {
  const links = SECTIONS.map(
    ({ path, label }) =>
      html`<li><a${attributes({ href: path, 'aria-current': path === current ? 'page' : null })}>${label}</a></li>`,
  );
  return page(
    title,
    html`<header class="around-head">
        <p class="around-what">Autour du classeur</p>
        <nav aria-label="Autour du classeur">
          <ul>
            ${links}
          </ul>
        </nav>
        <a class="back" href="/">Retour au classeur</a>
      </header>
      <main>
        <h1>${title}</h1>
        ${content}
      </main>`,
  );
}

/** A page that stands alone, as a respondent sees it. */
export function standalonePage(title: string, content: Markup, status = 200): VisitAnswer {
  return page(
    title,
    html`<header class="aside">
        <p>Aperçu de ce que voit la personne qui répond. <a href="/formulaires">Autour du classeur</a></p>
      </header>
      <main class="sheet">${content}</main>`,
    status,
  );
}

export function page(title: string, body: Markup, status = 200): VisitAnswer {
  const { source } = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – PixOrga</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/around.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  // A form that is sent says where it comes from: the server takes those of its own pages only.
  return {
    status,
    type: 'text/html',
    base64: Buffer.from(source).toString('base64'),
    headers: { 'content-security-policy': POLICY, 'referrer-policy': 'same-origin' },
  };
}

export const notFound = (what: string): VisitAnswer =>
  page(
    what,
    html`<main class="sheet">
      <h1>${what}</h1>
      <p>Revenez au <a href="/">classeur</a> et suivez le lien de nouveau.</p>
    </main>`,
    404,
  );

import type { Account } from '../../model/account';
import type { CalendarModel, EventModel } from '../../model/calendars';
import type { FormModel } from '../../model/forms/form';
import { displayOf } from '../../model/display';
import type { SheetModel } from '../../model/sheet';
import type { WorkbookModel } from '../../model/workbook';
import { attributes, html, type Markup } from './markup';
import { dayOf, timeOf } from './moments';
import { notFound, sectionPage } from './shell';
import { valueOf, type Visit, type VisitAnswer } from './visit';

const ROWS_SHOWN = 500;

/** The forms of the account, each with its address. */
export function formsPage({ forms }: Account): VisitAnswer {
  const list = html`<ul class="cards">
    ${forms.map(formCard)}
  </ul>`;
  const none = html`<p class="empty">
    Aucun formulaire pour l’instant. Le menu Pix du classeur en crée un pour les demandes et un pour les
    disponibilités.
  </p>`;
  return sectionPage('/formulaires', 'Formulaires', forms.length === 0 ? none : list);
}

function formCard(form: FormModel): Markup {
  const { length } = form.responses;
  const answers = length === 0 ? 'Aucune réponse' : length === 1 ? '1 réponse' : `${length} réponses`;
  return html`<li class="card">
    <h2>
      <a target="_blank" ${attributes({ href: `/formulaire/${form.id}` })}>${form.title || form.name}</a>
    </h2>
    <p>
      ${answers}${form.acceptsResponses ? null : ', fermé'}. Le lien ouvre le formulaire dans un nouvel
      onglet, tel que le voit une personne qui répond.
    </p>
  </li>`;
}

/** The events of every calendar, in order. */
export function calendarPage({ calendars }: Account): VisitAnswer {
  const shown = calendars.list.filter(({ events }) => events.length > 0);
  const none = html`<p class="empty">
    Aucun événement pour l’instant. Les sessions inscrites dans un agenda paraîtront ici.
  </p>`;
  return sectionPage('/agenda', 'Agenda', shown.length === 0 ? none : html`${shown.map(calendarTable)}`);
}

function calendarTable({ name, timeZone, events }: CalendarModel): Markup {
  const rows = [...events]
    .sort((a, b) => a.start - b.start)
    .map(
      (event) =>
        html`<tr>
          <td class="nowrap">${dayOf(event.start, timeZone)}</td>
          <td class="nowrap">${hoursOf(event, timeZone)}</td>
          <td>${event.title}</td>
          <td>${event.location}</td>
          <td class="lines">${event.description}</td>
          <td>${event.guests.join(', ')}</td>
        </tr>`,
    );
  return html`<div class="wide">
    <table class="list">
      <caption>
        ${name}
      </caption>
      <thead>
        <tr>
          <th scope="col">Jour</th>
          <th scope="col">Heures</th>
          <th scope="col">Titre</th>
          <th scope="col">Lieu</th>
          <th scope="col">Description</th>
          <th scope="col">Invités</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

const hoursOf = ({ start, end, allDay }: EventModel, timeZone: string): string =>
  allDay ? 'toute la journée' : `${timeOf(start, timeZone)} – ${timeOf(end, timeZone)}`;

/** The other spreadsheets, or one of them as those with whom it is shared read it. */
export function filesPage(account: Account, parts: readonly string[], visit: Visit): VisitAnswer {
  const others = account.spreadsheets.filter((file) => file !== account.opened);
  const [id] = parts;
  if (id !== undefined) {
    const file = others.find((other) => other.id === id);
    return file ? filePage(file, valueOf(visit.query, 'onglet')) : notFound('Ce classeur n’existe pas');
  }
  const none = html`<p class="empty">
    Aucun autre classeur pour l’instant. Celui que PixOrga partage avec les enseignants paraîtra ici.
  </p>`;
  const list = html`<ul class="cards">
    ${others.map(
      (file) =>
        html`<li class="card"><h2><a${attributes({ href: `/classeurs/${file.id}` })}>${file.name}</a></h2>${sharing(file)}</li>`,
    )}
  </ul>`;
  return sectionPage('/classeurs', 'Autres classeurs', others.length === 0 ? none : list);
}

function sharing({ viewers, editors }: WorkbookModel): Markup {
  const readers = [...viewers].join(', ');
  const writers = [...editors].join(', ');
  return html`<p>${readers === '' ? 'Partagé avec personne' : `En lecture seule : ${readers}`}.</p>
    ${writers === '' ? null : html`<p>En écriture : ${writers}.</p>`}`;
}

function filePage(file: WorkbookModel, wanted: string): VisitAnswer {
  const visible = file.sheets.filter(({ hidden }) => !hidden);
  const sheet = visible.find(({ id }) => String(id) === wanted) ?? visible[0];
  const tabs = visible.map(
    (one) =>
      html`<li><a${attributes({ href: `/classeurs/${file.id}?onglet=${one.id}`, 'aria-current': one === sheet ? 'page' : null })}>${one.name}</a></li>`,
  );
  return sectionPage(
    '/classeurs',
    file.name,
    html`<p><a href="/classeurs">Tous les classeurs</a></p>
      ${sharing(file)}
      <nav class="tabs" aria-label="Onglets">
        <ul>
          ${tabs}
        </ul>
      </nav>
      ${sheet ? sheetTable(file, sheet) : null}`,
  );
}

function sheetTable(file: WorkbookModel, sheet: SheetModel): Markup {
  if (sheet.lastRow === 0) return html`<p class="empty">Cet onglet est vide.</p>`;
  const columns = Array.from({ length: sheet.lastColumn }, (_, index) => index + 1).filter(
    (column) => !sheet.hiddenColumns.has(column),
  );
  const text = (row: number, column: number): string => {
    const value = sheet.get(row, column);
    if (value === undefined) return '';
    return displayOf(value, sheet.styles.numberFormat.get(row, column), file.locale);
  };
  const last = Math.min(sheet.lastRow, ROWS_SHOWN);
  const rows = Array.from({ length: last }, (_, index) => index + 1)
    .filter((row) => !sheet.hiddenRows.has(row))
    .map((row) => {
      const isHead = row <= sheet.frozenRows;
      const cells = columns.map((column) =>
        isHead
          ? html`<th scope="col">${text(row, column)}</th>`
          : html`<td class="lines">${text(row, column)}</td>`,
      );
      return html`<tr>
        ${cells}
      </tr>`;
    });
  const more =
    sheet.lastRow > last ? html`<p class="note">Les ${ROWS_SHOWN} premières lignes sont montrées.</p>` : null;
  return html`<div class="wide" tabindex="0" role="region" ${attributes({ 'aria-label': sheet.name })}>
      <table class="list">
        <caption>
          ${sheet.name}
        </caption>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${more}`;
}

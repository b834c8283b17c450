import type { Account } from '../../model/account';
import { calendarPage, filesPage, formsPage } from './account-pages';
import { formPage, type Send } from './form-page';
import { outboxPage } from './outbox-page';
import { notFound } from './shell';
import type { Visit, VisitAnswer } from './visit';

/** What the pages show, and how an answer to a form is sent. */
export interface Surroundings {
  readonly account: Account;
  readonly timeZone: string;
  readonly send: (formId: string, ...answer: Parameters<Send>) => ReturnType<Send>;
}

/** One of the pages around the workbook: forms, messages, calendars, other spreadsheets. */
export function aroundPage({ account, timeZone, send }: Surroundings, visit: Visit): VisitAnswer {
  const [room, ...parts] = visit.path.split('/').filter((part) => part !== '');
  switch (room) {
    case 'formulaires':
      return formsPage(account);
    case 'formulaire': {
      const form = account.forms.find(({ id }) => id === parts[0]);
      if (!form) return notFound('Ce formulaire n’existe pas');
      return formPage(form, visit, (...answer) => send(form.id, ...answer));
    }
    case 'messages':
      return outboxPage(account.outbox, parts, visit, timeZone);
    case 'agenda':
      return calendarPage(account);
    case 'classeurs':
      return filesPage(account, parts, visit);
    default:
      return notFound('Cette page n’existe pas');
  }
}

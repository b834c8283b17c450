import type { FormDelivery } from '../../execution/send-form';
import type { FormAnswer, FormModel } from '../../model/forms/form';
import { answersIn, fieldId, fieldOf, typedOf, type Typed } from './form-fields';
import { attributes, html, type Markup } from './markup';
import { standalonePage } from './shell';
import { valueOf, type Visit, type VisitAnswer } from './visit';

/** Sends answers by identifier of question, and says what became of them. */
export type Send = (
  answers: Readonly<Record<string, FormAnswer>>,
  email: string,
  edit: string | null,
) => FormDelivery;

type Refusals = Extract<FormDelivery, { status: 'refused' }>['refusals'];

const EMAIL = 'emailAddress';
const EDIT = 'edit2';

/** The form as a respondent sees it: blank or begun by its address, refused, or received. */
export function formPage(form: FormModel, visit: Visit, send: Send): VisitAnswer {
  if (!form.acceptsResponses) return closedPage(form);
  if (visit.posted === null) {
    const edited = form.allowsEdits ? form.response(valueOf(visit.query, EDIT)) : null;
    const typed: Typed = edited
      ? [[EDIT, edited.id], [EMAIL, edited.email], ...typedOf(form, edited.answers)]
      : visit.query;
    return blankPage(form, typed, []);
  }
  const edit = valueOf(visit.posted, EDIT) || null;
  const delivery = send(answersIn(form, visit.posted), valueOf(visit.posted, EMAIL).trim(), edit);
  if (delivery.status === 'refused') return blankPage(form, visit.posted, delivery.refusals);
  return thanksPage(form, delivery.responseId);
}

const titleOf = (form: FormModel): string => form.title || form.name;

function blankPage(form: FormModel, typed: Typed, refusals: Refusals): VisitAnswer {
  const faults = new Map(
    refusals.flatMap(({ item, message }) => (item === null ? [] : [[item, message] as const])),
  );
  const emailFault = refusals.find(({ item }) => item === null)?.message ?? null;
  const edit = valueOf(typed, EDIT);
  const required = form.collectsEmail || form.items.some((item) => item.required);
  const content = html`<div class="card first">
      <h1>${titleOf(form)}</h1>
      ${form.description === '' ? null : html`<p class="description">${form.description}</p>`}
      ${required ? html`<p class="note"><span class="star" aria-hidden="true">*</span> Question obligatoire</p>` : null}
    </div>
    ${refusals.length === 0 ? null : summary(form, refusals)}
    <form method="post" ${attributes({ action: `/formulaire/${form.id}` })} novalidate>
      ${edit === '' ? null : html`<input type="hidden" ${attributes({ name: EDIT, value: edit })} />`}
      ${form.collectsEmail ? emailField(valueOf(typed, EMAIL), emailFault) : null}
      ${form.items.map((item) => fieldOf(item, typed, faults))}
      <p class="send"><button type="submit" class="primary">Envoyer</button></p>
    </form>`;
  const title = refusals.length === 0 ? titleOf(form) : `À compléter : ${titleOf(form)}`;
  return standalonePage(title, content, refusals.length === 0 ? 200 : 422);
}

function emailField(value: string, fault: string | null): Markup {
  const invalid = fault === null ? null : 'true';
  return html`<div${attributes({ class: fault === null ? 'question' : 'question refused' })}>
    <label class="title" for="q-email">Adresse e-mail <span class="star" aria-hidden="true">*</span></label>
    <input type="email" id="q-email" autocomplete="email" aria-required="true"${attributes({ name: EMAIL, value, 'aria-invalid': invalid, 'aria-describedby': fault === null ? null : 'q-email-fault' })} />
    ${fault === null ? null : html`<p class="fault" id="q-email-fault">${fault}</p>`}
  </div>`;
}

/** What is to be corrected, each with a link to its field. */
function summary(form: FormModel, refusals: Refusals): Markup {
  const lines = refusals.map(({ item, message }) => {
    const question = item === null ? null : form.item(item);
    const target = question ? fieldId(question) : 'q-email';
    return html`<li><a${attributes({ href: `#${target}` })}>${question?.title ?? 'Adresse e-mail'}</a> : ${message}</li>`;
  });
  return html`<div class="card refused" role="alert">
    <h2>Votre réponse n’est pas encore envoyée</h2>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

function closedPage(form: FormModel): VisitAnswer {
  const message = form.closedMessage || 'Ce formulaire n’accepte plus de réponses.';
  return standalonePage(
    titleOf(form),
    html`<div class="card first">
      <h1>${titleOf(form)}</h1>
      <p class="description">${message}</p>
    </div>`,
  );
}

function thanksPage(form: FormModel, responseId: string): VisitAnswer {
  const again = html`<a${attributes({ href: `/formulaire/${form.id}` })}>Envoyer une autre réponse</a>`;
  const change = html`<a${attributes({ href: `/formulaire/${form.id}?${EDIT}=${encodeURIComponent(responseId)}` })}>Modifier votre réponse</a>`;
  return standalonePage(
    `Réponse envoyée : ${titleOf(form)}`,
    html`<div class="card first">
      <h1>${titleOf(form)}</h1>
      <p class="description" role="status">${form.confirmation || 'Votre réponse a bien été enregistrée.'}</p>
      <p class="links">${form.allowsEdits ? change : null} ${form.respondAgainLink ? again : null}</p>
    </div>`,
  );
}

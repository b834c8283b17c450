import { asks, type FormAnswer, type FormItem, type FormModel } from '../../model/forms/form';
import { attributes, html, type Markup } from './markup';
import { valueOf, valuesOf, type Visit } from './visit';

/** What a respondent has typed so far, by name of field. */
export type Typed = Visit['query'];

/** A choice of one's own, as Google names it. */
const OTHER = '__other_option__';

/** Why a question was refused, by item. */
export type Faults = ReadonlyMap<number, string>;

/** One item of a form: a question with what was typed and why it was refused, a title, or nothing. */
export function fieldOf(item: FormItem, typed: Typed, faults: Faults): Markup {
  if (!asks(item)) {
    return html`<section class="part">
      <h2>${item.title}</h2>
      ${item.help === '' ? null : html`<p class="help">${item.help}</p>`}
    </section>`;
  }
  const id = fieldId(item);
  const fault = faults.get(item.id) ?? null;
  const help =
    item.help === '' ? null : html`<p class="help" ${attributes({ id: `${id}-help` })}>${item.help}</p>`;
  const said =
    fault === null ? null : html`<p class="fault" ${attributes({ id: `${id}-fault` })}>${fault}</p>`;
  const told = [help && `${id}-help`, said && `${id}-fault`].filter((one) => one !== null).join(' ') || null;
  const title = html`${item.title}${item.required ? html` <span class="star" aria-hidden="true">*</span>` : null}`;
  const className = fault === null ? 'question' : 'question refused';
  if (item.kind === 'TEXT' || item.kind === 'PARAGRAPH_TEXT' || item.kind === 'LIST') {
    return html`<div${attributes({ class: className })}>
      <label class="title"${attributes({ for: id })}>${title}</label>${help}
      ${writtenField(item, typed, { id, 'aria-describedby': told, 'aria-invalid': fault === null ? null : 'true', 'aria-required': item.required ? 'true' : null })}${said}
    </div>`;
  }
  const choices = item.kind.endsWith('GRID') ? gridField(item, typed) : choiceField(item, typed);
  return html`<fieldset${attributes({ class: className, id, 'aria-describedby': told, tabindex: '-1' })}>
    <legend class="title">${title}${item.required ? html`<span class="unseen"> (obligatoire)</span>` : null}</legend>${help}${choices}${said}
  </fieldset>`;
}

export const fieldId = (item: FormItem): string => `q-${item.id}`;

const nameOf = (item: FormItem): string => `entry.${item.id}`;

function writtenField(item: FormItem, typed: Typed, given: Readonly<Record<string, string | null>>): Markup {
  const name = nameOf(item);
  const value = valueOf(typed, name);
  if (item.kind === 'PARAGRAPH_TEXT') {
    return html`<textarea rows="4" ${attributes({ ...given, name })}>${value}</textarea>`;
  }
  if (item.kind === 'TEXT')
    return html`<input type="text" autocomplete="off" ${attributes({ ...given, name, value })} />`;
  const options = item.choices.map(
    (choice) => html`<option${attributes({ value: choice, selected: choice === value })}>${choice}</option>`,
  );
  return html`<select${attributes({ ...given, name })}><option value="">Choisir</option>${options}</select>`;
}

function choiceField(item: FormItem, typed: Typed): Markup {
  const name = nameOf(item);
  const type = item.kind === 'CHECKBOX' ? 'checkbox' : 'radio';
  const ticked = valuesOf(typed, name);
  const boxes = item.choices.map(
    (choice) =>
      html`<label class="choice"
        ><input${attributes({ type, name, value: choice, checked: ticked.includes(choice) })} />
        <span>${choice}</span></label
      >`,
  );
  const other = html`<div class="choice">
    <label
      ><input${attributes({ type, name, value: OTHER, checked: ticked.includes(OTHER) })} />
      <span>Autre :</span></label
    >
    <input
      type="text"
      ${attributes({ name: `${name}.other_option_response`, 'aria-label': `Autre réponse à « ${item.title} »`, value: valueOf(typed, `${name}.other_option_response`) })}
    />
  </div>`;
  return html`${boxes}${item.other ? other : null}`;
}

function gridField(item: FormItem, typed: Typed): Markup {
  const type = item.kind === 'CHECKBOX_GRID' ? 'checkbox' : 'radio';
  const heads = item.columns.map((column) => html`<th scope="col">${column}</th>`);
  const rows = item.rows.map((label, index) => {
    const name = `${nameOf(item)}.${index}`;
    const ticked = valuesOf(typed, name);
    const cells = item.columns.map(
      (column) =>
        html`<td>
          <input${attributes({ type, name, value: column, checked: ticked.includes(column), 'aria-label': `${label} : ${column}` })} />
        </td>`,
    );
    return html`<tr>
      <th scope="row">${label}</th>
      ${cells}
    </tr>`;
  });
  return html`<div class="wide">
    <table class="choices">
      <thead>
        <tr>
          <td></td>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** The answers that the fields hold, by identifier of question; what is left blank is absent. */
export function answersIn(form: FormModel, typed: Typed): Record<string, FormAnswer> {
  const answers: Record<string, FormAnswer> = {};
  for (const item of form.items.filter(asks)) {
    const answer = answerIn(item, typed);
    if (answer.length > 0) answers[String(item.id)] = answer;
  }
  return answers;
}

function answerIn(item: FormItem, typed: Typed): FormAnswer {
  const name = nameOf(item);
  const written = (choice: string): string =>
    choice === OTHER ? valueOf(typed, `${name}.other_option_response`) : choice;
  if (item.kind === 'CHECKBOX') {
    return valuesOf(typed, name)
      .map(written)
      .filter((choice) => choice !== '');
  }
  if (item.kind === 'GRID') return filled(item.rows.map((_, index) => valueOf(typed, `${name}.${index}`)));
  if (item.kind === 'CHECKBOX_GRID') {
    return filled(item.rows.map((_, index) => valuesOf(typed, `${name}.${index}`)));
  }
  return written(valueOf(typed, name)).replace(/\r\n/g, '\n');
}

/** A grid in which nothing is chosen is no answer. */
const filled = <Part extends string | readonly string[]>(parts: readonly Part[]): readonly Part[] =>
  parts.some((part) => part.length > 0) ? parts : [];

/** The fields of an answer that was sent, to change it. */
export function typedOf(form: FormModel, answers: ReadonlyMap<number, FormAnswer>): Typed {
  return form.items.flatMap((item) => {
    const answer = answers.get(item.id);
    if (answer === undefined) return [];
    const name = nameOf(item);
    if (typeof answer === 'string') return [[name, answer] as const];
    if (!item.kind.endsWith('GRID')) return answer.flat().map((choice) => [name, choice] as const);
    return answer.flatMap((part, index) =>
      [part].flat().map((choice) => [`${name}.${index}`, choice] as const),
    );
  });
}

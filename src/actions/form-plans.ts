import type { Slot } from '../domain/slot';
import type { FormPlan } from '../google/forms';
import { AVAILABILITY_FORM, REQUEST_FORM, slotLabel } from '../text/forms';
import type { Offer } from '../workbook/read/offer';
import { INPUTS } from '../workbook/schema/inputs';

/** Choices that a form offers today, by key of question. */
export type Choices = Readonly<Record<string, readonly string[]>>;

const MOST_STUDENTS = 2000;

/** Slots that have begun are not offered. */
export function offeredSlots({ slots }: Offer): readonly Slot[] {
  return slots.filter(({ closed }) => !closed);
}

export function requestChoices(offer: Offer): Choices {
  const sites = [...new Set(offer.rooms.map(({ site }) => site))];
  return { sites, slots: offeredSlots(offer).map(slotLabel) };
}

export function availabilityChoices(offer: Offer): Choices {
  const slots = offeredSlots(offer).map(slotLabel);
  return { possible: [...slots, AVAILABILITY_FORM.none], preferred: slots };
}

/** The form that teachers fill; its titles are the headers of `Demandes`. */
export function requestPlan(offer: Offer): FormPlan {
  const { help } = REQUEST_FORM;
  const choices = requestChoices(offer);
  const header = (key: string): string =>
    INPUTS.requests.columns.find((column) => column.key === key)?.header ?? key;
  const text = (key: 'requester' | 'department' | 'course' | 'group', required: boolean) => ({
    key,
    title: header(key),
    help: help[key],
    required,
    answer: { kind: 'text' } as const,
  });
  const number = (key: 'count' | 'extraTimeCount', least: number) => ({
    key,
    title: header(key),
    help: help[key],
    required: true,
    answer: {
      kind: 'number',
      least,
      greatest: MOST_STUDENTS,
      refusal: REQUEST_FORM.numberRefusal(least, MOST_STUDENTS),
    } as const,
  });
  return {
    title: REQUEST_FORM.title,
    description: REQUEST_FORM.description,
    confirmation: REQUEST_FORM.confirmation,
    questions: [
      text('requester', true),
      text('department', true),
      text('course', false),
      text('group', true),
      number('count', 1),
      {
        key: 'sites',
        title: header('sites'),
        help: help.sites,
        required: true,
        answer: { kind: 'one', choices: choices['sites'] ?? [] },
      },
      {
        key: 'slots',
        title: header('slots'),
        help: help.slots,
        required: true,
        answer: { kind: 'several', choices: choices['slots'] ?? [] },
      },
      number('extraTimeCount', 0),
      {
        key: 'remarks',
        title: header('remarks'),
        help: help.remarks,
        required: false,
        answer: { kind: 'paragraph' },
      },
    ],
  };
}

/** The form that students fill. */
export function availabilityPlan(offer: Offer): FormPlan {
  const choices = availabilityChoices(offer);
  const { id, possible, preferred, help } = AVAILABILITY_FORM;
  return {
    title: AVAILABILITY_FORM.title,
    description: AVAILABILITY_FORM.description,
    confirmation: AVAILABILITY_FORM.confirmation,
    questions: [
      { key: 'id', title: id, help: help.id, required: true, answer: { kind: 'text' } },
      {
        key: 'possible',
        title: possible,
        help: help.possible,
        required: true,
        answer: { kind: 'several', choices: choices['possible'] ?? [] },
      },
      {
        key: 'preferred',
        title: preferred,
        help: help.preferred,
        required: false,
        answer: { kind: 'several', choices: choices['preferred'] ?? [] },
      },
    ],
  };
}

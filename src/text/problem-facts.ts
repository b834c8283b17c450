import { calendarDay } from '../domain/calendar';
import type { Problem } from '../domain/problem';
import { duration, number, plural, shortDay, time } from './format';

/** What a sentence may say of its problem; what is not known is left out of it. */
export class Facts {
  constructor(private readonly problem: Problem) {}

  /** `« 31/02/2004 »`; nothing when the cell is empty. */
  get seen(): string {
    return this.problem.seen === '' ? '' : `« ${this.problem.seen} »`;
  }

  get tab(): string {
    return `« ${this.problem.place.tab} »`;
  }

  text(name: string): string {
    const value = this.problem.params[name];
    if (value === undefined) return '';
    return typeof value === 'number' ? number(value) : value;
  }

  /** `1 personne`, `20 personnes`. */
  count(name: string, one: string, several: string): string {
    return plural(this.number(name), one, several);
  }

  number(name: string): number {
    return Number(this.problem.params[name] ?? 0);
  }

  has(name: string): boolean {
    return this.text(name) !== '';
  }

  /** ` du créneau C01`, only when it is known. */
  after(words: string, name: string): string {
    return this.has(name) ? ` ${words} ${this.text(name)}` : '';
  }

  /** `lun. 11/01/2027`. */
  day(name: string): string {
    const [year = 0, month = 0, date = 0] = this.text(name).split('-').map(Number);
    const day = calendarDay(year, month, date);
    return day === null ? this.text(name) : shortDay(day);
  }

  /** Minutes as a duration. */
  duration(name: string): string {
    return duration(Number(this.problem.params[name]));
  }

  /** `« Durand (agnes) »`, `« Durand (paul) »`: what was joined by semicolons. */
  list(name: string): readonly string[] {
    return this.text(name)
      .split('; ')
      .map((item) => `« ${item} »`);
  }

  /** `1 étudiant`, `10 étudiants`. */
  plural(name: string, one: string, several: string): string {
    return plural(Number(this.problem.params[name]), one, several);
  }

  /** A time of day, in minutes. */
  time(name: string): string {
    return time(Number(this.problem.params[name]));
  }
}

export type Sentence = (facts: Facts) => readonly [message: string, remedy: string];

/** What happens to a row of which nothing else is known. */
export const LEFT_OUT = 'La ligne est mise de côté.';

import { ServiceObject } from './bridge';
import type { Emulates } from './contract';
import type { LocalUser } from './host';

export class User extends ServiceObject implements Emulates<GoogleAppsScript.Base.User, 'getEmail'> {
  readonly serviceName = 'User';
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }
}

type Contract = Emulates<
  GoogleAppsScript.Base.Session,
  | 'getActiveUser'
  | 'getActiveUserLocale'
  | 'getEffectiveUser'
  | 'getScriptTimeZone'
  | 'getTemporaryActiveUserKey'
>;

/** Who runs the script, and where. */
export class LocalSession extends ServiceObject implements Contract {
  readonly serviceName = 'Session';
  readonly #user: LocalUser;
  readonly #timeZone: string;
  readonly #language: string;

  constructor(user: LocalUser, timeZone: string, language = 'fr') {
    super();
    this.#user = user;
    this.#timeZone = timeZone;
    this.#language = language;
  }

  getActiveUser(): User {
    return new User(this.#user.email);
  }

  getEffectiveUser(): User {
    return new User(this.#user.email);
  }

  /** Two letters, as the platform gives them. */
  getActiveUserLocale(): string {
    return this.#language;
  }

  getScriptTimeZone(): string {
    return this.#timeZone;
  }

  getTemporaryActiveUserKey(): string {
    return `key-of-${this.#user.email}`;
  }
}

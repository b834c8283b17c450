import { ServiceObject } from './bridge';
import type { Emulates } from './contract';

export type LogLevel = 'log' | 'info' | 'warn' | 'error';

/** Where lines of logs go. */
export type LogSink = (level: LogLevel, text: string) => void;

/** `Logger`: `%s` marks take the values that follow. */
export class LocalLogger extends ServiceObject implements Emulates<GoogleAppsScript.Base.Logger> {
  readonly serviceName = 'Logger';
  readonly #write: LogSink;
  readonly #lines: string[] = [];

  constructor(write: LogSink) {
    super();
    this.#write = write;
  }

  log(data: unknown, ...values: unknown[]): this {
    const text = logText(data, values);
    this.#lines.push(text);
    this.#write('log', text);
    return this;
  }

  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.#lines.length = 0;
  }
}

/** `console`, which goes to the same place. */
export class LocalConsole
  extends ServiceObject
  implements Emulates<Console, 'log' | 'info' | 'warn' | 'error' | 'time' | 'timeEnd'>
{
  readonly serviceName = 'console';
  readonly #write: LogSink;
  readonly #now: () => number;
  readonly #started = new Map<string, number>();

  constructor(write: LogSink, now: () => number) {
    super();
    this.#write = write;
    this.#now = now;
  }

  log(data?: unknown, ...values: unknown[]): void {
    this.#write('log', logText(data, values));
  }

  info(data?: unknown, ...values: unknown[]): void {
    this.#write('info', logText(data, values));
  }

  warn(data?: unknown, ...values: unknown[]): void {
    this.#write('warn', logText(data, values));
  }

  error(data?: unknown, ...values: unknown[]): void {
    this.#write('error', logText(data, values));
  }

  time(label = 'default'): void {
    this.#started.set(label, this.#now());
  }

  timeEnd(label = 'default'): void {
    const start = this.#started.get(label);
    if (start !== undefined) this.#write('log', `${label}: ${this.#now() - start}ms`);
    this.#started.delete(label);
  }
}

function logText(data: unknown, values: readonly unknown[]): string {
  let next = 0;
  const start =
    typeof data === 'string'
      ? data.replace(/%[sdifjoO]/g, (mark) => (next < values.length ? text(values[next++]) : mark))
      : text(data);
  return [start, ...values.slice(next).map(text)].join(' ');
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Error || typeof (value as { stack?: unknown }).stack === 'string') {
    return (value as Error).stack ?? (value as Error).message;
  }
  return JSON.stringify(value);
}

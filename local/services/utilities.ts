import { createHash, createHmac, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bytesOf, encoded, LocalBlob, signedBytes } from './blob';
import { ServiceObject } from './bridge';
import type { Emulates } from './contract';
import { formatDate, parseDate } from './format-date';
import type { LocalClock } from './state/clock';

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};
const MACS: Readonly<Record<string, string>> = {
  HMAC_MD5: 'md5',
  HMAC_SHA_1: 'sha1',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
};

const sameNames = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, name]));

type Data = string | number[];

type Contract = Emulates<
  GoogleAppsScript.Utilities.Utilities,
  | 'base64Decode'
  | 'base64DecodeWebSafe'
  | 'formatString'
  | 'getUuid'
  | 'newBlob'
  | 'parseCsv'
  | 'parseDate'
  | 'sleep'
>;

/** `Utilities`: dates, texts, bytes, digests. Sleeping moves the clock of the runtime and takes no time. */
export class LocalUtilities extends ServiceObject implements Contract {
  readonly serviceName = 'Utilities';
  readonly Charset = sameNames(['US_ASCII', 'UTF_8']);
  readonly DigestAlgorithm = sameNames(Object.keys(DIGESTS));
  readonly MacAlgorithm = sameNames(Object.keys(MACS));
  readonly #clock: LocalClock;

  constructor(clock: LocalClock) {
    super();
    this.#clock = clock;
  }

  formatDate(date: Date, timeZone: string, format: string): string {
    if (!(date instanceof Date)) {
      const kind =
        date === null || date === undefined ? 'null' : typeof date === 'string' ? 'String' : typeof date;
      throw new Error(
        `The parameters (${kind},String,String) don't match the method signature for Utilities.formatDate.`,
      );
    }
    return formatDate(date.getTime(), timeZone, format);
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    return new Date(parseDate(date, timeZone, format));
  }

  /** `%s`, `%d`, `%f`, with width, zeros and decimals, as sprintf. */
  formatString(template: string, ...args: unknown[]): string {
    let next = 0;
    return template.replace(
      /%(-)?(0)?(\d+)?(?:\.(\d+))?([sdifxX%])/g,
      (_, left, zero, width, decimals, kind) => {
        if (kind === '%') return '%';
        const text = oneFormat(
          args[next++],
          kind as string,
          decimals === undefined ? undefined : Number(decimals),
        );
        const size = Number(width ?? 0);
        return left ? text.padEnd(size) : text.padStart(size, zero ? '0' : ' ');
      },
    );
  }

  parseCsv(csv: string, delimiter = ','): string[][] {
    return readCsv(csv, delimiter);
  }

  getUuid(): string {
    return randomUUID();
  }

  sleep(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new Error(`Invalid argument: milliseconds`);
    if (milliseconds > 300_000) throw new Error('sleep(): the time may not exceed 300000 milliseconds.');
    this.#clock.sleep(milliseconds);
  }

  base64Encode(data: Data, charset?: string): string {
    return Buffer.from(this.#bytes(data, 'base64Encode', charset)).toString('base64');
  }

  base64EncodeWebSafe(data: Data, charset?: string): string {
    return this.base64Encode(data, charset).replace(/\+/g, '-').replace(/\//g, '_');
  }

  base64Decode(text: string): number[] {
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new Error('Could not decode string.');
    return signedBytes(Buffer.from(text, 'base64'));
  }

  base64DecodeWebSafe(text: string): number[] {
    if (!/^[\w-]*={0,2}\s*$/.test(text)) throw new Error('Could not decode string.');
    return signedBytes(Buffer.from(text, 'base64url'));
  }

  computeDigest(algorithm: string, value: Data, charset?: string): number[] {
    const name = DIGESTS[algorithm];
    if (name === undefined) throw new Error(`The digest ${algorithm} is not emulated by the local runtime.`);
    return signedBytes(
      createHash(name)
        .update(this.#bytes(value, 'computeDigest', charset))
        .digest(),
    );
  }

  computeHmacSha256Signature(value: Data, key: Data, charset?: string): number[] {
    return this.computeHmacSignature('HMAC_SHA_256', value, key, charset);
  }

  computeHmacSignature(algorithm: string, value: Data, key: Data, charset?: string): number[] {
    const name = MACS[algorithm];
    if (name === undefined)
      throw new Error(`The signature ${algorithm} is not emulated by the local runtime.`);
    const secret = this.#bytes(key, 'computeHmacSignature', charset);
    const signed = createHmac(name, secret).update(this.#bytes(value, 'computeHmacSignature', charset));
    return signedBytes(signed.digest());
  }

  newBlob(data: Data, contentType?: string | null, name?: string | null): LocalBlob {
    const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null);
    return new LocalBlob(bytesOf(data, 'Utilities.newBlob'), type, name ?? null);
  }

  gzip(blob: LocalBlob, name?: string): LocalBlob {
    const bytes = gzipSync(Uint8Array.from(blob.getBytes()));
    return new LocalBlob(
      bytes,
      'application/x-gzip',
      name ?? (blob.getName() === null ? 'archive.gz' : `${blob.getName()}.gz`),
    );
  }

  ungzip(blob: LocalBlob): LocalBlob {
    if (blob.getContentType() !== 'application/x-gzip' && blob.getContentType() !== 'application/gzip') {
      throw new Error('Blob object must have application/x-gzip content type for this operation.');
    }
    const bytes = gunzipSync(Uint8Array.from(blob.getBytes()));
    return new LocalBlob(bytes, null, (blob.getName() ?? '').replace(/\.gz$/, ''));
  }

  #bytes(data: Data, method: string, charset?: string): Uint8Array {
    // Without a charset the platform reads texts as US-ASCII here: an accent becomes « ? ».
    if (typeof data === 'string') return encoded(data, charset ?? 'US_ASCII');
    return bytesOf(data, `Utilities.${method}`);
  }
}

function oneFormat(value: unknown, kind: string, decimals: number | undefined): string {
  if (kind === 's') return decimals === undefined ? String(value) : String(value).slice(0, decimals);
  const number = Number(value);
  if (kind === 'f') return number.toFixed(decimals ?? 6);
  const whole = Math.trunc(number);
  if (kind === 'd' || kind === 'i') return String(whole);
  return kind === 'X' ? whole.toString(16).toUpperCase() : whole.toString(16);
}

/** Rows of a CSV text; quotes protect delimiters, line breaks and doubled quotes. */
function readCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let index = 0; index < csv.length; index++) {
    const letter = csv[index] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (csv[index + 1] === '"') {
        cell += '"';
        index++;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (quoted) throw new Error('Could not parse text.');
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

import { ServiceObject } from './bridge';

type BlobContract = GoogleAppsScript.Base.Blob;

/** Bytes as the platform gives them: numbers from -128 to 127. */
export const signedBytes = (bytes: Uint8Array): number[] => [...new Int8Array(bytes)];

/** The platform's bytes, or the UTF-8 bytes of a text. */
export function bytesOf(data: unknown, method: string): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (Array.isArray(data) && data.every((byte) => typeof byte === 'number')) return Uint8Array.from(data);
  const kind =
    data === null || data === undefined ? 'null' : typeof data === 'object' ? '(class)' : typeof data;
  throw new Error(`The parameters (${kind}) don't match the method signature for ${method}.`);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gz: 'application/x-gzip',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Bytes with a type and a name. */
export class LocalBlob extends ServiceObject implements BlobContract {
  readonly serviceName = 'Blob';
  #bytes: Uint8Array;
  #contentType: string | null;
  #name: string | null;

  constructor(bytes: Uint8Array, contentType: string | null = null, name: string | null = null) {
    super();
    this.#bytes = bytes;
    this.#contentType = contentType;
    this.#name = name;
  }

  getBytes(): number[] {
    return signedBytes(this.#bytes);
  }

  getDataAsString(charset = 'UTF-8'): string {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(this.#bytes);
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  getName(): string | null {
    return this.#name;
  }

  setBytes(data: number[]): this {
    this.#bytes = bytesOf(data, 'Blob.setBytes');
    return this;
  }

  setDataFromString(string: string, charset = 'UTF-8'): this {
    this.#bytes = encoded(string, charset);
    return this;
  }

  setContentType(contentType: string | null): this {
    this.#contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    const extension = (this.#name ?? '').split('.').pop()?.toLowerCase() ?? '';
    this.#contentType = EXTENSIONS[extension] ?? this.#contentType;
    return this;
  }

  setName(name: string): this {
    this.#name = name;
    return this;
  }

  copyBlob(): LocalBlob {
    return new LocalBlob(this.#bytes.slice(), this.#contentType, this.#name);
  }

  getBlob(): LocalBlob {
    return this;
  }

  /** Only to the type that the blob has: the platform's conversion service is not here. */
  getAs(contentType: string): LocalBlob {
    if (contentType === this.#contentType) return this.copyBlob();
    throw new Error(`Blob.getAs('${contentType}') is not emulated by the local runtime.`);
  }

  /** Older than `zip`: a blob holds itself. */
  getAllBlobs(): LocalBlob[] {
    return [this];
  }

  isGoogleType(): boolean {
    return false;
  }
}

/** The bytes of a text; characters that a one-byte charset lacks become `?`. */
export function encoded(text: string, charset: string): Uint8Array {
  const name = charset.toUpperCase().replace('_', '-');
  if (name === 'UTF-8') return Buffer.from(text, 'utf8');
  const last = name === 'ISO-8859-1' ? 0xff : name === 'US-ASCII' ? 0x7f : null;
  if (last === null) throw new Error(`The charset ${charset} is not emulated by the local runtime.`);
  return Uint8Array.from(Array.from(text), (letter) => {
    const code = letter.codePointAt(0) ?? 63;
    return code <= last ? code : 63;
  });
}

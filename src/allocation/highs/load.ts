import { gunzipSync } from 'fflate';
import type { MilpSolver } from '../solver';
import { type WasmEngine, adaptHighs } from './adapter';
import { highsGlue } from './glue';

/** What the build knows of the payload it wrote. */
interface PayloadFacts {
  readonly files: readonly string[];
  readonly characters: number;
  readonly bytes: number;
  /** Adler-32 of the WebAssembly. */
  readonly checksum: number;
}

declare const SOLVER_PAYLOAD: PayloadFacts;
declare const WebAssembly: WasmEngine | undefined;

/** Names of the files that hold the solver, in order, without extension. */
export function solverFileNames(): readonly string[] {
  return SOLVER_PAYLOAD.files;
}

/**
 * HiGHS, instantiated from the files that the build wrote (`readFile` gets names without extension). Throws a short
 * error when a file is damaged or the platform refuses WebAssembly: the constructive plan is then the answer.
 */
export function loadHighs(readFile: (name: string) => string): MilpSolver {
  if (typeof WebAssembly === 'undefined') throw new Error('no WebAssembly here');
  const text = SOLVER_PAYLOAD.files.map(readFile).join('');
  const wasm = gunzipSync(decode(text), { out: new Uint8Array(SOLVER_PAYLOAD.bytes) });
  if (wasm.length !== SOLVER_PAYLOAD.bytes || checksumOf(wasm) !== SOLVER_PAYLOAD.checksum)
    throw new Error('the solver is damaged: send the add-on again');
  return adaptHighs(highsGlue(), wasm, WebAssembly);
}

/** URL-safe base64, line breaks ignored. */
function decode(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const values = new Int8Array(128).fill(-1);
  for (let index = 0; index < alphabet.length; index += 1) values[alphabet.charCodeAt(index)] = index;
  const bytes = new Uint8Array(Math.floor((SOLVER_PAYLOAD.characters * 3) / 4));
  let length = 0;
  let seen = 0;
  let held = 0;
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text.charCodeAt(index) & 127] ?? -1;
    if (value < 0) continue;
    seen += 1;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 255;
    length += 1;
  }
  if (seen !== SOLVER_PAYLOAD.characters) throw new Error('the solver is damaged: send the add-on again');
  return bytes;
}

function checksumOf(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  // Sums stay exact far beyond 3,800 bytes: the remainder is taken once per block.
  for (let start = 0; start < bytes.length; start += 3800) {
    const end = Math.min(bytes.length, start + 3800);
    for (let index = start; index < end; index += 1) {
      low += bytes[index] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}

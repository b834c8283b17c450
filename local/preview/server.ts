import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import { localAddresses } from './around/local-addresses';
import { AROUND_PATH } from './around/shell';
import type { Visit, VisitAnswer } from './around/visit';
import { frameDocument } from './frame-document';
import type { Frame, PreviewEvent, RequestName, WorkerMessage, WorkerRequest } from './protocol';
import type { PreviewSource } from './world';

export interface PreviewFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
  readonly aroundStyle: string;
  readonly icon: string;
}

export interface PreviewOptions {
  readonly files: PreviewFiles;
  readonly workerFile: string;
  readonly source: PreviewSource;
  /** 0: any free port. */
  readonly port: number;
}

export interface Preview {
  readonly address: string;
  close(): Promise<void>;
}

const POSTS: ReadonlySet<string> = new Set<RequestName>([
  'workbook',
  'layout',
  'cells',
  'edit',
  'activate',
  'run',
  'call',
  'answer',
  'close',
  'open',
  'resume',
]);
const BODY_LIMIT = 80_000_000;
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Pages of the script have an origin of their own that nothing shares, even when opened outside the preview. */
const FRAME_HEADERS = {
  'content-security-policy':
    "sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads; frame-ancestors 'self'",
};

/** Serves the workbook on 127.0.0.1 only. Rejects when the worker cannot open the workbook. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const link = new WorkerLink(options);
  await link.ready;
  const server = createServer((request, response) => {
    respond(request, response, link, options.files).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, 'text/plain', messageOf(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => close(server, link) };
}

async function close(server: Server, link: WorkerLink): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await link.close();
}

/** The worker, as something to ask. */
class WorkerLink {
  readonly listeners = new Set<(event: PreviewEvent) => void>();
  readonly ready: Promise<void>;
  readonly frames: Record<Frame['place'], Frame | null> = { sidebar: null, dialog: null };
  private readonly bell = new SharedArrayBuffer(4);
  private readonly channel = new MessageChannel();
  private readonly worker: Worker;
  private readonly waiting = new Map<
    number,
    { resolve: (answer: unknown) => void; reject: (error: Error) => void }
  >();
  private nextNumber = 1;

  constructor({ workerFile, source }: PreviewOptions) {
    const { port1, port2 } = this.channel;
    this.worker = new Worker(workerFile, {
      workerData: { port: port2, bell: this.bell, source },
      // The zone of the script is set in the environment, which must be that of the process.
      env: SHARE_ENV,
      transferList: [port2],
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('error', reject);
      port1.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') resolve();
        else this.receive(message);
      });
    });
  }

  ask(name: RequestName, ask: unknown): Promise<unknown> {
    const number = this.nextNumber++;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      const request: WorkerRequest = { number, name, ask };
      this.channel.port1.postMessage(request);
      const bell = new Int32Array(this.bell);
      Atomics.add(bell, 0, 1);
      Atomics.notify(bell, 0);
    });
  }

  async close(): Promise<void> {
    this.channel.port1.close();
    await this.worker.terminate();
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'event') {
      if (message.event.kind === 'frame') this.frames[message.event.place] = message.event.frame;
      for (const listener of this.listeners) listener(message.event);
    } else if (message.kind !== 'ready') {
      const waiting = this.waiting.get(message.number);
      this.waiting.delete(message.number);
      if (message.kind === 'reply') waiting?.resolve(message.answer);
      else waiting?.reject(new Error(message.message));
    }
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  link: WorkerLink,
  files: PreviewFiles,
): Promise<void> {
  if (!isOurHost(request)) return send(response, 403, 'text/plain', 'Forbidden host');
  const path = pathOf(request).pathname;
  if (AROUND_PATH.test(path)) return around(request, response, link);
  if (request.method === 'GET') return get(path, request, response, link, files);
  if (request.method !== 'POST') return send(response, 405, 'text/plain', 'Method not allowed');
  const name = path.replace(/^\/api\//, '');
  if (!POSTS.has(name)) return send(response, 404, 'text/plain', 'Not found');
  const type = request.headers['content-type']?.split(';')[0]?.trim();
  if (type !== 'application/json') return send(response, 415, 'text/plain', 'JSON only');
  const body = await bodyOf(request);
  if (body === null) return send(response, 413, 'text/plain', 'Too large');
  let ask: unknown;
  try {
    ask = JSON.parse(body);
  } catch {
    return send(response, 400, 'text/plain', 'Not JSON');
  }
  const answer = await link.ask(name as RequestName, ask);
  send(response, 200, 'application/json', JSON.stringify(answer ?? null));
}

async function get(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  link: WorkerLink,
  files: PreviewFiles,
): Promise<void> {
  switch (path) {
    case '/':
      return send(response, 200, 'text/html', files.html, { 'content-security-policy': PAGE_POLICY });
    case '/page.js':
      return send(response, 200, 'text/javascript', files.script);
    case '/page.css':
      return send(response, 200, 'text/css', files.style);
    case '/around.css':
      return send(response, 200, 'text/css', files.aroundStyle);
    case '/icon.svg':
      return send(response, 200, 'image/svg+xml', files.icon);
    case '/events':
      return listen(request, response, link);
    case '/frame/sidebar':
      return send(response, 200, 'text/html', frameOf(link.frames.sidebar, request), FRAME_HEADERS);
    case '/frame/dialog':
      return send(response, 200, 'text/html', frameOf(link.frames.dialog, request), FRAME_HEADERS);
    case '/download': {
      const file = (await link.ask('download', {})) as { name: string; base64: string };
      return send(
        response,
        200,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        Buffer.from(file.base64, 'base64'),
        { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` },
      );
    }
    default:
      return send(response, 404, 'text/plain', 'Not found');
  }
}

/** A page of a script, in which addresses of forms and files lead to the preview's own pages. */
const frameOf = (frame: Frame | null, request: IncomingMessage): string =>
  localAddresses(frameDocument(frame), addressOf(request));

/** A page around the workbook, read, or answered by the form that it holds. */
async function around(request: IncomingMessage, response: ServerResponse, link: WorkerLink): Promise<void> {
  const { pathname: path, searchParams } = pathOf(request);
  const visit: Visit = { path, query: [...searchParams], posted: null, address: addressOf(request) };
  if (request.method === 'GET') return answer(response, await link.ask('visit', visit));
  if (request.method !== 'POST') return send(response, 405, 'text/plain', 'Method not allowed');
  // A browser says where a form comes from; one of another site does not arrive here.
  if (request.headers.origin === undefined) return send(response, 403, 'text/plain', 'Forbidden origin');
  const type = request.headers['content-type']?.split(';')[0]?.trim();
  if (type !== 'application/x-www-form-urlencoded') return send(response, 415, 'text/plain', 'Forms only');
  const body = await bodyOf(request);
  if (body === null) return send(response, 413, 'text/plain', 'Too large');
  const posted = [...new URLSearchParams(body)];
  answer(response, await link.ask('visit', { ...visit, posted } satisfies Visit));
}

function answer(response: ServerResponse, given: unknown): void {
  const { status, type, base64, headers } = given as VisitAnswer;
  send(response, status, type, Buffer.from(base64, 'base64'), headers);
}

const pathOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://127.0.0.1');

const addressOf = (request: IncomingMessage): string => `http://127.0.0.1:${request.socket.localPort}/`;

function listen(request: IncomingMessage, response: ServerResponse, link: WorkerLink): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(':\n\n');
  const listener = (event: PreviewEvent): void => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  link.listeners.add(listener);
  request.on('close', () => link.listeners.delete(listener));
}

/** Another site can make its own name point to this machine: only our own names are served. */
function isOurHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(request.headers.host ?? '')) return false;
  const { origin } = request.headers;
  return origin === undefined || own.some((host) => origin === `http://${host}`);
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  response.writeHead(status, {
    'content-type': type + charset,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import { MessagePort, workerData } from 'node:worker_threads';
import { Inbox } from './inbox';
import type { WorkerMessage, WorkerRequest } from './protocol';
import { PreviewSession } from './session';
import { openWorkbook, sessionParts, type PreviewSource } from './world';

/** What the server gives to the worker when it starts it. */
export interface WorkerStart {
  readonly port: MessagePort;
  readonly bell: SharedArrayBuffer;
  readonly source: PreviewSource;
}

const { port, bell, source } = workerData as WorkerStart;
const post = (message: WorkerMessage): void => port.postMessage(message);

const reply = (number: number, answer: unknown): void => post({ kind: 'reply', number, answer });

function serve({ number, name, ask }: WorkerRequest): void {
  try {
    const answer = session.serve(name, ask as never);
    if (answer instanceof Promise) {
      answer.then(
        (later: unknown) => reply(number, later),
        (error: unknown) => fault(number, error),
      );
    } else reply(number, answer);
  } catch (error) {
    fault(number, error);
  }
}

function fault(number: number, error: unknown): void {
  console.error(error);
  post({ kind: 'fault', number, message: error instanceof Error ? error.message : String(error) });
}

const workbook = await openWorkbook(source);
const inbox = new Inbox(port, new Int32Array(bell), serve);
const session: PreviewSession = new PreviewSession(workbook, {
  ...sessionParts(source),
  send: (event) => post({ kind: 'event', event }),
  wait: (id) => inbox.wait(id, ({ number }) => reply(number, null)),
  report: (error) => console.error(error),
});
post({ kind: 'ready' });

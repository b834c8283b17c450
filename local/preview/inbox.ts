import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Answer, Ask, WorkerRequest } from './protocol';

/** The requests that are served while a script waits for an answer, so that the grid stays alive. */
const SERVED_WHILE_WAITING: ReadonlySet<string> = new Set([
  'workbook',
  'layout',
  'cells',
  'edit',
  'activate',
  'resume',
]);

/** A page around the workbook is read at any time; an answer to a form starts triggers. */
const isServedWhileWaiting = ({ name, ask }: WorkerRequest): boolean =>
  SERVED_WHILE_WAITING.has(name) || (name === 'visit' && (ask as Ask<'visit'>).posted === null);

/**
 * The requests of the worker. `wait` blocks the thread until the page answers a question, which is what `ui.alert()`
 * does to a script; `bell` is shared with the server, which rings it after each message.
 */
export class Inbox {
  private readonly kept: WorkerRequest[] = [];

  constructor(
    private readonly port: MessagePort,
    private readonly bell: Int32Array,
    private readonly serve: (request: WorkerRequest) => void,
  ) {
    port.on('message', (request: WorkerRequest) => {
      serve(request);
      this.serveKept();
    });
  }

  /** Blocks until the question `id` is answered; requests that may start a script are kept for later. */
  wait(id: number, acknowledge: (request: WorkerRequest) => void): Answer {
    for (;;) {
      // Reading the bell before looking for a message: a ring in between ends the wait at once.
      const heard = Atomics.load(this.bell, 0);
      const received = receiveMessageOnPort(this.port);
      if (received === undefined) {
        Atomics.wait(this.bell, 0, heard);
        continue;
      }
      const request = received.message as WorkerRequest;
      if (request.name === 'answer') {
        acknowledge(request);
        const answer = request.ask as Answer;
        if (answer.id === id) return answer;
      } else if (isServedWhileWaiting(request)) this.serve(request);
      else this.kept.push(request);
    }
  }

  private serveKept(): void {
    for (let next = this.kept.shift(); next; next = this.kept.shift()) this.serve(next);
  }
}

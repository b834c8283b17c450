/**
 * A worker of a window, known to its page: both are held to the same orders and reports.
 * @typeParam Order what the page sends once
 * @typeParam Report what the worker sends back
 */
export interface PageWorker<Order, Report> {
  /** Name of the file, without `.worker.ts`. */
  readonly name: string;
  /** Never called: it ties the worker to its words for the compiler. */
  readonly speaks: (order: Order) => Report;
}

/** Work under way beside the page. */
export interface RunningWork {
  /** Ends it now. */
  readonly end: () => void;
}

/**
 * Gives an order to a worker whose script the build put in the page.
 * @param hear every report of the worker
 * @param fail where the page may not have workers, and when the worker cannot go on
 */
export function startWork<Order, Report>(
  { name }: PageWorker<Order, Report>,
  order: Order,
  hear: (report: Report) => void,
  fail: (message: string) => void,
): RunningWork {
  let worker: Worker | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const text = document.getElementById(`${name}-worker`)?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    worker = new Worker(address);
  } catch (error) {
    // The caller hears of it once it has what it is about to get.
    queueMicrotask(() => fail(String(error)));
    return { end };
  }
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end();
    fail(event.message);
  });
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => hear(data));
  worker.postMessage(order, []);
  return { end };
}

import type { Ask, PreviewEvent, Reply, RequestName } from '../protocol';

/** The requests that must arrive even when the page leaves at once: a window that was closed must not come back with the next. */
const OUTLIVES_THE_PAGE: ReadonlySet<RequestName> = new Set(['close']);

/** Asks the server; rejects when it cannot be reached or when it refuses. */
export async function ask<Name extends RequestName>(name: Name, body: Ask<Name>): Promise<Reply<Name>> {
  const response = await fetch(`api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: OUTLIVES_THE_PAGE.has(name),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Reply<Name>;
}

/** Calls `onEvent` for what the server pushes; `onState` tells whether it can be heard. */
export function listen(onEvent: (event: PreviewEvent) => void, onState: (connected: boolean) => void): void {
  const source = new EventSource('events');
  source.addEventListener('message', (message: MessageEvent<string>) => {
    onEvent(JSON.parse(message.data) as PreviewEvent);
  });
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
}

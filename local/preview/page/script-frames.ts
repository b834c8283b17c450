import { localAddresses } from '../around/local-addresses';
import type { Frame } from '../protocol';
import { byId, make } from './element';
import { ask } from './server-link';

/** Forms, scripts and downloads work; the preview itself, its storage and its origin stay out of reach. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-downloads';

interface FrameMessage {
  readonly pixorga: 'call' | 'close' | 'escape' | 'focus' | 'width' | 'height';
  readonly number?: number;
  readonly functionName?: string;
  readonly arguments?: string;
  readonly value?: unknown;
}

interface Shown {
  readonly frame: Frame;
  readonly node: HTMLIFrameElement;
}

/** The sidebar and the dialog of the script: pages of their own, which speak with the script through this page. */
export class ScriptFrames {
  private readonly shown: { sidebar: Shown | null; dialog: Shown | null } = { sidebar: null, dialog: null };
  private readonly sidebar = byId('sidebar', HTMLElement);
  private readonly dialog = byId('frame-dialog', HTMLDialogElement);

  constructor(private readonly focusGrid: () => void) {
    byId('sidebar-close', HTMLButtonElement).addEventListener('click', () => this.close('sidebar'));
    byId('frame-close', HTMLButtonElement).addEventListener('click', () => this.close('dialog'));
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close('dialog');
    });
    addEventListener('message', (event) => {
      const place = (['sidebar', 'dialog'] as const).find(
        (name) => this.shown[name]?.node.contentWindow === event.source,
      );
      // The source decides who speaks; whatever a message says of itself is not trusted.
      if (place) this.hear(place, event.data as FrameMessage);
    });
  }

  show(place: Frame['place'], frame: Frame | null): void {
    if (frame?.id === this.shown[place]?.frame.id && frame !== null) return;
    const holder = byId(place === 'sidebar' ? 'sidebar-frame' : 'frame-holder', HTMLElement);
    holder.replaceChildren();
    this.shown[place] = null;
    if (frame === null) {
      if (place === 'sidebar') this.sidebar.hidden = true;
      else if (this.dialog.open) this.dialog.close();
      return;
    }
    const node = make('iframe', { sandbox: SANDBOX, title: frame.title, src: `frame/${place}?${frame.id}` });
    this.shown[place] = { frame, node };
    byId(place === 'sidebar' ? 'sidebar-title' : 'frame-title', HTMLElement).textContent = frame.title;
    if (place === 'sidebar') this.sidebar.hidden = false;
    else this.openDialog(frame, node);
    holder.append(node);
    node.addEventListener('load', () => node.focus());
  }

  private openDialog(frame: Frame, node: HTMLIFrameElement): void {
    node.style.width = `${frame.width}px`;
    node.style.height = `${frame.height}px`;
    if (this.dialog.open) this.dialog.close();
    if (frame.modal) this.dialog.showModal();
    else this.dialog.show();
  }

  private close(place: Frame['place']): void {
    const shown = this.shown[place];
    if (!shown) return;
    this.show(place, null);
    void ask('close', { place, id: shown.frame.id });
    this.focusGrid();
  }

  private hear(place: Frame['place'], message: FrameMessage): void {
    const shown = this.shown[place];
    if (!shown) return;
    switch (message.pixorga) {
      case 'call':
        void this.call(shown, message);
        return;
      case 'close':
        this.close(place);
        return;
      case 'escape':
        if (place === 'dialog') this.close(place);
        else this.focusGrid();
        return;
      case 'focus':
        this.focusGrid();
        return;
      case 'width':
      case 'height': {
        const pixels = Number(message.value);
        if (place === 'dialog' && pixels > 0) shown.node.style[message.pixorga] = `${pixels}px`;
        return;
      }
      default:
    }
  }

  private async call(
    shown: Shown,
    { number, functionName = '', arguments: json = '[]' }: FrameMessage,
  ): Promise<void> {
    const answer = await ask('call', { functionName, arguments: json }).catch((error: unknown) => ({
      error: error instanceof Error ? error.message : String(error),
    }));
    // What the script says of its forms and files leads to the preview's own pages, as in the page of the window.
    const told =
      'result' in answer ? { result: localAddresses(answer.result, `${location.origin}/`) } : answer;
    shown.node.contentWindow?.postMessage({ pixorga: 'reply', number, ...told }, '*');
  }
}

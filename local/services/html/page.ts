import { LocalBlob } from '../blob';
import { OpenService, ServiceObject } from '../bridge';
import type { Emulates } from '../contract';
import { escapeFor, escapeText } from './escape';
import { codeOf, piecesOf } from './scriptlets';

const META_NAMES = [
  'viewport',
  'apple-mobile-web-app-capable',
  'mobile-web-app-capable',
  'google-site-verification',
];

export class HtmlOutputMetaTag extends ServiceObject implements GoogleAppsScript.HTML.HtmlOutputMetaTag {
  readonly serviceName = 'HtmlOutputMetaTag';
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    super();
    this.#name = name;
    this.#content = content;
  }

  getName(): string {
    return this.#name;
  }

  getContent(): string {
    return this.#content;
  }
}

/** A page ready to be shown. Sizes are pixels, `null` until set. */
export class HtmlOutput extends ServiceObject implements Emulates<GoogleAppsScript.HTML.HtmlOutput> {
  readonly serviceName = 'HtmlOutput';
  readonly #host: TemplateHost;
  readonly #tags: HtmlOutputMetaTag[] = [];
  #content: string;
  #title = '';
  #favicon = '';
  #width: number | null = null;
  #height: number | null = null;

  constructor(content: string, host: TemplateHost) {
    super();
    this.#content = content;
    this.#host = host;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: unknown): this {
    this.#content = String(content);
    return this;
  }

  append(addedContent: unknown): this {
    this.#content += String(addedContent);
    return this;
  }

  appendUntrusted(addedContent: unknown): this {
    return this.append(escapeText(String(addedContent)));
  }

  clear(): this {
    return this.setContent('');
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.#content, this.#host);
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: unknown): this {
    this.#title = String(title);
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: number): this {
    this.#width = width;
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number): this {
    this.#height = height;
    return this;
  }

  getFaviconUrl(): string {
    return this.#favicon;
  }

  setFaviconUrl(iconUrl: string): this {
    this.#favicon = iconUrl;
    return this;
  }

  addMetaTag(name: string, content: string): this {
    if (!META_NAMES.includes(name)) {
      throw new Error(`The following meta tag is not allowed: ${name}.`);
    }
    this.#tags.push(new HtmlOutputMetaTag(name, content));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#tags];
  }

  /** One mode is left on the platform: this changes nothing there either. */
  setSandboxMode(): this {
    return this;
  }

  setXFrameOptionsMode(): this {
    return this;
  }

  getBlob(): LocalBlob {
    return new LocalBlob(Buffer.from(this.#content, 'utf8'), 'text/html', 'output.html');
  }

  getAs(contentType: string): LocalBlob {
    return this.getBlob().getAs(contentType);
  }
}

/** What templates need of the execution: its files, and a way to compile code in the script's own context. */
export interface TemplateHost {
  /** HTML files by name, folders included, without extension. */
  readonly files: ReadonlyMap<string, string>;
  /** Evaluates an expression in the script's context. */
  compile(expression: string): unknown;
}

/** A page with scriptlets; properties set on it are the variables of its scriptlets. */
type Contract = Emulates<GoogleAppsScript.HTML.HtmlTemplate, 'evaluate' | 'getCode' | 'getRawContent'>;

export class HtmlTemplate extends OpenService implements Contract {
  readonly serviceName = 'HtmlTemplate';
  readonly #raw: string;
  readonly #host: TemplateHost;

  constructor(raw: string, host: TemplateHost) {
    super();
    this.#raw = raw;
    this.#host = host;
  }

  /** The unprocessed content. */
  getRawContent(): string {
    return this.#raw;
  }

  /** The JavaScript that the page becomes; its shape is this runtime's own. */
  getCode(): string {
    return codeOf(piecesOf(this.#raw));
  }

  /** Runs the scriptlets once; an error in one of them is the caller's. */
  evaluate(): HtmlOutput {
    const pieces = piecesOf(this.#raw);
    const variables = [...this.assigned];
    const names = ['__piece', ...variables.map(([name]) => name)];
    const run = this.#host.compile(`(function (${names.join(', ')}) {\n${codeOf(pieces)}\n})`) as Evaluator;
    let html = '';
    run(
      (index, value) => {
        const piece = pieces[index];
        if (piece?.kind === 'html') html += piece.html;
        else if (piece?.kind === 'print') html += escapeFor(piece.place, value);
      },
      ...variables.map(([, value]) => value),
    );
    return new HtmlOutput(html, this.#host);
  }
}

type Evaluator = (piece: (index: number, value?: unknown) => void, ...variables: readonly unknown[]) => void;

import { LocalBlob } from '../blob';
import { ServiceObject } from '../bridge';
import type { Emulates } from '../contract';
import { escapeText } from './escape';
import { HtmlTemplate, type TemplateHost } from './template';

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

  setContent(content: string): this {
    this.#content = String(content);
    return this;
  }

  append(addedContent: string): this {
    this.#content += String(addedContent);
    return this;
  }

  appendUntrusted(addedContent: string): this {
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

  setTitle(title: string): this {
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

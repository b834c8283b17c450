import { LocalBlob } from '../blob';
import { ServiceObject } from '../bridge';
import type { Emulates } from '../contract';
import { HtmlOutput, HtmlTemplate, type TemplateHost } from './page';

/** `HtmlService`: pages and templates, from texts or from the files of the project. */
type Contract = Emulates<
  GoogleAppsScript.HTML.HtmlService,
  'createHtmlOutputFromFile' | 'createTemplateFromFile' | 'SandboxMode'
>;

export class HtmlServices extends ServiceObject implements Contract {
  readonly serviceName = 'HtmlService';
  readonly SandboxMode = { EMULATED: 'EMULATED', IFRAME: 'IFRAME', NATIVE: 'NATIVE' };
  readonly XFrameOptionsMode = { ALLOWALL: 'ALLOWALL', DEFAULT: 'DEFAULT' };
  readonly #host: TemplateHost;

  constructor(host: TemplateHost) {
    super();
    this.#host = host;
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutput(textOf(html), this.#host);
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.#file(filename), this.#host);
  }

  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplate(textOf(html), this.#host);
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    return new HtmlTemplate(this.#file(filename), this.#host);
  }

  /** The name includes the folder; the extension may be left out or given. */
  #file(name: unknown): string {
    const content =
      this.#host.files.get(String(name)) ?? this.#host.files.get(String(name).replace(/\.html$/, ''));
    if (content === undefined) throw new Error(`No HTML file named ${String(name)} was found.`);
    return content;
  }
}

const textOf = (html: unknown): string => (html instanceof LocalBlob ? html.getDataAsString() : String(html));

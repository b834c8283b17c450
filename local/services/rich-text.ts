import { ServiceObject } from './bridge';

/** A text with at most one link on the whole of it: all that the runtime keeps of rich text. */
export class RichTextValue extends ServiceObject {
  readonly serviceName = 'RichTextValue';
  constructor(
    private readonly text: string,
    private readonly url: string | null,
  ) {
    super();
  }
  getText(): string {
    return this.text;
  }
  getLinkUrl(): string | null {
    return this.url;
  }
}

export class RichTextValueBuilder extends ServiceObject {
  readonly serviceName = 'RichTextValueBuilder';
  private text = '';
  private url: string | null = null;
  setText(text: string): this {
    this.text = text;
    this.url = null;
    return this;
  }
  setLinkUrl(first: string | number | null, end?: number, url?: string | null): this {
    const whole = typeof first !== 'number';
    if (!whole && (first !== 0 || end !== this.text.length)) {
      throw new Error(
        'RichTextValueBuilder.setLinkUrl on a part of the text is not emulated by the local runtime.',
      );
    }
    this.url = whole ? first : (url ?? null);
    return this;
  }
  build(): RichTextValue {
    return new RichTextValue(this.text, this.url);
  }
}

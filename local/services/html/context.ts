import type { Place } from './escape';

type State =
  | { readonly at: 'text' | 'comment' | 'tag' | 'style' }
  | { readonly at: 'value'; readonly attribute: string; readonly quote: string }
  | { readonly at: 'script'; readonly quote: string };

/**
 * Follows the HTML of a template from one scriptlet to the next, to know in what each of them prints: the text, a tag,
 * the value of an attribute, a script or a style.
 */
export class HtmlContext {
  private state: State = { at: 'text' };
  private tag = '';
  /** What the value of the current attribute holds so far: an event handler is a script in which strings open. */
  private handler = '';

  /** Reads the HTML between two scriptlets. */
  read(html: string): void {
    let rest = html;
    while (rest !== '') rest = this.step(rest);
  }

  /** Where something printed now would land. */
  get place(): Place {
    switch (this.state.at) {
      case 'script':
        return this.state.quote === '' ? 'script' : 'script-string';
      case 'style':
        return 'style';
      case 'value': {
        const { attribute, quote } = this.state;
        if (attribute.startsWith('on')) return opensString(this.handler) ? 'handler-string' : 'handler';
        if (quote === '') return 'unquoted-attribute';
        return /^(href|src|action|formaction)$/.test(attribute) ? 'link' : 'quoted-attribute';
      }
      case 'tag':
        return 'unquoted-attribute';
      case 'text':
      case 'comment':
        return 'text';
    }
  }

  private step(html: string): string {
    switch (this.state.at) {
      case 'text':
        return this.inText(html);
      case 'comment':
        return this.after(html, '-->', { at: 'text' });
      case 'tag':
        return this.inTag(html);
      case 'value':
        return this.inValue(html, this.state.quote);
      case 'style':
        return this.until(html, /<\/style/i, { at: 'tag' });
      case 'script':
        return this.inScript(html, this.state.quote);
    }
  }

  private inText(html: string): string {
    const found = /<!--|<\/?([a-z][\w-]*)/i.exec(html);
    if (!found) return '';
    const isComment = found[0] === '<!--';
    const opens = found[0][1] !== '/';
    this.tag = opens ? (found[1] ?? '').toLowerCase() : '';
    this.state = { at: isComment ? 'comment' : 'tag' };
    return html.slice(found.index + found[0].length);
  }

  private inTag(html: string): string {
    const found = /^[^>=]*?(?:>|([\w:-]+)\s*=\s*(["']?))/.exec(html);
    if (!found) return '';
    const attribute = found[1];
    this.handler = '';
    if (attribute !== undefined)
      this.state = { at: 'value', attribute: attribute.toLowerCase(), quote: found[2] ?? '' };
    else if (this.tag === 'script') this.state = { at: 'script', quote: '' };
    else this.state = { at: this.tag === 'style' ? 'style' : 'text' };
    return html.slice(found[0].length);
  }

  private inValue(html: string, quote: string): string {
    this.handler += html;
    if (quote !== '') return this.after(html, quote, { at: 'tag' });
    return this.until(html, /[\s>]/, { at: 'tag' });
  }

  private inScript(html: string, quote: string): string {
    if (quote !== '') {
      const end = new RegExp(`\\\\[\\s\\S]|${quote}|</script`, 'i').exec(html);
      if (!end) return '';
      if (end[0] === quote) this.state = { at: 'script', quote: '' };
      if (/^<\/script/i.test(end[0])) this.leave();
      return html.slice(end.index + end[0].length);
    }
    const found = /["'`]|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<\/script/i.exec(html);
    if (!found) return '';
    if (/^["'`]$/.test(found[0])) this.state = { at: 'script', quote: found[0] };
    else if (found[0].startsWith('</')) this.leave();
    return html.slice(found.index + found[0].length);
  }

  private leave(): void {
    this.tag = '';
    this.state = { at: 'tag' };
  }

  private after(html: string, mark: string, next: State): string {
    const index = html.indexOf(mark);
    if (index === -1) return '';
    this.state = next;
    return html.slice(index + mark.length);
  }

  /** Stops before what ends the state, which the next state reads. */
  private until(html: string, mark: RegExp, next: State): string {
    const found = mark.exec(html);
    if (!found) return '';
    if (found[0].startsWith('</')) this.tag = '';
    this.state = next;
    return html.slice(found.index + (found[0].startsWith('</') ? found[0].length : 0));
  }
}

/** True when a quote of this script is still open at its end. */
function opensString(script: string): boolean {
  let open = '';
  for (const letter of script.replace(/\\[\s\S]/g, '')) {
    if (open !== '') open = letter === open ? '' : open;
    else if (letter === '"' || letter === "'" || letter === '`') open = letter;
  }
  return open !== '';
}

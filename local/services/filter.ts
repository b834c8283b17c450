import { ServiceObject } from './bridge';
import type { Range } from './range';
import type { Sheet } from './sheet';

export class Filter extends ServiceObject {
  readonly serviceName = 'Filter';
  constructor(private readonly sheet: Sheet) {
    super();
  }
  getRange(): Range {
    const rect = this.sheet.model.filter;
    if (!rect) throw new Error('The filter was removed.');
    return this.sheet.rangeOf(rect);
  }
  remove(): void {
    this.sheet.model.filter = null;
  }
}

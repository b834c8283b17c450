import { ServiceObject } from './bridge';
import type { Range } from './range';

/** One style on many ranges. */
export class RangeList extends ServiceObject {
  readonly serviceName = 'RangeList';
  constructor(private readonly ranges: Range[]) {
    super();
  }
  getRanges(): Range[] {
    return this.ranges;
  }
  setBackground(color: string | null): this {
    return this.all((range) => range.setBackground(color));
  }
  setFontColor(color: string | null): this {
    return this.all((range) => range.setFontColor(color));
  }
  setFontWeight(weight: 'bold' | 'normal' | null): this {
    return this.all((range) => range.setFontWeight(weight));
  }
  setFontSize(size: number): this {
    return this.all((range) => range.setFontSize(size));
  }
  setFontStyle(style: 'italic' | 'normal' | null): this {
    return this.all((range) => range.setFontStyle(style));
  }
  setNumberFormat(format: string): this {
    return this.all((range) => range.setNumberFormat(format));
  }
  setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): this {
    return this.all((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): this {
    return this.all((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(wrap: boolean): this {
    return this.all((range) => range.setWrap(wrap));
  }
  setValue(value: Parameters<Range['setValue']>[0]): this {
    return this.all((range) => range.setValue(value));
  }
  clearDataValidations(): this {
    return this.all((range) => range.clearDataValidations());
  }
  clearContent(): this {
    return this.all((range) => range.clearContent());
  }
  insertCheckboxes(): this {
    return this.all((range) => range.insertCheckboxes());
  }
  private all(run: (range: Range) => unknown): this {
    this.ranges.forEach(run);
    return this;
  }
}

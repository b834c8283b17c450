import type { ConditionalFormat } from '../model/sheet';
import { ServiceObject } from './bridge';
import { colorOf } from './colors';
import type { Range } from './range';
import type { Sheet } from './sheet';

export class ConditionalFormatRule extends ServiceObject {
  readonly serviceName = 'ConditionalFormatRule';
  constructor(
    private readonly sheet: Sheet | null,
    readonly state: ConditionalFormat,
  ) {
    super();
  }
  getRanges(): Range[] {
    const { sheet } = this;
    return sheet ? this.state.rects.map((rect) => sheet.rangeOf(rect)) : [];
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.state);
  }
}

export class ConditionalFormatRuleBuilder extends ServiceObject {
  readonly serviceName = 'ConditionalFormatRuleBuilder';
  private draft: ConditionalFormat;
  constructor(
    state: ConditionalFormat = {
      rects: [],
      criteria: '',
      values: [],
      background: null,
      fontColor: null,
      bold: null,
    },
  ) {
    super();
    this.draft = state;
  }
  setRanges(ranges: Range[]): this {
    this.draft = { ...this.draft, rects: ranges.map((range) => range.rect) };
    return this;
  }
  whenTextEqualTo(text: string): this {
    return this.when('TEXT_EQUAL_TO', [text]);
  }
  whenTextContains(text: string): this {
    return this.when('TEXT_CONTAINS', [text]);
  }
  whenNumberGreaterThan(number: number): this {
    return this.when('NUMBER_GREATER_THAN', [number]);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  whenNumberLessThan(number: number): this {
    return this.when('NUMBER_LESS_THAN', [number]);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.when('CUSTOM_FORMULA', [formula]);
  }
  whenCellNotEmpty(): this {
    return this.when('CELL_NOT_EMPTY', []);
  }
  setBackground(color: string | null): this {
    this.draft = { ...this.draft, background: colorOf(color) ?? null };
    return this;
  }
  setFontColor(color: string | null): this {
    this.draft = { ...this.draft, fontColor: colorOf(color) ?? null };
    return this;
  }
  setBold(bold: boolean | null): this {
    this.draft = { ...this.draft, bold };
    return this;
  }
  build(): ConditionalFormatRule {
    return new ConditionalFormatRule(null, this.draft);
  }
  private when(criteria: string, values: readonly unknown[]): this {
    this.draft = { ...this.draft, criteria, values };
    return this;
  }
}

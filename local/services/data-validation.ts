import type { Validation } from '../model/sheet';
import { ServiceObject } from './bridge';
import type { Range } from './range';
import type { RangeReference } from './validation-check';

/** Finds the range that a rule refers to; `null` when its tab is gone. */
export type FindRange = (reference: RangeReference) => Range | null;

export class DataValidation extends ServiceObject {
  readonly serviceName = 'DataValidation';
  constructor(
    readonly rule: Validation,
    private readonly findRange: FindRange = () => null,
  ) {
    super();
  }
  getCriteriaType(): string | null {
    return this.rule.criteria === '' ? null : this.rule.criteria;
  }
  getCriteriaValues(): unknown[] {
    const [first, ...others] = this.rule.values;
    if (this.rule.criteria !== 'VALUE_IN_RANGE') return [...this.rule.values];
    return [this.findRange(first as RangeReference), ...others];
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.rule, this.findRange);
  }
}

/** Invalid values are allowed until told otherwise. */
export class DataValidationBuilder extends ServiceObject {
  readonly serviceName = 'DataValidationBuilder';
  private rule: Validation;
  private readonly findRange: FindRange;

  constructor(
    rule: Validation = { criteria: '', values: [], allowInvalid: true, helpText: null },
    findRange: FindRange = () => null,
  ) {
    super();
    this.rule = rule;
    this.findRange = findRange;
  }

  /** Every value becomes text. */
  requireValueInList(values: unknown[], showDropdown = true): this {
    return this.require('VALUE_IN_LIST', [values.map(String), showDropdown]);
  }
  requireValueInRange(range: Range, showDropdown = true): this {
    const reference: RangeReference = { sheet: range.sheetModel.name, rect: range.rect };
    return this.require('VALUE_IN_RANGE', [reference, showDropdown]);
  }
  requireCheckbox(checked?: unknown, unchecked?: unknown): this {
    return this.require('CHECKBOX', checked === undefined ? [] : [checked, unchecked ?? '']);
  }
  requireNumberEqualTo(number: number): this {
    return this.require('NUMBER_EQUAL_TO', [number]);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.require('NUMBER_NOT_EQUAL_TO', [number]);
  }
  requireNumberGreaterThan(number: number): this {
    return this.require('NUMBER_GREATER_THAN', [number]);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberLessThan(number: number): this {
    return this.require('NUMBER_LESS_THAN', [number]);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require('NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require('NUMBER_BETWEEN', [start, end]);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.require('NUMBER_NOT_BETWEEN', [start, end]);
  }
  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE', []);
  }
  requireTextContains(text: string): this {
    return this.require('TEXT_CONTAINS', [text]);
  }
  requireTextDoesNotContain(text: string): this {
    return this.require('TEXT_DOES_NOT_CONTAIN', [text]);
  }
  requireTextEqualTo(text: string): this {
    return this.require('TEXT_EQUAL_TO', [text]);
  }
  requireTextIsEmail(): this {
    return this.require('TEXT_IS_VALID_EMAIL', []);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.require('CUSTOM_FORMULA', [formula]);
  }
  setAllowInvalid(allow: boolean): this {
    this.rule = { ...this.rule, allowInvalid: allow };
    return this;
  }
  setHelpText(text: string | null): this {
    this.rule = { ...this.rule, helpText: text };
    return this;
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): string | null {
    return this.build().getCriteriaType();
  }
  getCriteriaValues(): unknown[] {
    return this.build().getCriteriaValues();
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.rule, this.findRange);
  }
  build(): DataValidation {
    return new DataValidation(this.rule, this.findRange);
  }

  private require(criteria: string, values: readonly unknown[]): this {
    this.rule = { ...this.rule, criteria, values };
    return this;
  }
}

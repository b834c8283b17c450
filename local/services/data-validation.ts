import type { Validation } from '../model/sheet';
import { ServiceObject } from './bridge';
import type { Range } from './range';

export class DataValidation extends ServiceObject {
  readonly serviceName = 'DataValidation';
  constructor(readonly rule: Validation) {
    super();
  }
  getCriteriaType(): string | null {
    return this.rule.criteria === '' ? null : this.rule.criteria;
  }
  getCriteriaValues(): unknown[] {
    return [...this.rule.values];
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.rule);
  }
}

/** Invalid values are allowed until told otherwise. */
export class DataValidationBuilder extends ServiceObject {
  readonly serviceName = 'DataValidationBuilder';
  private rule: Validation;

  constructor(rule: Validation = { criteria: '', values: [], allowInvalid: true, helpText: null }) {
    super();
    this.rule = rule;
  }

  private require(criteria: string, values: readonly unknown[]): this {
    this.rule = { ...this.rule, criteria, values };
    return this;
  }

  /** Every value becomes text. */
  requireValueInList(values: unknown[], showDropdown = true): this {
    return this.require('VALUE_IN_LIST', [values.map(String), showDropdown]);
  }
  requireValueInRange(range: Range, showDropdown = true): this {
    return this.require('VALUE_IN_RANGE', [range, showDropdown]);
  }
  requireCheckbox(checked?: unknown, unchecked?: unknown): this {
    return this.require('CHECKBOX', checked === undefined ? [] : [checked, unchecked ?? '']);
  }
  requireNumberGreaterThan(number: number): this {
    return this.require('NUMBER_GREATER_THAN', [number]);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require('NUMBER_BETWEEN', [start, end]);
  }
  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE', []);
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
    return this.rule.criteria === '' ? null : this.rule.criteria;
  }
  getCriteriaValues(): unknown[] {
    return [...this.rule.values];
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
  build(): DataValidation {
    return new DataValidation(this.rule);
  }
}

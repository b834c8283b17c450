import type { AnswerRule } from '../../model/forms/rules';
import { ServiceObject } from '../bridge';

/** A rule of validation, made by a builder. */
export abstract class Validation extends ServiceObject {
  readonly #rule: AnswerRule;

  constructor(rule: AnswerRule) {
    super();
    this.#rule = rule;
  }

  static ruleOf(validation: Validation): AnswerRule {
    return validation.#rule;
  }
}

export class TextValidation extends Validation {
  readonly serviceName = 'TextValidation';
}
export class ParagraphTextValidation extends Validation {
  readonly serviceName = 'ParagraphTextValidation';
}
export class CheckboxValidation extends Validation {
  readonly serviceName = 'CheckboxValidation';
}
export class GridValidation extends Validation {
  readonly serviceName = 'GridValidation';
}
export class CheckboxGridValidation extends Validation {
  readonly serviceName = 'CheckboxGridValidation';
}

/** Keeps the last rule asked, by the name of the method that asked it. */
abstract class Builder extends ServiceObject {
  #rule: AnswerRule = { name: '', values: [], help: '' };

  setHelpText(text: string): this {
    this.#rule = { ...this.#rule, help: text };
    return this;
  }

  protected static keep<Made extends Builder>(
    builder: Made,
    name: string,
    ...values: (number | string)[]
  ): Made {
    builder.#rule = { ...builder.#rule, name, values };
    return builder;
  }

  protected static built(builder: Builder): AnswerRule {
    if (builder.#rule.name === '') throw new Error('The validation has no rule.');
    return builder.#rule;
  }
}

/** Rules on words, for short and long texts. */
abstract class WordsBuilder extends Builder {
  requireTextContainsPattern(pattern: string): this {
    return Builder.keep(this, 'requireTextContainsPattern', pattern);
  }
  requireTextDoesNotContainPattern(pattern: string): this {
    return Builder.keep(this, 'requireTextDoesNotContainPattern', pattern);
  }
  requireTextMatchesPattern(pattern: string): this {
    return Builder.keep(this, 'requireTextMatchesPattern', pattern);
  }
  requireTextDoesNotMatchPattern(pattern: string): this {
    return Builder.keep(this, 'requireTextDoesNotMatchPattern', pattern);
  }
  requireTextLengthGreaterThanOrEqualTo(number: number): this {
    return Builder.keep(this, 'requireTextLengthGreaterThanOrEqualTo', number);
  }
  requireTextLengthLessThanOrEqualTo(number: number): this {
    return Builder.keep(this, 'requireTextLengthLessThanOrEqualTo', number);
  }
}

export class ParagraphTextValidationBuilder extends WordsBuilder {
  readonly serviceName = 'ParagraphTextValidationBuilder';

  build(): ParagraphTextValidation {
    return new ParagraphTextValidation(Builder.built(this));
  }
}

export class TextValidationBuilder extends WordsBuilder {
  readonly serviceName = 'TextValidationBuilder';

  requireNumber(): this {
    return Builder.keep(this, 'requireNumber');
  }
  requireWholeNumber(): this {
    return Builder.keep(this, 'requireWholeNumber');
  }
  requireNumberBetween(start: number, end: number): this {
    return Builder.keep(this, 'requireNumberBetween', start, end);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return Builder.keep(this, 'requireNumberNotBetween', start, end);
  }
  requireNumberEqualTo(number: number): this {
    return Builder.keep(this, 'requireNumberEqualTo', number);
  }
  requireNumberNotEqualTo(number: number): this {
    return Builder.keep(this, 'requireNumberNotEqualTo', number);
  }
  requireNumberGreaterThan(number: number): this {
    return Builder.keep(this, 'requireNumberGreaterThan', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return Builder.keep(this, 'requireNumberGreaterThanOrEqualTo', number);
  }
  requireNumberLessThan(number: number): this {
    return Builder.keep(this, 'requireNumberLessThan', number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return Builder.keep(this, 'requireNumberLessThanOrEqualTo', number);
  }
  requireTextIsEmail(): this {
    return Builder.keep(this, 'requireTextIsEmail');
  }
  requireTextIsUrl(): this {
    return Builder.keep(this, 'requireTextIsUrl');
  }
  build(): TextValidation {
    return new TextValidation(Builder.built(this));
  }
}

export class CheckboxValidationBuilder extends Builder {
  readonly serviceName = 'CheckboxValidationBuilder';

  requireSelectAtLeast(number: number): this {
    return Builder.keep(this, 'requireSelectAtLeast', number);
  }
  requireSelectAtMost(number: number): this {
    return Builder.keep(this, 'requireSelectAtMost', number);
  }
  requireSelectExactly(number: number): this {
    return Builder.keep(this, 'requireSelectExactly', number);
  }
  build(): CheckboxValidation {
    return new CheckboxValidation(Builder.built(this));
  }
}

export class GridValidationBuilder extends Builder {
  readonly serviceName = 'GridValidationBuilder';

  requireLimitOneResponsePerColumn(): this {
    return Builder.keep(this, 'requireLimitOneResponsePerColumn');
  }
  build(): GridValidation {
    return new GridValidation(Builder.built(this));
  }
}

export class CheckboxGridValidationBuilder extends Builder {
  readonly serviceName = 'CheckboxGridValidationBuilder';

  requireLimitOneResponsePerColumn(): this {
    return Builder.keep(this, 'requireLimitOneResponsePerColumn');
  }
  build(): CheckboxGridValidation {
    return new CheckboxGridValidation(Builder.built(this));
  }
}

import { ServiceObject } from './bridge';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import type { Emulates } from './contract';
import { DataValidationBuilder } from './data-validation';
import * as enums from './enums';
import type { Range } from './range';
import { RichTextValueBuilder } from './rich-text';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { Ui } from './ui';

type Contract = Emulates<
  GoogleAppsScript.Spreadsheet.SpreadsheetApp,
  'flush' | 'getActive' | 'getActiveRange' | 'getActiveSheet' | 'getActiveSpreadsheet' | 'getUi' | 'openById'
>;

/** What an execution sees of the spreadsheet that is open. */
export interface OpenDocument {
  readonly spreadsheet: Spreadsheet;
  /** `null` where no interface can be reached: a trigger. */
  readonly ui: Ui | null;
  flush(): void;
}

export class SpreadsheetApps extends ServiceObject implements Contract {
  readonly serviceName = 'SpreadsheetApp';
  readonly BandingTheme = enums.BANDING_THEMES;
  readonly BooleanCriteria = enums.BOOLEAN_CRITERIA;
  readonly BorderStyle = enums.BORDER_STYLES;
  readonly CopyPasteType = enums.COPY_PASTE_TYPES;
  readonly DataValidationCriteria = enums.DATA_VALIDATION_CRITERIA;
  readonly DeveloperMetadataVisibility = enums.VISIBILITIES;
  readonly Dimension = enums.DIMENSIONS;
  readonly ProtectionType = enums.PROTECTION_TYPES;
  readonly Direction = enums.DIRECTIONS;
  readonly SheetType = enums.SHEET_TYPES;
  readonly WrapStrategy = enums.WRAP_STRATEGIES;
  readonly #document: OpenDocument;

  constructor(document: OpenDocument) {
    super();
    this.#document = document;
  }

  getActive(): Spreadsheet {
    return this.#document.spreadsheet;
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this.#document.spreadsheet;
  }

  getActiveSheet(): Sheet {
    return this.#document.spreadsheet.getActiveSheet();
  }

  getActiveRange(): Range {
    return this.#document.spreadsheet.getActiveRange();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return this.#document.spreadsheet.setActiveSheet(sheet);
  }

  setActiveRange(range: Range): Range {
    return this.#document.spreadsheet.setActiveRange(range);
  }

  /** Only the spreadsheet that is open can be found. */
  openById(id: string): Spreadsheet {
    if (id === this.#document.spreadsheet.getId()) return this.#document.spreadsheet;
    throw new Error(`You do not have permission to access the requested document.`);
  }

  getUi(): Ui {
    if (!this.#document.ui) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
    return this.#document.ui;
  }

  flush(): void {
    this.#document.flush();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
}

/** `Charts`: only the names that builders of charts take. */
export class ChartsService extends ServiceObject {
  readonly serviceName = 'Charts';
  readonly ChartType = enums.CHART_TYPES;
}

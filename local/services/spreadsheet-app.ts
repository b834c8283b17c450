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
  | 'create'
  | 'flush'
  | 'getActive'
  | 'getActiveRange'
  | 'getActiveSheet'
  | 'getActiveSpreadsheet'
  | 'getUi'
  | 'openById'
  | 'openByUrl'
>;

/** What an execution sees of the spreadsheet that is open. */
export interface OpenDocument {
  readonly spreadsheet: Spreadsheet;
  /** `null` where no interface can be reached: a trigger. */
  readonly ui: Ui | null;
  flush(): void;
  /** A new file of the account. */
  create(name: string, rows?: number, columns?: number): Spreadsheet;
  /** A file of the account by its identifier; `null` when there is none. */
  file(id: string): Spreadsheet | null;
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

  /** A blank file of 1000 × 26 unless a size is given; it is not shared. */
  create(name: string, rows?: number, columns?: number): Spreadsheet {
    if (typeof name !== 'string' || name === '') throw new Error('Invalid argument: name');
    return this.#document.create(name, rows, columns);
  }

  openById(id: string): Spreadsheet {
    const file = this.#document.file(id);
    if (!file) throw new Error('You do not have permission to access the requested document.');
    return file;
  }

  openByUrl(url: string): Spreadsheet {
    const id = /\/spreadsheets\/d\/([^/]+)/.exec(url)?.[1];
    if (id === undefined) throw new Error('Invalid argument: url');
    return this.openById(id);
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

import type { LocalBlob } from './blob';
import type { EmbeddedChart, EmbeddedChartBuilder, TypedChartBuilder } from './chart';
import type { ConditionalFormatRule, ConditionalFormatRuleBuilder } from './conditional-format';
import type { Emulates } from './contract';
import type { DataValidation, DataValidationBuilder } from './data-validation';
import type { Filter } from './filter';
import type { HtmlOutput } from './html/page';
import type { DeveloperMetadata } from './metadata';
import type { Protection } from './protection';
import type { Range } from './range';
import type { RangeList } from './range-list';
import type { RichTextValue, RichTextValueBuilder } from './rich-text';
import type { LocalScriptApp } from './script-app';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { SpreadsheetApps } from './spreadsheet-app';
import type { Ui } from './ui';
import type { LocalUtilities } from './utilities';
import Platform = GoogleAppsScript.Spreadsheet;

/** Public members that belong to the emulation: `bridge.ts` hides them from scripts. */
type Internal =
  'serviceName' | 'host' | 'rect' | 'sheetModel' | 'model' | 'state' | 'rule' | 'rangeOf' | 'sortRows';

/** Methods that do not take what the platform's take, and members that the platform does not have. */
type Faults<Mine, Theirs> =
  | {
      [Name in keyof Mine & keyof Theirs]: Mine[Name] extends Emulates<Theirs, Name>[Name] ? never : Name;
    }[keyof Mine & keyof Theirs]
  | Exclude<keyof Mine, keyof Theirs | Internal>;

/** Compiles only when a class has no fault. */
type Faultless<Fault extends never> = Fault;

/** Every emulated class beside the interface that it stands for: the compiler compares them. */
export type Contracts = [
  Faultless<Faults<Range, Platform.Range>>,
  Faultless<Faults<Sheet, Platform.Sheet>>,
  Faultless<Faults<Spreadsheet, Platform.Spreadsheet>>,
  Faultless<Faults<SpreadsheetApps, Platform.SpreadsheetApp>>,
  Faultless<Faults<RangeList, Platform.RangeList>>,
  Faultless<Faults<DataValidation, Platform.DataValidation>>,
  Faultless<Faults<DataValidationBuilder, Platform.DataValidationBuilder>>,
  Faultless<Faults<ConditionalFormatRule, Platform.ConditionalFormatRule>>,
  Faultless<Faults<ConditionalFormatRuleBuilder, Platform.ConditionalFormatRuleBuilder>>,
  Faultless<Faults<RichTextValue, Platform.RichTextValue>>,
  Faultless<Faults<RichTextValueBuilder, Platform.RichTextValueBuilder>>,
  Faultless<Faults<Protection, Platform.Protection>>,
  Faultless<Faults<Filter, Platform.Filter>>,
  Faultless<Faults<DeveloperMetadata, Platform.DeveloperMetadata>>,
  Faultless<Faults<EmbeddedChart, Platform.EmbeddedChart>>,
  Faultless<Faults<EmbeddedChartBuilder, Platform.EmbeddedChartBuilder>>,
  Faultless<Faults<TypedChartBuilder, Platform.EmbeddedColumnChartBuilder>>,
  Faultless<Faults<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput>>,
  Faultless<Faults<LocalBlob, GoogleAppsScript.Base.Blob>>,
  Faultless<Faults<LocalUtilities, GoogleAppsScript.Utilities.Utilities>>,
  Faultless<Faults<LocalScriptApp, GoogleAppsScript.Script.ScriptApp>>,
  Faultless<Faults<Ui, GoogleAppsScript.Base.Ui>>,
];

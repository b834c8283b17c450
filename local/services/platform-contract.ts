import type { LocalBlob } from './blob';
import type { EmbeddedChart, EmbeddedChartBuilder, TypedChartBuilder } from './chart';
import type { ConditionalFormatRule, ConditionalFormatRuleBuilder } from './conditional-format';
import type { Emulates } from './contract';
import type { DataValidation, DataValidationBuilder } from './data-validation';
import type { Filter } from './filter';
import type { Calendar } from './calendar/calendar';
import type { CalendarApps } from './calendar/calendar-app';
import type { CalendarEvent } from './calendar/event';
import type { Choice } from './forms/choice';
import type { Form } from './forms/form';
import type { FormApps } from './forms/form-app';
import type { FormResponse } from './forms/form-response';
import type { ItemResponse } from './forms/item-response';
import type * as Items from './forms/items';
import type * as Validations from './forms/validation';
import type { HtmlOutput } from './html/page';
import type { MailApps } from './mail-app';
import type { DeveloperMetadata } from './metadata';
import type { Protection } from './protection';
import type { Range } from './range';
import type { RangeList } from './range-list';
import type { RichTextValue, RichTextValueBuilder } from './rich-text';
import type { LocalScriptApp } from './script-app';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { SpreadsheetApps } from './spreadsheet-app';
import type * as Triggers from './triggers';
import type { Ui } from './ui';
import type { LocalUtilities } from './utilities';
import CalendarPlatform = GoogleAppsScript.Calendar;
import FormPlatform = GoogleAppsScript.Forms;
import Platform = GoogleAppsScript.Spreadsheet;
import ScriptPlatform = GoogleAppsScript.Script;

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
  Faultless<Faults<Triggers.Trigger, ScriptPlatform.Trigger>>,
  Faultless<Faults<Triggers.TriggerBuilder, ScriptPlatform.TriggerBuilder>>,
  Faultless<Faults<Triggers.SpreadsheetTriggerBuilder, ScriptPlatform.SpreadsheetTriggerBuilder>>,
  Faultless<Faults<Triggers.ClockTriggerBuilder, ScriptPlatform.ClockTriggerBuilder>>,
  Faultless<Faults<FormApps, FormPlatform.FormApp>>,
  Faultless<Faults<Form, FormPlatform.Form>>,
  Faultless<Faults<FormResponse, FormPlatform.FormResponse>>,
  Faultless<Faults<ItemResponse, FormPlatform.ItemResponse>>,
  Faultless<Faults<Choice, FormPlatform.Choice>>,
  Faultless<Faults<Items.Item, FormPlatform.Item>>,
  Faultless<Faults<Items.TextItem, FormPlatform.TextItem>>,
  Faultless<Faults<Items.ParagraphTextItem, FormPlatform.ParagraphTextItem>>,
  Faultless<Faults<Items.ListItem, FormPlatform.ListItem>>,
  Faultless<Faults<Items.MultipleChoiceItem, FormPlatform.MultipleChoiceItem>>,
  Faultless<Faults<Items.CheckboxItem, FormPlatform.CheckboxItem>>,
  Faultless<Faults<Items.GridItem, FormPlatform.GridItem>>,
  Faultless<Faults<Items.CheckboxGridItem, FormPlatform.CheckboxGridItem>>,
  Faultless<Faults<Items.SectionHeaderItem, FormPlatform.SectionHeaderItem>>,
  Faultless<Faults<Items.PageBreakItem, FormPlatform.PageBreakItem>>,
  Faultless<Faults<Validations.TextValidationBuilder, FormPlatform.TextValidationBuilder>>,
  Faultless<Faults<Validations.ParagraphTextValidationBuilder, FormPlatform.ParagraphTextValidationBuilder>>,
  Faultless<Faults<Validations.CheckboxValidationBuilder, FormPlatform.CheckboxValidationBuilder>>,
  Faultless<Faults<Validations.GridValidationBuilder, FormPlatform.GridValidationBuilder>>,
  Faultless<Faults<Validations.CheckboxGridValidationBuilder, FormPlatform.CheckboxGridValidationBuilder>>,
  Faultless<Faults<MailApps, GoogleAppsScript.Mail.MailApp>>,
  Faultless<Faults<CalendarApps, CalendarPlatform.CalendarApp>>,
  Faultless<Faults<Calendar, CalendarPlatform.Calendar>>,
  Faultless<Faults<CalendarEvent, CalendarPlatform.CalendarEvent>>,
  Faultless<Faults<Ui, GoogleAppsScript.Base.Ui>>,
];

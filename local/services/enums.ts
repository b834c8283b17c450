type SheetEnums = typeof GoogleAppsScript.Spreadsheet;

/** A constant of the platform is its own name: it prints so, and is equal to itself in every execution. */
const constants = <Name extends string>(...names: readonly Name[]): { readonly [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Key in Name]: Key };

/** All the constants of an enumeration of the platform: the compiler refuses one that it does not have. */
export const named = <Enum>() => constants<Extract<keyof Enum, string>>;

export const BUTTONS = named<typeof GoogleAppsScript.Base.Button>()('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
export const BUTTON_SETS = named<typeof GoogleAppsScript.Base.ButtonSet>()(
  'OK',
  'OK_CANCEL',
  'YES_NO',
  'YES_NO_CANCEL',
);
export const AUTH_MODES = named<typeof GoogleAppsScript.Script.AuthMode>()(
  'NONE',
  'CUSTOM_FUNCTION',
  'LIMITED',
  'FULL',
);
export const AUTHORIZATION_STATUSES = named<typeof GoogleAppsScript.Script.AuthorizationStatus>()(
  'REQUIRED',
  'NOT_REQUIRED',
);
export const EVENT_TYPES = named<typeof GoogleAppsScript.Script.EventType>()(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
);
export const TRIGGER_SOURCES = named<typeof GoogleAppsScript.Script.TriggerSource>()(
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
);
export const INSTALLATION_SOURCES = named<typeof GoogleAppsScript.Script.InstallationSource>()(
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
);
export const WEEK_DAYS = named<typeof GoogleAppsScript.Base.Weekday>()(
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
);
export const CHART_TYPES = named<typeof GoogleAppsScript.Charts.ChartType>()(
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
);

export const BORDER_STYLES = named<SheetEnums['BorderStyle']>()(
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
);
export const WRAP_STRATEGIES = named<SheetEnums['WrapStrategy']>()('WRAP', 'OVERFLOW', 'CLIP');
export const PROTECTION_TYPES = named<SheetEnums['ProtectionType']>()('RANGE', 'SHEET');
export const SHEET_TYPES = named<SheetEnums['SheetType']>()('GRID', 'OBJECT');
export const DIMENSIONS = named<SheetEnums['Dimension']>()('COLUMNS', 'ROWS');
export const VISIBILITIES = named<SheetEnums['DeveloperMetadataVisibility']>()('DOCUMENT', 'PROJECT');
export const COPY_PASTE_TYPES = named<SheetEnums['CopyPasteType']>()(
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
);
export const BANDING_THEMES = named<SheetEnums['BandingTheme']>()(
  'LIGHT_GREY',
  'CYAN',
  'GREEN',
  'YELLOW',
  'ORANGE',
  'BLUE',
  'TEAL',
  'GREY',
  'BROWN',
  'LIGHT_GREEN',
  'INDIGO',
  'PINK',
);
export const DATA_VALIDATION_CRITERIA = named<SheetEnums['DataValidationCriteria']>()(
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
);
export const BOOLEAN_CRITERIA = named<SheetEnums['BooleanCriteria']>()(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_ENDS_WITH',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'CUSTOM_FORMULA',
);
export const DIRECTIONS = named<SheetEnums['Direction']>()('UP', 'DOWN', 'PREVIOUS', 'NEXT');

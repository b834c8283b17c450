/** What an execution may do: see the platform's guide on authorisation of editor add-ons. */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

const SCOPE = 'https://www.googleapis.com/auth/';

/** Services that need no authorisation, in any mode. */
const FREE = new Set([
  'AuthorizationInfo',
  'Blob',
  'HtmlOutput',
  'HtmlService',
  'HtmlTemplate',
  'Logger',
  'Menu',
  'ScriptApp',
  'Utilities',
  'console',
]);
const FREE_METHODS = new Set([
  'Session.getActiveUserLocale',
  'Session.getScriptTimeZone',
  'Session.getTemporaryActiveUserKey',
  'SpreadsheetApp.getUi',
  'Ui.createAddonMenu',
  'Ui.createMenu',
]);

/** Methods of the interface that show something, with the scope that they need, if any. */
const SHOWING: Readonly<Record<string, readonly string[]>> = {
  'Ui.alert': [],
  'Ui.prompt': [],
  'Ui.showModalDialog': [`${SCOPE}script.container.ui`],
  'Ui.showModelessDialog': [`${SCOPE}script.container.ui`],
  'Ui.showSidebar': [`${SCOPE}script.container.ui`],
};

/** Other methods that need a scope of the manifest; one of the list is enough. */
const SCOPED: Readonly<Record<string, readonly string[]>> = {
  'ScriptApp.deleteTrigger': [`${SCOPE}script.scriptapp`],
  'ScriptApp.getProjectTriggers': [`${SCOPE}script.scriptapp`],
  'ScriptApp.getUserTriggers': [`${SCOPE}script.scriptapp`],
  'ScriptApp.newTrigger': [`${SCOPE}script.scriptapp`],
  'Session.getActiveUser': [`${SCOPE}userinfo.email`],
  'Session.getEffectiveUser': [`${SCOPE}userinfo.email`],
  'FormApp.create': [`${SCOPE}forms`],
  'FormApp.openById': [`${SCOPE}forms`],
  'FormApp.openByUrl': [`${SCOPE}forms`],
  'FormApp.getActiveForm': [`${SCOPE}forms`, `${SCOPE}forms.currentonly`],
  'MailApp.getRemainingDailyQuota': [`${SCOPE}script.send_mail`],
  'MailApp.sendEmail': [`${SCOPE}script.send_mail`],
  'SpreadsheetApp.create': [`${SCOPE}spreadsheets`],
  'SpreadsheetApp.openById': [`${SCOPE}spreadsheets`],
  'SpreadsheetApp.openByUrl': [`${SCOPE}spreadsheets`],
};
const SPREADSHEET_SCOPES = [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}spreadsheets`];
const CALENDAR_SCOPES = [`${SCOPE}calendar`, 'https://www.google.com/calendar/feeds'];
const CALENDAR_READING = /^(CalendarApp|Calendar|CalendarEvent)\.(get|is)/;
const DOCUMENT_ROOTS = /^SpreadsheetApp\.(getActive|setActive)/;

/**
 * The platform's message when a call is refused, or `null` when it may be made.
 * @param scopes those of the manifest; `null` when it lists none, which lets the platform find them by itself
 */
export function refusal(
  mode: AuthMode,
  scopes: readonly string[] | null,
  service: string,
  method: string,
): string | null {
  const name = `${service}.${method}`;
  const needed = SHOWING[name] ?? SCOPED[name] ?? scopesOfRoot(service, name);
  const lacking = scopes !== null && needed.length > 0 && !needed.some((scope) => scopes.includes(scope));
  if (lacking || (mode === 'LIMITED' && (name in SHOWING || name in SCOPED || service === 'CalendarApp')))
    return denied(name, needed);
  if (mode === 'NONE' && !FREE.has(service) && !FREE_METHODS.has(name)) return denied(name, needed);
  return null;
}

function scopesOfRoot(service: string, name: string): readonly string[] {
  if (DOCUMENT_ROOTS.test(name)) return SPREADSHEET_SCOPES;
  if (service !== 'CalendarApp' && service !== 'Calendar' && service !== 'CalendarEvent') return [];
  return CALENDAR_READING.test(name) ? [...CALENDAR_SCOPES, `${SCOPE}calendar.readonly`] : CALENDAR_SCOPES;
}

function denied(name: string, needed: readonly string[]): string {
  const list = needed.length === 0 ? '' : ` Required permissions: ${needed.join(' || ')}`;
  return `You do not have permission to call ${name}.${list}`;
}

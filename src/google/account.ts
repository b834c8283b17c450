/** The account that runs the script. What the platform says of it without any authorisation comes first. */

/** Page on which what is missing can be accepted; `null` when nothing is missing, empty when there is no such page. */
export function missingAuthorisations(): string | null {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return null;
  // The types promise a text; the platform gives null when it has none.
  const url: string | null = info.getAuthorizationUrl();
  return url ?? '';
}

/** Asks for the address of whoever runs the script; the essential edition has no right to, and does without. */
let ask: () => string = () => '';

/** Said once, when the script of an edition that may know it is loaded. */
export function addressFrom(source: () => string): void {
  ask = source;
}

/** The address of whoever runs the script; empty where the edition or the domain does not give it. */
export const addressIfGiven = (): string => ask();

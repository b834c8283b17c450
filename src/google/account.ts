/** What the platform says of the account that runs the script, without any authorisation. */

/** Page on which what is missing can be accepted; `null` when nothing is missing, empty when there is no such page. */
export function missingAuthorisations(): string | null {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return null;
  // The types promise a text; the platform gives null when it has none.
  const url: string | null = info.getAuthorizationUrl();
  return url ?? '';
}

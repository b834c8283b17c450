/** Addresses of forms and spreadsheets of the runtime, replaced by those at which the preview shows them. */
export function localAddresses(text: string, address: string): string {
  return text
    .replace(
      /https:\/\/docs\.google\.com\/forms\/d\/(?:e\/public-)?(local-form-\d+)\/(?:viewform|edit)/g,
      `${address}formulaire/$1`,
    )
    .replace(
      /https:\/\/docs\.google\.com\/spreadsheets\/d\/(local-spreadsheet-\d+)\/edit/g,
      `${address}classeurs/$1`,
    );
}

/** The text of an HTML file of the project, as it was sent. Throws when there is no such file. */
export function readHtmlFile(name: string): string {
  return HtmlService.createTemplateFromFile(name).getRawContent();
}

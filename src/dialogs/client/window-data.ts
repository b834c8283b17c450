import type { WindowPage } from '../window-page';

/** The data that the server put in the page when it opened the window. */
export function windowData<Data>(page: WindowPage<Data>): Data {
  const text = document.getElementById('window-data')?.textContent;
  if (text === null || text === undefined) throw new Error(`The window ${page.folder} has no data.`);
  return page.startsWith(JSON.parse(text));
}

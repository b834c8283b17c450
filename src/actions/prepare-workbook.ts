import { writeTab } from '../google/write-tab';
import { preparedText } from '../text/prepared';
import { CERTIFIED_ROOMS } from '../workbook/schema/certified-rooms';
import { TABS_IN_ORDER, blankTab } from '../workbook/write/blank-tabs';
import { actAlone } from './act';
import { type Answer, done } from './answer';
import { findTabs, readSettingsTab } from './find-tabs';

/** *Préparer le classeur*: creates the tabs that are missing, and touches nothing that is there. */
export function prepareWorkbook(): Answer {
  return actAlone(preparedText.title, (book) => {
    const tabs = findTabs(book, readSettingsTab(book));
    const missing = TABS_IN_ORDER.filter((key) => !tabs[key].exists);
    for (const key of missing) writeTab(book, blankTab(key, tabs[key].name));
    const created = missing.map((key) => tabs[key].name);
    return done(preparedText.lines(created, missing.includes('rooms') ? CERTIFIED_ROOMS.length : 0));
  });
}

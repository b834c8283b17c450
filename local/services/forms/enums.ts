import { named } from '../enums';

type FormEnums = typeof GoogleAppsScript.Forms;

export const ALIGNMENTS = named<FormEnums['Alignment']>()('LEFT', 'CENTER', 'RIGHT');
export const DESTINATION_TYPES = named<FormEnums['DestinationType']>()('SPREADSHEET');
export const FEEDBACK_TYPES = named<FormEnums['FeedbackType']>()('CORRECT', 'INCORRECT', 'GENERAL');
export const ITEM_TYPES = named<FormEnums['ItemType']>()(
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
);
export const PAGE_NAVIGATION_TYPES = named<FormEnums['PageNavigationType']>()(
  'CONTINUE',
  'GO_TO_PAGE',
  'RESTART',
  'SUBMIT',
);

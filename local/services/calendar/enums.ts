import { named } from '../enums';

type CalendarEnums = typeof GoogleAppsScript.Calendar;

export const EVENT_COLORS = named<CalendarEnums['EventColor']>()(
  'PALE_BLUE',
  'PALE_GREEN',
  'MAUVE',
  'PALE_RED',
  'YELLOW',
  'ORANGE',
  'CYAN',
  'GRAY',
  'BLUE',
  'GREEN',
  'RED',
);
export const EVENT_TRANSPARENCIES = named<CalendarEnums['EventTransparency']>()('OPAQUE', 'TRANSPARENT');
export const VISIBILITIES = named<CalendarEnums['Visibility']>()(
  'CONFIDENTIAL',
  'DEFAULT',
  'PRIVATE',
  'PUBLIC',
);

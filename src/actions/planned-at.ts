/** Name under which the workbook remembers when the planning was written, as a cell of date and time. */
export const PLANNED_AT = 'planning calculé le';

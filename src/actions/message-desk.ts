import type { Campaign } from '../domain/campaign';
import type { Grid } from '../domain/grid';
import { instant, now, nowSerial } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { writeTab } from '../google/write-tab';
import type { Due, MessageKind } from '../messages/due';
import { isMailAddress, oneLine } from '../messages/plain-words';
import { type MessageRow, readRecord, recordContent, withDue } from '../messages/record';
import { unknownFields } from '../messages/template';
import { templatesContent } from '../messages/templates-content';
import { CONVOCATION_TEXT, TEMPLATES, type TemplateKey, unknownFieldLine } from '../text/convocations';
import { type ReadTemplate, readTemplates, TEMPLATE_KEYS } from '../workbook/read/templates';
import { messagesTab, templatesTab } from '../workbook/schema/messages';
import { SETTINGS } from '../workbook/schema/settings';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { placeName } from '../text/format';
import { textOf } from '../workbook/cells/text';
import { isAnswer } from './act';
import { type Answer, blocked } from './answer';
import { type Correspondence, correspondence, type Sender } from './correspondence';
import { findTab } from './find-tabs';
import { openCampaign } from './open-campaign';
import type { WorkbookReading } from './read-workbook';

/** What sending any message starts from, read once. */
export interface RecordDesk {
  readonly reading: WorkbookReading;
  readonly campaign: Campaign;
  readonly templates: Readonly<Record<TemplateKey, ReadTemplate>>;
  /** The tab `Messages` as it stands. */
  readonly record: readonly MessageRow[];
  readonly recordTab: { readonly name: string; readonly grid: Grid | null };
  /** The present, as a cell of date and time. */
  readonly present: number;
}

/** The same, and what everybody should know of the planning. */
export interface MessageDesk extends RecordDesk {
  readonly letters: Correspondence;
}

/** Which messages are left out: numbers of sessions, or the audiences below. */
export type Exclusions = readonly string[];
export const UNSEATED = 'unseated';
export const CANCELLED = 'cancelled';
export const INVIGILATORS = 'invigilators';

/** The part of the choice that a message belongs to. */
export function choiceOf({ kind, expected }: Due): string {
  const parts: Readonly<Partial<Record<MessageKind, string>>> = {
    unseated: UNSEATED,
    cancellation: CANCELLED,
    invigilation: INVIGILATORS,
  };
  return parts[kind] ?? expected.session;
}

/** Reads the workbook, the templates (made when there are none) and the record; an answer when that cannot be used. */
export function openRecordDesk(book: OpenSpreadsheet): RecordDesk | Answer {
  const open = openCampaign(book);
  if (isAnswer(open)) return open;
  const { reading, campaign } = open;
  const wrong = wrongReplyTo(reading);
  if (wrong !== null) return blocked(wrong);
  const templates = openTemplates(book);
  if ('status' in templates) return templates;
  const { name, exists } = findTab(book, messagesTab.name);
  const grid = exists ? book.read(name, 'nothing') : null;
  return {
    reading,
    campaign,
    templates,
    record: readRecord(grid),
    recordTab: { name, grid },
    present: nowSerial(book.timeZone),
  };
}

/** The desk of the messages about the planning; blocked when nothing is planned. */
export function openMessageDesk(book: OpenSpreadsheet): MessageDesk | Answer {
  const desk = openRecordDesk(book);
  if ('status' in desk) return desk;
  if (desk.campaign.existing.length === 0) return blocked(CONVOCATION_TEXT.nothingPlanned);
  const sender: Sender = {
    now: now(book.timeZone),
    stamp: instant(),
    timeZone: book.timeZone,
    workbook: book.file.getId(),
  };
  return { ...desk, letters: correspondence(desk.reading, desk.campaign, sender) };
}

/** What is wrong with the address that people answer to, which would stop every message; `null` when it can be used. */
export function wrongReplyTo({ settings, grids }: WorkbookReading): string | null {
  const address = textOf(settings.values.get('replyTo'));
  if (address === '' || isMailAddress(address)) return null;
  const label = SETTINGS.find(({ key }) => key === 'replyTo')?.label ?? '';
  const cells = grids.settings?.cells ?? [];
  const row = cells.findIndex((line) => line.some((cell) => matchKey(textOf(cell)) === matchKey(label)));
  const column = cells[row]?.findIndex((cell) => textOf(cell) === address) ?? -1;
  return CONVOCATION_TEXT.wrongReplyTo(
    placeName({ tab: grids.settings?.tab ?? TABS.settings.name, row: row + 1, column: column + 1 }),
    oneLine(address, 60),
  );
}

/** The templates; blocked when one names a field that does not exist, which people would read as it stands. */
export function openTemplates(book: OpenSpreadsheet): Readonly<Record<TemplateKey, ReadTemplate>> | Answer {
  const { name, exists } = findTab(book, templatesTab.name);
  if (!exists) writeTab(book, templatesContent(name));
  const templates = readTemplates(exists ? book.read(name, 'nothing') : null);
  const faults = TEMPLATE_KEYS.flatMap((key) => {
    const { fields, label } = TEMPLATES[key];
    const { row } = templates[key];
    const cell = row === null ? label : `${name}!C${row}`;
    return unknownFields(templates[key], fields).map((field) => unknownFieldLine(cell, field, fields));
  });
  return faults.length === 0 ? templates : { status: 'blocked', lines: faults, problems: [] };
}

/** The record with the messages that are due, those that cannot leave last. */
export function recordWithDue(desk: RecordDesk, due: readonly Due[]): readonly MessageRow[] {
  const rows = withDue(desk.record, due);
  const last = ({ state }: MessageRow): number => (state === 'noAddress' ? 1 : 0);
  return [...rows].sort((a, b) => last(a) - last(b));
}

export function writeRecord(book: OpenSpreadsheet, desk: RecordDesk, rows: readonly MessageRow[]): void {
  const { name, grid } = desk.recordTab;
  writeTab(
    book,
    recordContent(name, rows, grid, () => book.readExtras(name)),
  );
}

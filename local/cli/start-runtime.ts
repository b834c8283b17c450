import { LocalRuntime } from '../execution';
import type { ScriptFiles } from '../execution/script-files';
import type { WorkbookModel } from '../model/workbook';
import type { Runtime } from './addon';

/**
 * The local runtime as the command line drives it, opened on a workbook. A question with a yes and a no is closed
 * unanswered, so that whoever asked takes the default answer; the others are answered OK.
 * @param fixedNow the instant at which its clock stands still, `null` for the real time
 */
export function startRuntime(workbook: WorkbookModel, files: ScriptFiles, fixedNow: number | null): Runtime {
  const runtime = new LocalRuntime({
    workbook,
    files,
    ...(fixedNow !== null && { now: fixedNow }),
    onQuestion: ({ buttons }) => ({ button: buttons.startsWith('YES_NO') ? 'CLOSE' : 'OK', text: '' }),
  });
  runtime.open();
  return {
    menuLabels: () => runtime.menuItems().map(({ label }) => label),
    click: (label) => {
      const item = runtime.menuItems().find((candidate) => candidate.label === label);
      if (!item) throw new Error(`No menu item is called "${label}".`);
      return runtime.call(item.functionName);
    },
    call: (name) => runtime.call(name),
    counts: () => {
      const { total: calls, rangeReads, rangeWrites } = runtime.counters;
      return { calls, rangeReads, rangeWrites };
    },
  };
}

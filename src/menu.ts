import { MENU_TEXT } from './text/menu';

/** An item of the Pix menu: what users read, and the function of `main.ts` that it calls. */
export interface MenuItem {
  readonly label: string;
  readonly entryPoint: 'prepareWorkbook' | 'checkData' | 'computePlanning' | 'exportPixCertif' | 'showHelp';
}

/** Items behind one label. */
export interface SubMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** The Pix menu, in order. */
export const MENU: readonly (MenuItem | SubMenu | 'separator')[] = [
  { label: MENU_TEXT.prepare, entryPoint: 'prepareWorkbook' },
  { label: MENU_TEXT.check, entryPoint: 'checkData' },
  { label: MENU_TEXT.compute, entryPoint: 'computePlanning' },
  'separator',
  {
    label: MENU_TEXT.pixFiles,
    items: [{ label: MENU_TEXT.exportPixCertif, entryPoint: 'exportPixCertif' }],
  },
  'separator',
  { label: MENU_TEXT.help, entryPoint: 'showHelp' },
];

export const MENU_TITLE = MENU_TEXT.title;

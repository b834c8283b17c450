import { RectLayer } from './rect-layer';

export type BorderEdge = 'top' | 'left' | 'bottom' | 'right';
export interface CellBorder {
  readonly color: string;
  readonly style: string;
}
export type CellBorders = { readonly [Edge in BorderEdge]?: CellBorder };

/** Looks of a cell; a property that is not set has the platform's default. Colours are `#rrggbb`. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly fontWeight?: 'bold' | 'normal';
  readonly fontStyle?: 'italic' | 'normal';
  readonly fontLine?: 'underline' | 'line-through' | 'none';
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: 'OVERFLOW' | 'WRAP' | 'CLIP';
  readonly borders?: CellBorders;
}

export type StyleKey = keyof CellStyle;
export type StyleLayers = { [Key in StyleKey]-?: RectLayer<NonNullable<CellStyle[Key]>> };

export const STYLE_KEYS: readonly StyleKey[] = [
  'numberFormat',
  'background',
  'fontColor',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontLine',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapStrategy',
  'borders',
];

export function createStyles(): StyleLayers {
  return {
    numberFormat: new RectLayer(),
    background: new RectLayer(),
    fontColor: new RectLayer(),
    fontFamily: new RectLayer(),
    fontSize: new RectLayer(),
    fontWeight: new RectLayer(),
    fontStyle: new RectLayer(),
    fontLine: new RectLayer(),
    horizontalAlignment: new RectLayer(),
    verticalAlignment: new RectLayer(),
    wrapStrategy: new RectLayer(),
    borders: new RectLayer(),
  };
}

/** What a cell without any format looks like on the platform. */
export const DEFAULT_STYLE: Required<Omit<CellStyle, 'borders'>> = {
  numberFormat: 'General',
  background: '#ffffff',
  fontColor: '#000000',
  fontFamily: 'Arial',
  fontSize: 10,
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrapStrategy: 'OVERFLOW',
};

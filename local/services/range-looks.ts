import { DEFAULT_STYLE, type CellStyle, type StyleKey } from '../model/style';
import type { Rect } from '../model/rect-layer';
import { RangeContent } from './range-content';
import { colorOf } from './colors';

type Styled<Key extends StyleKey> = NonNullable<CellStyle[Key]>;
type FontLine = 'underline' | 'line-through' | 'none';

/** Looks of a range. Setters given `null` go back to the default. */
export abstract class RangeLooks extends RangeContent {
  setNumberFormat(format: string): this {
    return this.paint('numberFormat', format);
  }
  setNumberFormats(formats: string[][]): this {
    return this.paintEach('numberFormat', 'setNumberFormats', formats);
  }
  getNumberFormat(): string {
    return this.formatAt(this.rect.row, this.rect.column);
  }
  getNumberFormats(): string[][] {
    return this.map((row, column) => this.formatAt(row, column));
  }

  /** The automatic format, once set, is read in its long form: an oddity of the platform. */
  private formatAt(row: number, column: number): string {
    const set = this.sheetModel.styles.numberFormat.get(row, column);
    return set !== undefined && /^general$/i.test(set)
      ? '0.###############'
      : this.styleAt('numberFormat', row, column);
  }

  setBackground(color: string | null): this {
    return this.paint('background', colorOf(color));
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.paintEach(
      'background',
      'setBackgrounds',
      colors.map((line) => line.map(colorOf)),
    );
  }
  getBackground(): string {
    return this.styleAt('background', this.rect.row, this.rect.column);
  }
  getBackgrounds(): string[][] {
    return this.map((row, column) => this.styleAt('background', row, column));
  }

  setFontColor(color: string | null): this {
    return this.paint('fontColor', colorOf(color));
  }
  setFontColors(colors: (string | null)[][]): this {
    return this.paintEach(
      'fontColor',
      'setFontColors',
      colors.map((line) => line.map(colorOf)),
    );
  }
  getFontColor(): string {
    return this.styleAt('fontColor', this.rect.row, this.rect.column);
  }
  getFontColors(): string[][] {
    return this.map((row, column) => this.styleAt('fontColor', row, column));
  }

  setFontWeight(weight: 'bold' | 'normal' | null): this {
    return this.paint('fontWeight', weight ?? undefined);
  }
  setFontWeights(weights: ('bold' | 'normal' | null)[][]): this {
    return this.paintEach('fontWeight', 'setFontWeights', weights);
  }
  getFontWeight(): string {
    return this.styleAt('fontWeight', this.rect.row, this.rect.column);
  }
  getFontWeights(): string[][] {
    return this.map((row, column) => this.styleAt('fontWeight', row, column));
  }

  setFontStyle(style: 'italic' | 'normal' | null): this {
    return this.paint('fontStyle', style ?? undefined);
  }
  getFontStyle(): string {
    return this.styleAt('fontStyle', this.rect.row, this.rect.column);
  }
  setFontLine(line: FontLine | null): this {
    return this.paint('fontLine', line ?? undefined);
  }
  getFontLine(): string {
    return this.styleAt('fontLine', this.rect.row, this.rect.column);
  }
  setFontSize(size: number): this {
    return this.paint('fontSize', size);
  }
  getFontSize(): number {
    return this.styleAt('fontSize', this.rect.row, this.rect.column);
  }
  setFontFamily(family: string | null): this {
    return this.paint('fontFamily', family ?? undefined);
  }
  getFontFamily(): string {
    return this.styleAt('fontFamily', this.rect.row, this.rect.column);
  }

  setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): this {
    return this.paint('horizontalAlignment', alignment === 'normal' ? undefined : (alignment ?? undefined));
  }
  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.paintEach('horizontalAlignment', 'setHorizontalAlignments', alignments);
  }
  getHorizontalAlignment(): string {
    return this.styleAt('horizontalAlignment', this.rect.row, this.rect.column);
  }
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): this {
    return this.paint('verticalAlignment', alignment ?? undefined);
  }
  getVerticalAlignment(): string {
    return this.styleAt('verticalAlignment', this.rect.row, this.rect.column);
  }

  setWrap(wrap: boolean): this {
    return this.paint('wrapStrategy', wrap ? 'WRAP' : 'OVERFLOW');
  }
  setWrapStrategy(strategy: unknown): this {
    return this.paint('wrapStrategy', String(strategy) as Styled<'wrapStrategy'>);
  }
  /** Reads `true` until a strategy is set: an oddity of the platform. */
  getWrap(): boolean {
    const strategy = this.sheetModel.styles.wrapStrategy.get(this.rect.row, this.rect.column);
    return strategy === undefined || strategy === 'WRAP';
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color: string | null = null,
    style: string | null = 'SOLID',
  ): this {
    this.requireWritable();
    const line = { color: color ?? '#000000', style: style ?? 'SOLID' };
    const layer = this.sheetModel.styles.borders;
    const { row: firstRow, column: firstColumn } = this.rect;
    const each = this.map((row, column) => {
      const wanted = {
        top: row === firstRow ? top : horizontal,
        bottom: row === this.getLastRow() ? bottom : horizontal,
        left: column === firstColumn ? left : vertical,
        right: column === this.getLastColumn() ? right : vertical,
      };
      const borders: Record<string, typeof line> = { ...layer.get(row, column) };
      for (const [edge, on] of Object.entries(wanted)) {
        if (on === true) borders[edge] = line;
        if (on === false) delete borders[edge];
      }
      return borders;
    });
    layer.setEach(this.rect, each);
    return this;
  }

  clearFormat(): this {
    this.requireWritable();
    for (const layer of Object.values(this.sheetModel.styles)) layer.set(this.rect, undefined);
    return this;
  }

  protected styleAt<Key extends Exclude<StyleKey, 'borders'>>(
    key: Key,
    row: number,
    column: number,
  ): (typeof DEFAULT_STYLE)[Key] {
    const layer = this.sheetModel.styles[key] as { get(row: number, column: number): unknown };
    return (layer.get(row, column) ?? DEFAULT_STYLE[key]) as (typeof DEFAULT_STYLE)[Key];
  }

  private paint<Key extends StyleKey>(key: Key, value: Styled<Key> | undefined): this {
    this.requireWritable();
    const layer = this.sheetModel.styles[key] as { set(rect: Rect, value: unknown): void };
    layer.set(this.rect, value);
    return this;
  }

  private paintEach(key: StyleKey, method: string, values: readonly (readonly unknown[])[]): this {
    this.requireShape(values, method, 'data');
    this.requireWritable();
    const layer = this.sheetModel.styles[key] as {
      setEach(rect: Rect, each: readonly (readonly unknown[])[]): void;
    };
    layer.setEach(
      this.rect,
      values.map((line) => line.map((value) => value ?? undefined)),
    );
    return this;
  }
}

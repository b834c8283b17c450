import type { ChartModel } from '../model/sheet';
import { ServiceObject } from './bridge';
import type { Range } from './range';
import type { Sheet } from './sheet';

export class EmbeddedChart extends ServiceObject {
  readonly serviceName = 'EmbeddedChart';
  constructor(
    private readonly sheet: Sheet,
    readonly state: ChartModel,
  ) {
    super();
  }
  getChartId(): number {
    return this.state.id;
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.sheet, this.state);
  }
}

/** Names of options are not checked, as on the platform. */
export class EmbeddedChartBuilder extends ServiceObject {
  readonly serviceName = 'EmbeddedChartBuilder';
  private draft: ChartModel;
  constructor(
    private readonly sheet: Sheet,
    state?: ChartModel,
  ) {
    super();
    this.draft = state ?? {
      id: 0,
      type: 'COLUMN',
      ranges: [],
      options: {},
      row: 1,
      column: 1,
      offsetX: 0,
      offsetY: 0,
      headers: 0,
    };
  }
  setChartType(type: unknown): this {
    return this.with({ type: String(type) });
  }
  asColumnChart(): TypedChartBuilder {
    return this.typed('COLUMN');
  }
  asBarChart(): TypedChartBuilder {
    return this.typed('BAR');
  }
  asLineChart(): TypedChartBuilder {
    return this.typed('LINE');
  }
  asPieChart(): TypedChartBuilder {
    return this.typed('PIE');
  }
  addRange(range: Range): this {
    return this.with({
      ranges: [...this.draft.ranges, { sheet: range.getSheet().getName(), rect: range.rect }],
    });
  }
  clearRanges(): this {
    return this.with({ ranges: [] });
  }
  setNumHeaders(headers: number): this {
    return this.with({ headers });
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    return this.with({ row, column, offsetX, offsetY });
  }
  setOption(name: string, value: unknown): this {
    return this.with({ options: { ...this.draft.options, [name]: value } });
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this.sheet, this.draft);
  }
  private typed(type: string): TypedChartBuilder {
    return new TypedChartBuilder(this.sheet, { ...this.draft, type });
  }
  private with(changes: Partial<ChartModel>): this {
    this.draft = { ...this.draft, ...changes };
    return this;
  }
}

/** A builder that knows its type of chart, and has the setters of that type. */
export class TypedChartBuilder extends EmbeddedChartBuilder {
  setTitle(title: string): this {
    return this.setOption('title', title);
  }
  setColors(colors: string[]): this {
    return this.setOption('colors', colors);
  }
  setStacked(): this {
    return this.setOption('isStacked', true);
  }
  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }
  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }
}

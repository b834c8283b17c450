import type { ChartView } from '../protocol';
import { make } from './element';

const PALETTE = ['#2f5bd7', '#1e7d4f', '#9a5b00', '#6b4bb8', '#0f7c8a', '#b3261e'];
const INK = '#3c4043';
const LINES = '#e3e6ea';

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A chart as a picture, and in words for whoever does not see it. */
export function drawChart(chart: ChartView): HTMLElement {
  const figure = make('figure', { class: 'chart', role: 'img', 'aria-label': inWords(chart) });
  figure.style.width = `${chart.width}px`;
  figure.style.height = `${chart.height}px`;
  const svg = part('svg', {
    viewBox: `0 0 ${chart.width} ${chart.height}`,
    width: chart.width,
    height: chart.height,
    'aria-hidden': 'true',
  });
  svg.append(text(16, 26, chart.title, { 'font-size': 15, 'font-weight': 600 }));
  const legend = chart.series.length > 1 && chart.type !== 'PIE';
  if (legend) drawLegend(svg, chart);
  const top = legend ? 66 : 46;
  const horizontal = chart.type === 'BAR';
  const left = horizontal ? Math.min(180, 24 + 6.5 * longest(chart.categories)) : 48;
  const frame: Frame = {
    left,
    top,
    width: chart.width - left - 28,
    height: chart.height - top - (horizontal ? 20 : 44),
  };
  if (chart.categories.length === 0) svg.append(text(16, top + 14, 'Aucune donnée pour l’instant.', {}));
  else if (chart.type === 'PIE') drawShares(svg, chart, frame);
  else if (horizontal) drawBars(svg, chart, frame);
  else drawColumns(svg, chart, frame);
  figure.append(svg);
  return figure;
}

function inWords({ title, categories, series }: ChartView): string {
  const sentences = series.map(({ name, texts }) => {
    const values = categories.map((category, index) => `${category} : ${texts[index] ?? ''}`).join(', ');
    return name === '' ? values : `${name} — ${values}`;
  });
  return [`Graphique${title === '' ? '' : ` : ${title}`}`, ...sentences].join('. ');
}

function drawLegend(svg: SVGElement, chart: ChartView): void {
  let at = 16;
  chart.series.forEach(({ name }, index) => {
    svg.append(part('rect', { x: at, y: 40, width: 10, height: 10, rx: 2, fill: colorOf(chart, index) }));
    svg.append(text(at + 15, 49, name, { 'font-size': 12 }));
    at += 34 + name.length * 6.6;
  });
}

function drawColumns(svg: SVGElement, chart: ChartView, frame: Frame): void {
  const { top, step } = scaleOf(chart);
  const y = (value: number): number => frame.top + frame.height * (1 - value / top);
  for (let value = 0; value <= top + step / 2; value += step) {
    svg.append(line(frame.left, y(value), frame.left + frame.width, y(value), LINES));
    svg.append(text(frame.left - 8, y(value) + 4, short(value, chart), { 'text-anchor': 'end' }));
  }
  const band = frame.width / chart.categories.length;
  const every = Math.ceil((longest(chart.categories) * 6.4 + 6) / band);
  chart.categories.forEach((category, index) => {
    const middle = frame.left + band * (index + 0.5);
    if (index % every === 0)
      svg.append(text(middle, frame.top + frame.height + 18, category, { 'text-anchor': 'middle' }));
  });
  if (chart.type === 'LINE' || chart.type === 'AREA') {
    chart.series.forEach(({ values }, index) => {
      const points = values.map((value, at) => `${frame.left + band * (at + 0.5)},${y(value)}`).join(' ');
      svg.append(
        part('polyline', { points, fill: 'none', stroke: colorOf(chart, index), 'stroke-width': 2.5 }),
      );
    });
    return;
  }
  const groups = chart.stacked ? 1 : chart.series.length;
  const width = Math.min(44, (band * 0.72) / groups);
  chart.categories.forEach((_, index) => {
    let base = 0;
    chart.series.forEach(({ values, texts }, number) => {
      const value = values[index] ?? 0;
      const offset = chart.stacked ? 0 : (number - (groups - 1) / 2) * width;
      const x = frame.left + band * (index + 0.5) + offset - width / 2;
      const height = Math.max(0, y(base) - y(base + value));
      svg.append(
        part('rect', {
          x: x + 1,
          y: y(base + value),
          width: Math.max(1, width - 2),
          height,
          rx: height > 4 ? 2 : 0,
          fill: colorOf(chart, number),
        }),
      );
      const label = texts[index] ?? '';
      if (!chart.stacked && value !== 0 && width >= label.length * 6.2)
        svg.append(text(x + width / 2, y(value) - 5, label, { 'text-anchor': 'middle', fill: INK }));
      if (chart.stacked && height >= 14 && width >= label.length * 6.2)
        svg.append(inside(label, x + width / 2, y(base + value / 2) + 4, colorOf(chart, number)));
      if (chart.stacked) base += value;
    });
  });
}

function drawBars(svg: SVGElement, chart: ChartView, frame: Frame): void {
  const { top } = scaleOf(chart);
  const band = frame.height / chart.categories.length;
  const groups = chart.stacked ? 1 : chart.series.length;
  const thickness = Math.min(24, (band * 0.72) / groups);
  chart.categories.forEach((category, index) => {
    const middle = frame.top + band * (index + 0.5);
    if (band >= 9) svg.append(text(frame.left - 8, middle + 4, category, { 'text-anchor': 'end' }));
    let base = 0;
    chart.series.forEach(({ values, texts }, number) => {
      const value = values[index] ?? 0;
      const length = (frame.width * value) / top;
      const y = middle - thickness / 2 + (chart.stacked ? 0 : (number - (groups - 1) / 2) * thickness);
      const x = frame.left + (frame.width * base) / top;
      svg.append(
        part('rect', {
          x,
          y,
          width: length,
          height: Math.max(1, thickness - 2),
          rx: 2,
          fill: colorOf(chart, number),
        }),
      );
      if (!chart.stacked && thickness >= 9)
        svg.append(text(x + length + 5, y + thickness / 2 + 3, texts[index] ?? '', {}));
      const label = texts[index] ?? '';
      if (chart.stacked && thickness >= 13 && length >= label.length * 6.6 + 4)
        svg.append(inside(label, x + length / 2, y + thickness / 2 + 3, colorOf(chart, number)));
      if (chart.stacked) base += value;
    });
  });
}

/** A figure on its bar, dark or white as the bar is light or not. */
function inside(label: string, x: number, y: number, colour: string): SVGElement {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const light = 0.3 * red + 0.59 * green + 0.11 * blue > 150;
  return text(x, y, label, { 'text-anchor': 'middle', fill: light ? INK : '#ffffff' });
}

function drawShares(svg: SVGElement, chart: ChartView, frame: Frame): void {
  const values = chart.series[0]?.values ?? [];
  const sum = values.reduce((total, value) => total + value, 0) || 1;
  const radius = Math.min(frame.height, frame.width / 2) / 2;
  const [x, y] = [frame.left + radius, frame.top + frame.height / 2];
  let angle = -Math.PI / 2;
  values.forEach((value, index) => {
    const next = angle + Math.min(0.99999, value / sum) * 2 * Math.PI;
    const at = (turn: number): string => `${x + radius * Math.cos(turn)} ${y + radius * Math.sin(turn)}`;
    const large = next - angle > Math.PI ? 1 : 0;
    svg.append(
      part('path', {
        d: `M${x} ${y}L${at(angle)}A${radius} ${radius} 0 ${large} 1 ${at(next)}Z`,
        fill: colorOf(chart, index),
        stroke: '#fff',
      }),
    );
    const line = frame.top + 16 + index * 20;
    svg.append(
      part('rect', {
        x: x + radius + 28,
        y: line - 9,
        width: 10,
        height: 10,
        rx: 2,
        fill: colorOf(chart, index),
      }),
    );
    const label = `${chart.categories[index] ?? ''} : ${chart.series[0]?.texts[index] ?? ''}`;
    svg.append(text(x + radius + 44, line, label, {}));
    angle = next;
  });
}

/** A round top for the axis, and the step of its lines. */
function scaleOf(chart: ChartView): { top: number; step: number } {
  const sums = chart.categories.map((_, index) => {
    const values = chart.series.map(({ values: all }) => all[index] ?? 0);
    return chart.stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  const largest = Math.max(0, ...sums) || 1;
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size * 4 >= largest) ?? power;
  return { top: Math.ceil((largest * 1.04) / step) * step, step };
}

/** Numbers of the axis, as percentages when the data are. */
function short(value: number, chart: ChartView): string {
  const percent = chart.series.some(({ texts }) => texts.some((shown) => shown.includes('%')));
  const number = Number((percent ? value * 100 : value).toPrecision(6));
  return `${number.toLocaleString('fr-FR')}${percent ? ' %' : ''}`;
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((item) => item.length));
const colorOf = (chart: ChartView, index: number): string => {
  const chosen = chart.colors[index];
  return chosen !== undefined && /^#[0-9a-f]{6}$/i.test(chosen)
    ? chosen
    : (PALETTE[index % PALETTE.length] ?? INK);
};

function part(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function text(
  x: number,
  y: number,
  content: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = part('text', { x, y, fill: INK, 'font-size': 12, ...attributes });
  element.textContent = content;
  return element;
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string): SVGElement =>
  part('line', { x1, y1, x2, y2, stroke });

import { PLANNING_STYLE } from './planning-style';

/**
 * How printed pages look, on paper and on screen: A4, one `.sheet` a page. Classes that pages share are here; it stands
 * in the file that is saved as in the window.
 * Colours are written without `#`, which the build takes for a private name.
 */
export const PRINT_STYLE = `
@page { size: A4; margin: 12mm }
@page across { size: A4 landscape; margin: 12mm }
.sheet {
  display: flex; flex-direction: column; box-sizing: border-box; width: 185.5mm; min-height: 265mm;
  color: rgb(32 33 36); background: rgb(255 255 255); font: 10.5pt/1.35 Roboto, Arial, 'Liberation Sans', sans-serif;
  break-after: page; overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
.sheet * { box-sizing: border-box }
.sheet.landscape { page: across; width: 271.5mm; min-height: 177mm }
.sheet h2 { margin: 0; color: rgb(47 91 215); font-size: 17pt; line-height: 1.2 }
.sheet h3 { margin: 5mm 0 1.5mm; color: rgb(47 91 215); font-size: 11.5pt }
.sheet p, .sheet ul, .sheet ol, .sheet dl, .sheet dd { margin: 0 }
.sheet header { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm;
  padding-bottom: 2mm; border-bottom: 0.6mm solid rgb(47 91 215); margin-bottom: 3mm }
.sheet .subject { font-size: 13pt; font-weight: 600; text-align: right }
.sheet footer { display: flex; justify-content: space-between; gap: 6mm; margin-top: auto; padding-top: 2.5mm;
  color: rgb(95 99 104); font-size: 8.5pt }
.sheet footer span:last-child { white-space: nowrap }
.sheet table { width: 100%; border-collapse: collapse }
.sheet th, .sheet td { padding: 1mm 2mm; border: 0.25mm solid rgb(154 160 166); text-align: left; vertical-align: middle }
.sheet th { background: rgb(241 243 244); font-size: 9.5pt; font-weight: 600 }
.sheet thead { display: table-header-group }
.sheet tr { break-inside: avoid }
.sheet .facts { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin-bottom: 3mm }
.sheet .facts div { display: flex; gap: 2mm; min-width: 0 }
.sheet .facts dt { flex: none; color: rgb(95 99 104) }
.sheet .facts dd { flex: 1; min-width: 0; font-weight: 600 }
.sheet .sign, .sheet .extra { table-layout: fixed }
.sheet .sign td { height: 8.5mm; padding-top: 0; padding-bottom: 0; line-height: 1.15 }
.sheet .sign th:nth-child(1) { width: 8mm }
.sheet .sign td:nth-child(1) { padding-left: 0; color: rgb(95 99 104); text-align: right }
.sheet .sign th:nth-child(2) { width: 48mm }
.sheet .sign th:nth-child(3) { width: 34mm }
.sheet .sign th:nth-child(4) { width: 24mm }
.sheet .sign th:nth-child(5) { width: 27mm }
.sheet .extra th:nth-child(1) { width: 46% }
.sheet .extra td { padding-top: 0.8mm; padding-bottom: 0.8mm }
.sheet .fitted { max-height: 2.3em; overflow: hidden; line-height: 1.15 }
.sheet .small { max-height: 3.15em; font-size: 7.5pt; line-height: 1.05 }
.sheet .blank { color: rgb(95 99 104); font-style: italic }
.sheet .write { display: block; max-width: 60mm; border-bottom: 0.25mm solid rgb(95 99 104) }
.sheet ol li, .sheet ul li { margin: 0 0 1.4mm }
.sheet ol, .sheet ul { padding-left: 6mm }
.sheet .ruled { flex: 1; min-height: 16mm; margin-top: 2mm;
  background: repeating-linear-gradient(transparent 0 7.75mm, rgb(154 160 166) 7.75mm 8mm) }
.sheet .over { color: rgb(179 38 30); font-weight: 600 }
.sheet .number { text-align: right; font-variant-numeric: tabular-nums }
.sheet .door { table-layout: fixed }
.sheet .door td { padding: 0.75mm 2mm; font-size: 11.5pt }
.sheet .door td:nth-child(2) { border-left: 0.6mm solid rgb(154 160 166) }
${PLANNING_STYLE}
@media screen {
  body.printable { margin: 0; padding: 16px; background: rgb(232 234 237); font: 14px/1.5 Roboto, Arial, sans-serif }
  body.printable .on-screen { max-width: 210mm; margin: 0 auto 12px }
  .sheet { box-sizing: content-box; margin: 0 auto 16px; padding: 12mm; box-shadow: 0 1px 4px rgb(0 0 0 / 40%) }
}
@media print {
  body.printable { margin: 0 }
  .on-screen { display: none }
}
`;

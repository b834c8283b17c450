/** How the pages of the planning look: list, calendar, weeks of the rooms. */
export const PLANNING_STYLE = `
.sheet .lead { margin-bottom: 3mm; color: rgb(95 99 104) }
.sheet .faint { color: rgb(95 99 104); font-weight: 400 }
.sheet .full { color: rgb(30 125 79) }
.sheet .list { table-layout: fixed; font-size: 9pt }
.sheet .list th { box-sizing: border-box; overflow-wrap: normal }
.sheet .list thead th:nth-child(1) { width: 16mm }
.sheet .list thead th:nth-child(2) { width: 30mm }
.sheet .list thead th:nth-child(3), .sheet .list thead th:nth-child(7) { width: 36mm }
.sheet .list thead th:nth-child(4) { width: 34mm }
.sheet .list thead th:nth-child(5) { width: 42mm }
.sheet .list thead th:nth-child(8) { width: 22mm }
.sheet .list td { vertical-align: top }
.sheet .list .day th { background: rgb(255 255 255); padding-top: 2.4mm; border-left: 0; border-right: 0;
  color: rgb(47 91 215); font-size: 10.5pt }
.sheet .list td:nth-child(2), .sheet .list td:nth-child(5) { white-space: nowrap }
.sheet .calendar { table-layout: fixed; font-size: 8.5pt }
.sheet .calendar th, .sheet .calendar td { padding: 1mm; vertical-align: top }
.sheet .calendar .corner { width: 25mm }
.sheet .calendar thead .faint { display: block; font-size: 8pt }
.sheet .card { padding: 1mm 1.5mm; border: 0.25mm solid rgb(154 160 166); border-left-width: 1.2mm; border-radius: 1mm;
  background: rgb(255 255 255); font-size: 8.5pt; line-height: 1.3 }
.sheet .card + .card { margin-top: 1mm }
.sheet .card p { margin: 0 }
.sheet .card.published { border-left-color: rgb(47 91 215) }
.sheet .card.convoked { border-left-color: rgb(30 125 79) }
.sheet .card.held { border-left-color: rgb(95 99 104) }
.sheet .state { display: inline-block; padding: 0 1mm; border: 0.25mm solid currentcolor; border-radius: 0.8mm;
  color: rgb(95 99 104); background: rgb(255 255 255); font-size: 0.9em; line-height: 1.3; white-space: nowrap }
.sheet .state.published { color: rgb(47 91 215) }
.sheet .state.convoked { color: rgb(30 125 79) }
.sheet .state.held { color: rgb(32 33 36) }
.sheet .timetable { display: flex; flex: 1; gap: 1mm; min-height: 140mm }
.sheet .timetable .hours { width: 14mm; flex: none; display: flex; flex-direction: column }
.sheet .timetable .column { flex: 1; display: flex; flex-direction: column; min-width: 0 }
.sheet .timetable .day-name { height: 7mm; font-weight: 600; text-align: center }
.sheet .timetable .scale { position: relative; flex: 1 }
.sheet .timetable .hours span { position: absolute; right: 1.5mm; transform: translateY(-50%); color: rgb(95 99 104);
  font-size: 8.5pt; white-space: nowrap }
.sheet .timetable .ruled-hours { border: 0.25mm solid rgb(154 160 166);
  background-image: linear-gradient(rgb(218 220 224) 0.2mm, transparent 0.2mm) }
.sheet .timetable .slot { position: absolute; padding: 0.3mm; box-sizing: border-box; overflow: hidden }
.sheet .timetable .card { height: 100%; box-sizing: border-box; overflow: hidden }
`;

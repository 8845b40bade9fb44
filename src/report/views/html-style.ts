/** Black and greys alone, so that a black and white printer loses nothing. Sizes hold on A4 and on Letter. */
export const style = `
:root { --ink: #111; --soft: #444; --rule: #767676; --shade: #eee; --paper: #fff; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 50rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.4 system-ui, "Liberation Sans", Arial, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.1rem 0 .3rem; break-after: avoid; }
p { margin: .4rem 0; }
p, li, td, th { overflow-wrap: break-word; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
table { border-collapse: collapse; width: calc(100% - 4px); margin: .6rem 2px; }
th, td { border: 1px solid var(--rule); padding: .3rem .45rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { min-width: 7rem; }
tr, li, ul { break-inside: avoid; }
.sheet { font-variant-numeric: lining-nums; }
.chart { display: block; width: 100%; height: auto; overflow: visible; break-inside: avoid; }
.chart text { font-size: 12px; fill: var(--ink); }
.chart .grid { stroke: var(--rule); stroke-width: .5; stroke-dasharray: 2 3; }
.chart .tick { stroke: var(--ink); }
.chart .area { fill: var(--shade); }
.chart .line { fill: none; stroke: var(--ink); stroke-width: 2.5; }
.calendar { table-layout: fixed; font-size: .72rem; line-height: 1.25; }
.calendar th, .calendar td { padding: .2rem .25rem; }
.calendar .none { background: var(--shade); }
.calendar .new { border: 2.5px solid var(--ink); }
.calendar .date { margin: 0 0 .2rem; font-weight: bold; }
.calendar .date span { display: block; font-weight: normal; color: var(--soft); }
.calendar ul { list-style: none; padding: 0; margin: 0; }
.calendar li { margin-bottom: .25rem; }
.calendar li b { display: inline-block; width: calc(100% - 1.2em); }
.box { display: inline-block; width: .8em; height: .8em; border: 1px solid var(--ink); margin-right: .3em;
  vertical-align: -.05em; }
footer { margin-top: 1rem; font-size: .8rem; color: var(--soft); }
.page { break-before: page; }
@page { margin: 14mm; }
@media screen { .scroll { overflow-x: auto; } .calendar { min-width: 40rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } .calendar { font-size: 7.5pt; } }
`;

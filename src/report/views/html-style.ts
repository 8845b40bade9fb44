/**
 * Black and greys alone, so that a black and white printer loses nothing. Letters of 12 points and no smaller, of 16 in
 * large print; on paper the sheet alone has 10.5, so that a usual plan is one page. Sizes hold on A4 and on Letter, and a row becomes a card where a screen is narrower than a phone is long.
 */
export const style = `
:root { --ink: #111111; --soft: #444444; --rule: #767676; --shade: #eeeeee; --paper: #ffffff; color-scheme: light dark; }
html { font-size: 12pt; }
html.large { font-size: 16pt; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 50rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.4 Arial, "Liberation Sans", Helvetica, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.1rem 0 .3rem; break-after: avoid; }
p { margin: .4rem 0; }
p, li, td, th { overflow-wrap: break-word; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
table { border-collapse: collapse; width: calc(100% - 4px); margin: .6rem 2px; }
th, td { border: 1px solid var(--rule); padding: .3rem .45rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tr, li, ul { break-inside: avoid; }
.sheet { font-variant-numeric: lining-nums; }
.sheet tbody th { min-width: 7rem; }
.chart { display: block; width: 100%; height: auto; max-width: 35rem; break-inside: avoid; }
.chart text { fill: var(--ink); }
.chart .grid { stroke: var(--rule); }
.chart .tick { stroke: var(--ink); }
.chart .area { fill: var(--shade); }
.chart .line { stroke: var(--ink); }
.calendar { table-layout: fixed; line-height: 1.25; }
.calendar th, .calendar td { padding: .2rem .25rem; }
.calendar .none { background: var(--shade); }
.calendar .new { border: 2.5px solid var(--ink); }
.calendar .date { margin: 0 0 .2rem; font-weight: bold; }
.calendar .date span { display: block; font-weight: normal; color: var(--soft); }
.calendar .date .weekday { display: none; }
.calendar .change { margin: 0 0 .2rem; font-weight: bold; }
.calendar ul { list-style: none; padding: 0; margin: 0; }
.calendar li { margin-bottom: .25rem; }
.calendar li b { font-weight: normal; color: var(--soft); }
.calendar .dose { display: block; }
.box { display: inline-block; width: .8em; height: .8em; border: 1px solid var(--ink); margin-right: .3em;
  vertical-align: -.05em; }
footer { margin-top: 1rem; color: var(--soft); }
.page { break-before: page; }
@media screen { .scroll { overflow-x: auto; } .grid-of-days { min-width: 46rem; } }
@media print { body { max-width: none; padding: 0; } }
${onePage('html:not(.large) .take-home')}
${cards('@media screen and (max-width: 480px)', '')}
${cards('@media print', '.large ')}
@media screen and (max-width: 480px) {
  body { padding: .6rem; }
  .grid-of-days { min-width: 0; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #eeeeee; --soft: #cccccc; --rule: #8a8a8a; --shade: #2b2b2b; --paper: #111111; }
}
`;

/** The sheet of a usual plan on one page of A4: smaller and closer, and the signs to watch for side by side. */
function onePage(sheet: string): string {
  const lines = [
    '{ font-size: 10.5pt; line-height: 1.2; }',
    'h1 { font-size: 1.4em; margin: 0 0 .3em; }',
    'h2 { font-size: 1.15em; margin: .5em 0 .1em; }',
    'p { margin: .2em 0; }',
    'table { margin: .3em 2px; }',
    'tbody th { white-space: nowrap; }',
    'th, SHEET td { padding: .1em .35em; }',
    // The last two lists are the signs of too much and of too little.
    'ul:nth-last-of-type(-n + 2) { columns: 2; }',
  ];
  return `@media print {\n${lines.map((line) => `  ${sheet} ${line.replace('SHEET', sheet)}`).join('\n')}\n}`;
}

/** Each row of a table as a card, the head of a column before its cell; each day of a calendar below the one before. */
function cards(where: string, within: string): string {
  const lines = [
    'table, tbody, tr, th, td { display: block; }',
    'table { width: auto; }',
    'thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }',
    'tr { margin-bottom: .6rem; }',
    '.calendar tr { margin: 0; break-inside: auto; }',
    'td, tbody th { break-inside: avoid; }',
    'td + td, th + td { border-top: none; }',
    '.sheet td { display: grid; grid-template-columns: 6.5rem 1fr; }',
    '.sheet td::before { content: attr(data-label); font-weight: bold; }',
    '.sheet tbody th { background: var(--shade); }',
    '.calendar .none { display: none; }',
    '.calendar .new { border: 2.5px solid var(--ink); }',
    '.calendar .date span { display: inline; }',
    '.calendar .date .weekday { display: inline; font-weight: bold; color: var(--ink); }',
    '.calendar ul { display: flex; flex-wrap: wrap; column-gap: 1.2rem; }',
  ];
  const scoped = lines.map((line) => {
    const [selectors = '', rest = ''] = line.split(/ (?=\{)/);
    return `  ${selectors
      .split(', ')
      .map((selector) => `${within}${selector}`)
      .join(', ')} ${rest}`;
  });
  return `${where} {\n${scoped.join('\n')}\n}`;
}

/**
 * A line, such as the name of the patient, and the number of the page at the foot of every printed page, where a browser can; others
 * print the title of the page, which has the name too.
 */
export function pageStyle(foot: string): string {
  return `@page { margin: 12mm 12mm 18mm;
  @bottom-left { content: ${cssText(foot)}; font: 12pt Arial, "Liberation Sans", Helvetica, sans-serif; color: #111111; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 12pt Arial, "Liberation Sans", Helvetica, sans-serif; color: #111111; white-space: nowrap; }
}
`;
}

/** A text as CSS writes it: whatever could end it, or the element around it, as its number. */
function cssText(text: string): string {
  const plain = (sign: string) => /[A-Za-z0-9 _:.,-]/.test(sign);
  const signs = [...text].map((sign) => (plain(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `));
  return `"${signs.join('')}"`;
}

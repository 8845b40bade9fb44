// Prints, as one page of HTML, what a pharmacist reviews and signs: docs/review.md says how.
// npm run --silent review > review.html [-- --until YYYY-MM-DD] [-- --since REF]
// Ages are counted to --until, or to the newest check; changes since the tag of the last release, or since --since.
// Exit 3 where the data is damaged.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadParameters } from '../dist/index.js';
import { provenances } from '../dist/parameters/located.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const json = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const box = '<span class="box"></span>';
const style = `
body { font: 10pt/1.35 system-ui, sans-serif; max-width: 68rem; margin: 1rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
.harm { table-layout: fixed; }
.harm th:nth-child(1) { width: 2em; }
.harm th:nth-child(2) { width: 17%; }
.harm th:nth-child(3) { width: 15%; }
.harm th:nth-child(6) { width: 6.5em; }
th, td { border: 1px solid #999; padding: 0.25rem 0.4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr, li { break-inside: avoid; }
thead { display: table-header-group; }
small { color: #444; }
li, td { font-size: 9pt; }
ul { list-style: none; padding: 0; }
li { margin: 0.3rem 0; }
.box { display: inline-block; width: 0.9em; height: 0.9em; border: 1px solid #000; margin-right: 0.4em; }
.sign span { display: inline-block; width: 30%; margin: 2.5rem 2% 0 0; border-top: 1px solid #000; }
`;
const isNumber = ({ value: { value, numerator } }) => value !== undefined || numerator !== undefined;
const unitWords = {
  1: '',
  '/d': 'times daily',
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  h: 'hours',
  'mg/d': 'mg per day',
  'mg/kg/d': 'mg per kg and day',
  'ug/d': 'mcg per day',
  'ug/mL': 'mcg/mL',
  'ug/L': 'mcg/L',
  'mL/min/{1.73_m2}': 'mL/min per 1.73 square metres',
};
/** What repeats what others have found. */
const second = new Set(['secondary', 'reference work']);

// A reader that has seen enough, such as `head`, closes the pipe: no trouble.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.stdout.write(page(loadParameters()));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 3;
}

function page({ sources, date, ...rest }) {
  const files = keyed(rest);
  const { until, since } = asked(date);
  const values = provenances(files, '');
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const judged = values.filter(({ source }) => source === 'judgement');
  const secondary = values.filter(({ evidence, value }) => second.has(evidence) && !value.alternatives);
  const parts = [
    ['The values that can harm most', harmful(files, sourceOf)],
    ['Changed since the last release', changes(values, since)],
    [
      `Judgements: ${judged.length}`,
      `<p>Choices that no source makes. The reason is ours.</p>
<h3>Numbers</h3>${list(judged.filter(isNumber))}<h3>Words and codes</h3>${list(judged.filter((each) => !isNumber(each)))}`,
    ],
    [`Only one secondary source: ${secondary.length}`, list(secondary, sourceOf)],
    ['By age of the check', ages(values, until)],
  ];
  const { version } = json('package.json');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Review of the data of ${date}</title>
<style>${style}</style>
<h1>Review of the data of ${date}</h1>
<p>baclofen ${version}. ${values.length} cited values from ${sources.length} sources; ages on ${until}. Tick what the source itself says; write beside it what it says instead.</p>
<p class="sign"><span>Name and profession</span><span>Date</span><span>Signature</span></p>
${parts.map(([title, body]) => `<h2>${escaped(title)}</h2>\n${body}`).join('\n')}
</html>
`;
}

function asked(date) {
  const { values } = parseArgs({ options: { until: { type: 'string' }, since: { type: 'string' } } });
  const { until = date, since = lastRelease() } = values;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new Error(`the day is "${until}"; it has to be YYYY-MM-DD`);
  return { until, since };
}

/** The 60 of safety/review.json, each with where it comes from, how it was read, and boxes. */
function harmful(files, sourceOf) {
  const rows = json('safety/review.json').map(({ path, harm, words }, index) => {
    const { holder, value } = at(files, path);
    const { source, locator, note, evidence } = value;
    const { title, version, url, readAs } = sourceOf.get(source);
    const cited =
      source === 'judgement'
        ? '<b>Judgement</b>'
        : `<a href="${escaped(url ?? '')}">${escaped(title)}</a>, ${escaped(version)}. Read: ${escaped(readAs)}`;
    return [
      index + 1,
      `<b>${escaped(said(value, holder))}</b><br><small>${escaped(path)}</small>`,
      escaped(harm),
      `${cited}<br>${escaped(locator)} (${escaped(evidence)})${words ? `<br><q>${escaped(words)}</q>` : ''}`,
      escaped(note),
      (source === 'judgement' ? ['agreed', 'not agreed', 'not sure'] : ['right', 'wrong', 'not found'])
        .map((word) => `${box}${word}`)
        .join('<br>'),
    ];
  });
  return table(['', 'Our value', 'It decides', 'Source, place, words', 'Note', 'Reviewed'], rows, 'harm');
}

/** The same with the parts of a list under their ids, so that one more of them moves no other. */
function keyed(part) {
  if (typeof part !== 'object' || part === null) return part;
  const key = (name) => (Array.isArray(part) && part[name]?.id) || name;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [key(name), keyed(each)]));
}

function at(files, path) {
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((part, key) => part?.[key], files);
  const value = holder?.[keys.at(-1)];
  if (value?.source === undefined) throw new Error(`safety/review.json: ${path} is no cited value`);
  return { holder, value };
}

/** The number, the sentence, the fraction or the edges of a value, as a reader would say it. */
function said(value, holder = {}) {
  const { value: number, unit, text, country, numerator, denominator, steps } = value;
  if (number !== undefined) return `${number} ${unitWords[unit] ?? unit ?? ''}`.trim().replace(/^1 (.*)s$/, '1 $1');
  if (text ?? country) return `"${text ?? country}"`;
  if (numerator !== undefined) return `${numerator}/${denominator}`;
  if (steps) return Object.values(steps).map(spelledStep).join('; ');
  if (holder.from) return `${said(holder.from)} to ${holder.below ? `below ${said(holder.below)}` : 'any'}`;
  return holder.below ? `below ${said(holder.below)}` : '';
}

function spelledStep({ fromDay, toDay, dailyDose, timesDaily }) {
  return `day ${fromDay}${toDay > fromDay ? ` to ${toDay}` : ''}: ${said(dailyDose)} in ${timesDaily}`;
}

function lastRelease() {
  try {
    return git('describe', '--tags', '--abbrev=0');
  } catch {
    return undefined;
  }
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** Cited values whose number, sentence, source or place is another than at the release. */
function changes(values, since) {
  if (since === undefined) return '<p>No release is tagged: every value is new. <code>--since REF</code> compares.</p>';
  const before = new Map(releasedAt(since).map((value) => [value.path, value]));
  const now = new Map(values.map((value) => [value.path, value]));
  const held = (value) => value && JSON.stringify([said(value.value), value.source, value.locator]);
  const paths = [...new Set([...before.keys(), ...now.keys()])].filter(
    (path) => held(before.get(path)) !== held(now.get(path)),
  );
  const cell = (value) =>
    value ? `${escaped(said(value.value))} <small>${escaped(`${value.source}, ${value.locator}`)}</small>` : 'none';
  const rows = paths.map((path) => [
    `<small>${escaped(path)}</small>`,
    cell(before.get(path)),
    cell(now.get(path)),
    box,
  ]);
  return `<p>Since ${escaped(since)}: ${paths.length} values.</p>${table(['Value', 'Before', 'Now', ''], rows)}`;
}

function releasedAt(ref) {
  const names = git('ls-tree', '--name-only', ref, 'data/').split('\n');
  const read = (path) => JSON.parse(git('show', `${ref}:${path}`));
  const parts = names.filter((path) => path.endsWith('.json') && path !== 'data/sources.json');
  return provenances(keyed(Object.fromEntries(parts.map((path) => [path.slice(5, -5), read(path)]))), '');
}

function list(values, sourceOf) {
  const items = values.map(({ path, value, source, locator, evidence, checked, note }) => {
    const type = sourceOf ? ` Type of source: ${sourceOf.get(source).type}.` : '';
    return `<li>${box} <small>${escaped(path)}</small> <b>${escaped(said(value))}</b> ${escaped(`${source}, ${locator} (${evidence}, checked ${checked}). ${note}${type}`)}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function ages(values, until) {
  const days = [...new Set(values.map(({ checked }) => checked))].sort();
  const old = (day) => Math.round((Date.parse(until) - Date.parse(day)) / 86_400_000);
  const rows = days.map((day) => [day, old(day), values.filter(({ checked }) => checked === day).length]);
  return table(['Checked', 'Days ago', 'Values'], rows);
}

function table(head, rows, kind = '') {
  const line = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table class="${kind}">\n<thead>${line(head, 'th')}</thead>\n${rows.map((row) => line(row, 'td')).join('\n')}\n</table>`;
}

function escaped(text) {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

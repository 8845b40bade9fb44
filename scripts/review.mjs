// Prints, as Markdown, what a pharmacist would review in data/: by age of the check, judgements, single secondary sources.
// npm run review [YYYY-MM-DD]: ages are counted to that day, or to the newest check. Exit 3 where the data is damaged.
import { loadParameters } from '../dist/index.js';
import { provenances } from '../dist/parameters/located.js';

/** What repeats what others have found. */
const second = new Set(['secondary', 'reference work']);
const write = (line = '') => process.stdout.write(`${line}\n`);

// A reader that has seen enough, such as `head`, closes the pipe: no trouble.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  review(loadParameters());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 3;
}

function review(parameters) {
  const { sources, date, ...files } = parameters;
  const until = process.argv[2] ?? date;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new Error(`the day is "${until}"; it has to be YYYY-MM-DD`);
  const typeOf = new Map(sources.map(({ id, type }) => [id, type]));
  const values = provenances(files, '');
  const age = ({ checked }) => Math.round((Date.parse(until) - Date.parse(checked)) / 86_400_000);
  const shown = ({ path, value, source, locator, evidence, checked, note }) =>
    `- [ ] \`${path}\`${what(value)}. ${source}, ${locator} (${evidence}, checked ${checked}). ${note}`;

  write(`# Review of the data of ${date}\n`);
  write(`${values.length} cited values from ${sources.length} sources; ages on ${until}.\n`);
  write('## By age of the check\n');
  write('| Checked | Days ago | Values |\n|---|---|---|');
  const days = Map.groupBy?.(values, ({ checked }) => checked) ?? group(values);
  for (const [day, those] of [...days].sort(([a], [b]) => a.localeCompare(b)))
    write(`| ${day} | ${age(those[0])} | ${those.length} |`);

  const judged = values.filter(({ source }) => source === 'judgement');
  write(`\n## Judgements: ${judged.length}\n`);
  for (const value of judged) write(shown(value));

  const secondary = values.filter(({ evidence, value }) => second.has(evidence) && !(value.alternatives?.length > 0));
  write(`\n## Only one secondary source: ${secondary.length}\n`);
  for (const value of secondary) write(`${shown(value)} Type of source: ${typeOf.get(value.source)}.`);
}

/** The number, the sentence, or whose rules. */
function what({ value, unit, text, country }) {
  if (value !== undefined) return `: ${value}${unit ? ` ${unit}` : ''}`;
  return text || country ? `: "${text ?? country}"` : '';
}

function group(values) {
  const days = new Map();
  for (const value of values) days.set(value.checked, [...(days.get(value.checked) ?? []), value]);
  return days;
}

import { records } from './csv.js';
import type { ReadDose, ReadStep } from './plan.js';
import { number, readDates, readDays, readDoses, readPieces, readTaken, readTimes } from './words.js';

/** What a view says, as far as it says it. */
export interface Reading {
  readonly steps: readonly ReadStep[];
  /** First and last date of each step. */
  readonly dates?: readonly (readonly string[])[];
  readonly dispense?: Readonly<Record<string, number>>;
}

type Row = Readonly<Record<string, string>>;

const daily = (row: Row) => number(/^([\d.,]+) mg per day$/.exec(row['Daily total'] ?? '')?.[1] ?? '');

/** Rows of "Days, Dates, Dose, Take, Daily total", lines of a cell parted by `mark`; or a column a time of day. */
function fromRows(rows: readonly Row[], mark: string | RegExp, dispense: string): Reading {
  if (rows[0] && !('Dose' in rows[0])) return fromGrid(rows, dispense);
  const take = Object.keys(rows[0] ?? {}).find((head) => head.startsWith('Take')) ?? '';
  const head = /^Take \((.*)\)$/.exec(take)?.[1];
  // A liquid stands there by its concentration, its name with what is dispensed.
  const strength = head && / per mL$/.test(head) ? new RegExp(`oral \\w+ of ${head}`).exec(dispense)?.[0] : head;
  const only = strength && Object.keys(readPieces(`1 ${strength}`))[0];
  // A liquid that the head names: "7 mL (7 mg)" stands for "7 mL (7 mg) of oral solution of 1 mg per mL".
  const taken = (cell = '') =>
    cell.split(mark).map((line) => (/ mL /.test(line) && strength ? `${line} of ${strength}` : line));
  const dosed = rows.filter(({ Dose, Days }) => Dose !== 'none' && Days !== 'now');
  return {
    steps: dosed.map((row) => ({
      ...readDays(row.Days ?? ''),
      doses: readDoses((row.Dose ?? '').split(mark), taken(row[take]), only),
      daily: daily(row),
    })),
    dates: dosed.map(({ Dates = '' }) => readDates(Dates)),
    dispense: readPieces(dispense),
  };
}

/** A grid names mg alone; what they are made of is the one product that is dispensed. */
function fromGrid(rows: readonly Row[], dispense: string): Reading {
  const dispensed = readPieces(dispense);
  const [product = ''] = Object.keys(dispensed);
  const strength = Number(/[\d.]+$/.exec(product)?.[0]);
  const dosed = rows.filter((row) => daily(row) > 0 && row.Days !== 'now');
  return {
    steps: dosed.map((row) => ({
      ...readDays(row.Days ?? ''),
      doses: Object.fromEntries(
        times.flatMap((time): [string, ReadDose][] => {
          const mg = number(/^([\d.,]+) mg$/.exec(row[time] ?? '')?.[1] ?? '0');
          return mg === 0 ? [] : [[time.toLowerCase(), { mg, make: { [product]: mg / strength } }]];
        }),
      ),
      daily: daily(row),
    })),
    dates: dosed.map(({ Dates = '' }) => readDates(Dates)),
    dispense: dispensed,
  };
}

const times = ['Morning', 'Midday', 'Evening', 'Bedtime'];

function keyed(head: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(head.map((name, index) => [name, cells[index] ?? '']));
}

/** What is dispensed; "34 tablets" alone are those of the key before: "In tablets of 10 mg: 5 mg is half." */
function dispenseLine(text: string): string {
  const [, line = ''] = /\bDispense (?:for days .*?: )?(.*)$/m.exec(text) ?? [];
  const [, key] = /\bIn tablets (of [\d.]+ mg):/.exec(text) ?? [];
  return key ? line.replace(/^([\d,]+ tablets?)\./, `$1 ${key}.`) : line;
}

/** Cells of the first table of a terminal, printed wide enough that nothing wraps: a dash line gives the columns. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n');
  const rule = lines.findIndex((line) => /^-+(?: {2}-+)*$/.test(line));
  const starts = [...(lines[rule] ?? '').matchAll(/-+/g)].map(({ index }) => index);
  const cellsOf = (line: string) =>
    starts.map((start, index) => line.slice(start, starts[index + 1] ?? Number.POSITIVE_INFINITY).trim());
  const inColumns = (line: string) => starts.slice(1).every((start) => /^ {0,2}$/.test(line.slice(start - 2, start)));
  const head = cellsOf(lines[rule - 1] ?? '');
  const rows: string[][] = [];
  for (const line of lines.slice(rule + 1)) {
    const last = rows.at(-1);
    // A row begins with its days; a further line of a cell, or of dates below the days, goes on with it.
    if (/^(?:now|from \d|\d|Days? \d|From day)/.test(line) && inColumns(line)) rows.push(cellsOf(line));
    else if (last && /^(?: {2}|$|(?:to |from )?(?!Day)[A-Z][a-z]{2} \d)/.test(line))
      rows[rows.length - 1] = joined([last, cellsOf(line)]);
    else break;
  }
  return [head, ...rows];
}

function joined(lines: readonly (readonly string[])[]): string[] {
  return (lines[0] ?? []).map((_, index) =>
    lines
      .map((line) => line[index])
      .filter(Boolean)
      .join('\n'),
  );
}

export function readTable(text: string): Reading {
  const [head = [], ...rows] = tableRows(text);
  return fromRows(
    rows.map((row) => keyed(head, row)),
    '\n',
    dispenseLine(text),
  );
}

export function readMarkdown(text: string): Reading {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
  const [head = [], , ...body] = rows;
  return fromRows(
    body.map((row) => keyed(head, row)),
    '<br>',
    dispenseLine(text),
  );
}

/** A table of doses: a row a dose, one more for each further product of it. */
export function readCsv(text: string): Reading {
  const steps = new Map<string, { step: ReadStep; dates: string[] }>();
  for (const row of records(text)) {
    const { step = '', from_day, to_day, from_date = '', to_date = '', time = '', dose_mg, daily_dose_mg } = row;
    if (dose_mg === '0') continue;
    const before = steps.get(step)?.step.doses ?? {};
    const make = { ...before[time]?.make, [row.product ?? '']: number((row.count || row.volume_ml) ?? '') };
    steps.set(step, {
      step: {
        fromDay: number(from_day ?? ''),
        toDay: to_day === '' ? null : number(to_day ?? ''),
        doses: { ...before, [time]: { mg: number(dose_mg ?? ''), make } },
        daily: number(daily_dose_mg ?? ''),
      },
      dates: [...new Set([from_date, to_date])].filter((date) => date !== ''),
    });
  }
  const all = [...steps.values()];
  return { steps: all.map(({ step }) => step), dates: all.map(({ dates }) => dates) };
}

/** The rows of a note by their days, as a table has them: "day 5 (Fri 4 Dec 2026)" is "5 Fri 4 Dec 2026". */
export function noteRows(text: string): readonly { readonly days: string; readonly rest: string }[] {
  const line = text.split('\n').find((each) => /^(?:Days? \d|From day |Now: )/.test(each)) ?? '';
  return line
    .replace(/\.$/, '')
    .split(/; (?=days? \d|from day )/)
    .map((row) => {
      if (/^now: /i.test(row)) return { days: 'now', rest: row.slice(5) };
      const [, from = '', days = '', rest = ''] = /^(?:days?|(from) day) (.*?): (.*)$/i.exec(row) ?? [];
      return { days: `${from.toLowerCase()} ${days.replace(/\((.*)\)/, '$1')}`.trim(), rest };
    });
}

/** "Days 1 to 3: dose ..., take ..., daily total ... per day; days 4 to 6: ...", the lines of a cell parted by " / ". */
export function readNote(text: string): Reading {
  const rows = noteRows(text).map(({ days, rest }): Row => {
    const heads =
      /(?:^|, )(dates|dose|take(?: \(.*?\)| each time)|daily total|morning|midday|evening|bedtime) (?=\d|half|none|from|[A-Z])/g;
    const found = [...rest.matchAll(heads)];
    const cells = found.map(({ 1: name = '', index, 0: all }, at): [string, string] => [
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      rest.slice(index + all.length, found[at + 1]?.index),
    ]);
    return { Days: days, ...Object.fromEntries(cells) };
  });
  return fromRows(rows, ' / ', dispenseLine(text));
}

/** The sheet of the patient: a column a time of day. */
export function readPatient(text: string): Reading {
  const [head = [], ...rows] = tableRows(text);
  const dosed = rows.filter((row) => row.at(-1) !== 'none');
  return {
    steps: dosed.map((row) => readSheetRow(head, row)),
    dates: dosed.map(([when = '']) => readDates(when)),
    dispense: readPieces(/^You get (.*), enough for/m.exec(text)?.[1] ?? ''),
  };
}

export function readSheetRow(head: readonly string[], row: readonly string[]): ReadStep {
  const doses: Record<string, ReadDose> = {};
  for (const [index, cell] of row.entries()) {
    if (index > 0 && index < row.length - 1 && cell !== 'none')
      doses[(head[index] ?? '').toLowerCase()] = readTaken(cell);
  }
  const [days = ''] = (row[0] ?? '').split('\n');
  return { ...readDays(days), doses, daily: number((row.at(-1) ?? '').replace(' mg', '')) };
}

/** One direction a step. */
export function readPharmacy(text: string): Reading & { readonly total: number } {
  const sigs = text.split('\n').filter((line) => line.startsWith('- Step '));
  const steps = sigs.map((line): ReadStep => {
    const [, what = '', when = '', daily = ''] =
      /take (.*) by mouth, (.*?)\. ([\d.,]+) mg per day(?: \([\d.]+ mg\/kg\/day\))?\.$/.exec(line) ?? [];
    const days = when.replace(/^for [\d,]+ days?, /, '').replace(/ \(.*/, '');
    return { ...readDays(days), doses: readSig(what), daily: number(daily) };
  });
  const quantities = text.split('\n').filter((line) => /^- [\d.,]+ \([a-z -]+\) /.test(line));
  return {
    steps,
    dates: sigs.map(readDates),
    dispense: readPieces(quantities.map((line) => line.replace(/^- ([\d.,]+) \([a-z -]+\)/, '$1')).join(' and ')),
    total: number(/^Total dose over .*: ([\d.,]+) mg/m.exec(text)?.[1] ?? ''),
  };
}

/** "half tablet of 10 mg (5 mg) three times daily", or dose by dose: "... in the morning, ... and ... at bedtime". */
export function readSig(text: string): Record<string, ReadDose> {
  const daily = / (?:once|twice|three times|four times) daily.*$/.exec(text)?.[0];
  if (daily !== undefined) {
    const dose = readTaken(text.slice(0, -daily.length));
    return Object.fromEntries(readTimes(daily).map((time) => [time, dose]));
  }
  const parts = [...text.matchAll(/(.*?) (?:in the|at) (morning|midday|evening|bedtime)(?:, | and |$)/g)];
  return Object.fromEntries(parts.map(([, what = '', time = '']) => [time, readTaken(what)]));
}

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

/** Rows of "Days, Dates, Dose, Take, Daily total", lines of a cell parted by `mark`. */
function fromRows(rows: readonly Row[], mark: string | RegExp, dispense: string): Reading {
  const take = Object.keys(rows[0] ?? {}).find((head) => head.startsWith('Take')) ?? '';
  const strength = /^Take \((.*)\)$/.exec(take)?.[1];
  const only = strength && Object.keys(readPieces(`1 ${strength}`))[0];
  // A liquid that the head names: "7 mL (7 mg)" stands for "7 mL (7 mg) of oral solution of 1 mg per mL".
  const taken = (cell = '') =>
    cell.split(mark).map((line) => (/ mL /.test(line) && strength ? `${line} of ${strength}` : line));
  // The present dose of a taper stands above its days.
  const dosed = rows.filter(({ Days, Dose }) => Days !== 'now' && Dose !== 'none');
  return {
    steps: dosed.map((row) => ({
      ...readDays(row.Days ?? ''),
      doses: readDoses((row.Dose ?? '').split(mark), taken(row[take]), only),
      daily: number(/^([\d.,]+) mg per day$/.exec(row['Daily total'] ?? '')?.[1] ?? ''),
    })),
    dates: dosed.map(({ Dates = '' }) => readDates(Dates)),
    dispense: readPieces(dispense),
  };
}

function keyed(head: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(head.map((name, index) => [name, cells[index] ?? '']));
}

const dispenseLine = (text: string) => /^(?:plan,)?"?Dispense.*?: (.*)$/m.exec(text)?.[1] ?? '';

/** Boxes of a terminal, printed wide enough that nothing wraps. */
export function boxRows(text: string): string[][] {
  const rows: string[][] = [];
  // Without a rule between rows a line begins one where it names days.
  const ruled = (text.match(/^├/gm) ?? []).length > 1;
  let cells: string[] | undefined;
  for (const line of text.split('\n')) {
    if (/^[├└]/.test(line) || (!ruled && /^│ (?:\d|now|from \d|Day \d|From day)/.test(line))) {
      if (cells) rows.push(cells);
      cells = undefined;
    }
    if (!line.startsWith('│')) continue;
    const parts = line
      .split('│')
      .slice(1, -1)
      .map((cell) => cell.trim());
    cells = cells ? cells.map((cell, index) => [cell, parts[index]].filter(Boolean).join('\n')) : parts;
  }
  return rows;
}

export function readTable(text: string): Reading {
  const [head = [], ...rows] = boxRows(text);
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

/** RFC 4180, by hand. */
export function readCsvCells(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\r\n')) {
    rows.push(
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
      ),
    );
  }
  return rows;
}

export function readCsv(text: string): Reading {
  const [head = [], ...rows] = readCsvCells(text);
  const end = rows.findIndex((row) => row.length < head.length);
  const dispense = rows.find(([section, words]) => section === 'plan' && words?.startsWith('Dispense'))?.[1] ?? '';
  return fromRows(
    rows.slice(0, end).map((row) => keyed(head, row)),
    '; ',
    dispense.replace(/^.*?: /, ''),
  );
}

export function readNote(text: string): Reading {
  const rows = text.split('\n').filter((line) => line.startsWith('- Days: ') && line.includes('; Dose: '));
  return fromRows(
    rows.map((line) =>
      Object.fromEntries(
        line
          .slice(2)
          .split('; ')
          .map((part) => part.split(/: (.*)/).slice(0, 2)),
      ),
    ),
    /, (?=\d|half)/,
    dispenseLine(text),
  );
}

/** The sheet of the patient: a column a time of day. */
export function readPatient(text: string): Reading {
  const [head = [], ...rows] = boxRows(text);
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
    const [, what = '', when = '', daily = ''] = /take (.*) by mouth, (.*?)\. ([\d.,]+) mg per day\.$/.exec(line) ?? [];
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

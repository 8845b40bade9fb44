import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { records } from './csv.js';
import { clean } from './plan.js';
import { noteRows, tableRows } from './text-views.js';
import { number, readDates, readDays } from './words.js';

/** A step of a newborn as it can be read out of any view: each dose in mg and mL, and the hours between doses. */
export interface Given {
  readonly fromDay: number;
  readonly toDay: number;
  readonly mg: number;
  readonly mL: number;
  /** mg per mL. */
  readonly strength: number;
  readonly hours: number;
  /** First and last date, one where they are the same, none where there are none. */
  readonly dates: readonly string[];
}

export interface NewbornReading {
  readonly steps: readonly Given[];
  /** mL to dispense. */
  readonly volume?: number;
}

/** "every 6 hours" and "once daily". */
export function hoursIn(text: string): number {
  const words = text.replace(/\s+/g, ' ');
  if (/\bonce daily\b/.test(words)) return 24;
  return number(/\bevery (\d+) hours\b/.exec(words)?.[1] ?? 'none');
}

/** "0.07 mL (0.07 mg) of oral solution of 1 mg per mL"; the three have to agree. */
export function readDose(text: string): Pick<Given, 'mg' | 'mL' | 'strength'> {
  const [, mL = '', mg = '', strength = ''] =
    /([\d.]+) mL \(([\d.]+) mg\) of oral (?:solution|suspension) of ([\d.]+) mg per mL/.exec(
      text.replace(/\s+/g, ' '),
    ) ?? [];
  const dose = { mg: number(mg), mL: number(mL), strength: number(strength) };
  if (clean(dose.mL * dose.strength) !== dose.mg) throw new Error(`mg and mL differ: ${text}`);
  return dose;
}

const days = (text: string) => {
  const { fromDay, toDay } = readDays(text);
  return { fromDay, toDay: toDay ?? Number.NaN };
};

/** Rows of the table of a clinician, by the names of their columns. */
function fromRows(rows: readonly (readonly string[])[], head: readonly string[], text: string): NewbornReading {
  const at = (row: readonly string[], name: string) => row[head.findIndex((each) => each.startsWith(name))] ?? '';
  const strength = number(/Volume at ([\d.]+) mg per mL/.exec(head.join(' '))?.[1] ?? '');
  const dosed = rows.filter((row) => !/^none|^$/.test(at(row, 'Each dose')));
  return {
    steps: dosed.map((row) => ({
      ...days(at(row, 'Days').replace(/(?:\n|<br>|, |; )?[A-Z][a-z]{2} \d.*$/s, '')),
      mg: number(at(row, 'Each dose').replace(' mg', '')),
      mL: number(at(row, 'Volume').replace(' mL', '')),
      strength,
      hours: hoursIn(at(row, 'How often')),
      dates: readDates(at(row, 'Days')),
    })),
    volume: readDose(/To have at hand: (.*?), without overage/.exec(text)?.[1] ?? '').mL,
  };
}

function readTable(text: string): NewbornReading {
  const [head = [], ...rows] = tableRows(text);
  return head.some((each) => each.startsWith('Volume')) ? fromRows(rows, head, text) : fromShort(rows, head, text);
}

/** Where there is no room for more: mg beside mL in one column, dates in one of their own. */
function fromShort(rows: readonly (readonly string[])[], head: readonly string[], text: string): NewbornReading {
  const names = head.map((each) => each.replaceAll('\n', ' '));
  const at = (row: readonly string[], name: string) => row[names.findIndex((each) => each.startsWith(name))] ?? '';
  const strength = number(/Each dose \(([\d.]+) mg per mL\)/.exec(names.join(';'))?.[1] ?? '');
  return {
    steps: rows.flatMap((row) => {
      const [, mg, mL] = /^([\d.]+) mg, ([\d.]+) mL$/.exec(at(row, 'Each dose')) ?? [];
      if (mg === undefined || mL === undefined) return [];
      const hours = hoursIn(at(row, 'How often'));
      const dose = { mg: number(mg), mL: number(mL), strength, hours };
      return [{ ...days(at(row, 'Days')), ...dose, dates: readDates(at(row, 'Dates')) }];
    }),
    volume: readDose(/To have at hand: (.*?), without overage/.exec(text)?.[1] ?? '').mL,
  };
}

/** Days that follow one another with the same doses, as one: how an answer without a row to spare has them. */
export function joined(steps: readonly Given[]): Given[] {
  const same = ({ mg, mL, hours }: Given) => [mg, mL, hours].join();
  const all: Given[] = [];
  for (const step of steps) {
    const before = all.at(-1);
    if (before === undefined || same(before) !== same(step)) all.push(step);
    else {
      const dates = [...new Set([...before.dates.slice(0, 1), ...step.dates.slice(-1)])];
      all.splice(-1, 1, { ...before, toDay: step.toDay, dates });
    }
  }
  return all;
}

function readMarkdown(text: string): NewbornReading {
  const [head = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
  return fromRows(rows, head, text);
}

function readCsv(text: string): NewbornReading {
  const rows = records(text).filter(({ dose_mg }) => dose_mg !== '0');
  const steps = [...new Set(rows.map(({ step }) => step))].map((step): Given => {
    const doses = rows.filter((row) => row.step === step);
    const [first = {}] = doses;
    const { from_day = '', to_day = '', from_date = '', to_date = '', every_hours = '', dose_mg = '' } = first;
    const [mg, mL, hours] = [dose_mg, first.volume_ml ?? '', every_hours].map(number);
    if (doses.some((each) => each.dose_mg !== dose_mg || each.time !== '')) throw new Error('doses differ');
    if (doses.length !== 24 / (hours ?? 0)) throw new Error(`${doses.length} doses every ${hours} hours`);
    return {
      ...{ fromDay: number(from_day), toDay: number(to_day), mg: mg ?? 0, mL: mL ?? 0, hours: hours ?? 0 },
      strength: clean((mg ?? 0) / (mL ?? 0)),
      dates: [...new Set([from_date, to_date])].filter((date) => date !== ''),
    };
  });
  return { steps };
}

function readNote(text: string): NewbornReading {
  const rows = noteRows(text).map(({ days, rest }) => {
    const row = /each dose (.*?), volume at (.*? mg per mL) (.*?), (.*?)(?:, measured|$)/.exec(rest);
    return [days, row?.[1] ?? 'none', row?.[3] ?? 'none', row?.[4] ?? 'none', row?.[2] ?? ''];
  });
  const strength = rows[0]?.[4] ?? '';
  return fromRows(
    rows.map((row) => row.slice(0, 4)),
    ['Days', 'Each dose', `Volume at ${strength}`, 'How often'],
    text,
  );
}

/** Rows of "When, Each dose, How often, Whole day". */
function fromSheet(rows: readonly (readonly string[])[], text: string): NewbornReading {
  return {
    steps: rows
      .filter((row) => row.at(-1) !== 'none')
      .map(([when = '', dose = '', often = '', daily = '']) => {
        const read = { ...readDose(dose), hours: hoursIn(often) };
        if (clean((read.mg * 24) / read.hours) !== number(daily.replace(' mg', '')))
          throw new Error(`${dose}: ${daily}`);
        return { ...days(when.split('\n')[0] ?? ''), ...read, dates: readDates(when) };
      }),
    volume: readDose(/You get (.*), enough for/.exec(text)?.[1] ?? '').mL,
  };
}

function readPatient(text: string): NewbornReading {
  return fromSheet(tableRows(text).slice(1), text);
}

function readPharmacy(text: string): NewbornReading {
  return {
    steps: text
      .split('\n')
      .filter((line) => line.startsWith('- Step '))
      .map((line) => {
        const [, what = '', length = '', when = '', daily = ''] =
          /: give (.*) by mouth, for (\d+) days?, (.*?)\. ([\d.]+) mg per day\.$/.exec(line) ?? [];
        const read = { ...days(when.replace(/ \(.*/, '')), ...readDose(what), hours: hoursIn(what) };
        if (number(length) !== read.toDay - read.fromDay + 1) throw new Error(line);
        if (clean((read.mg * 24) / read.hours) !== number(daily)) throw new Error(line);
        return { ...read, dates: readDates(when) };
      }),
    volume: readDose((/^- [\d.]+ \([a-z -]+\) mL.*$/m.exec(text)?.[0] ?? '').replace(/ \([a-z -]+\)/, '')).mL,
  };
}

/** The words of a page with the breaks of its cells. */
function wordsOf(node: { readonly childNodes: Iterable<{ nodeName: string; textContent: string | null }> }): string {
  return [...node.childNodes]
    .map((each) => (each.nodeName === 'BR' ? '\n' : (each.textContent ?? '')))
    .join('')
    .replaceAll('\u00a0', ' ');
}

function readHtml(text: string): NewbornReading {
  const { document } = parseHTML(text);
  const rows = [...(document.querySelector('table')?.querySelectorAll('tbody tr') ?? [])];
  return fromSheet(
    rows.map((row) => [...row.children].map((cell) => wordsOf(cell).trim())),
    (document.body.textContent ?? '').replaceAll('\u00a0', ' '),
  );
}

/** What each day of the calendar has: the dose, the interval and the boxes to tick; undefined after the last dose. */
export function readCalendar(text: string) {
  const { document } = parseHTML(text);
  return [...(document.querySelectorAll('table')[1]?.querySelectorAll('td:not(.none)') ?? [])].map((cell) => {
    const [date = '', ...more] = [...cell.querySelectorAll('p')].map(wordsOf);
    const words = more.at(-1) ?? '';
    const boxes = cell.querySelectorAll('.box').length;
    return {
      day: number(/Day (\d+)/.exec(date)?.[1] ?? ''),
      date: cell.querySelector('time')?.getAttribute('datetime') ?? undefined,
      dose: boxes === 0 ? undefined : { ...readDose(words), hours: hoursIn(words), boxes },
    };
  });
}

/** Steps by date; the last event is the first day without a dose. */
export function readIcs(text: string) {
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
  return events.map(({ startDate, endDate, summary, description }) => ({
    from: startDate.toString(),
    end: endDate.toString(),
    summary,
    description,
  }));
}

interface Instruction {
  readonly sequence: number;
  readonly text: string;
  readonly timing: {
    readonly repeat: {
      readonly boundsPeriod?: { readonly start: string; readonly end: string };
      readonly boundsDuration?: { readonly value: number };
      readonly frequency: number;
      readonly period: number;
      readonly periodUnit: 'h' | 'd';
      readonly when?: unknown;
    };
  };
  readonly doseAndRate: readonly { readonly doseQuantity: { readonly value: number; readonly code: string } }[];
}

function readFhir(text: string): NewbornReading {
  const [{ resource }] = JSON.parse(text).entry;
  const { quantity } = resource.dispenseRequest;
  if (quantity.code !== 'mL') throw new Error('no mL');
  return {
    steps: resource.dosageInstruction.map(({ sequence, text: words, timing: { repeat }, doseAndRate }: Instruction) => {
      const [, step = '', when = ''] = /^Step (\d+), (.*?): /.exec(words) ?? [];
      const hours = (repeat.period * (repeat.periodUnit === 'h' ? 1 : 24)) / repeat.frequency;
      const read = { ...days(when.replace(/ \(.*/, '')), ...readDose(words), hours };
      const [rate] = doseAndRate;
      if (rate?.doseQuantity.value !== read.mg || rate.doseQuantity.code !== 'mg') throw new Error(words);
      if (number(step) !== sequence || hoursIn(words) !== hours || 'when' in repeat) throw new Error(words);
      if ((repeat.boundsDuration?.value ?? read.toDay - read.fromDay + 1) !== read.toDay - read.fromDay + 1)
        throw new Error(words);
      const period = repeat.boundsPeriod;
      return { ...read, dates: period ? [...new Set([period.start, period.end])] : [] };
    }),
    volume: quantity.value,
  };
}

export const readers: Readonly<Record<string, (text: string) => NewbornReading>> = {
  table: readTable,
  markdown: readMarkdown,
  csv: readCsv,
  note: readNote,
  patient: readPatient,
  pharmacy: readPharmacy,
  html: readHtml,
  fhir: readFhir,
};

import type { CommandRequest } from '../../core/answer/command-request.js';
import type { TimeOfDay } from '../../core/doses/schedule.js';
import type { PatientFile } from '../../core/patient/file.js';
import { type Quantity, tidy, type Unit } from '../../core/values/quantity.js';
import { besideRecord } from './beside-record.js';

/** The flag of each field of a request whose name is not that of the field. */
const flagNames: Readonly<Record<string, string>> = {
  timesDaily: 'times',
  interval: 'every',
  products: 'product',
  creatinineClearance: 'crcl',
  reduction: 'reduce',
  drugs: 'with',
  conditions: 'condition',
};

/** Fields that are no flag: groups, and what a file said, which stands in the patient already. */
const silent = new Set(['patientFile', 'notRecognised', 'kind', 'name']);

/** A calculation and its request as the line that asks for it: "baclofen titrate --from 10x3 --age 70". */
export function commandLine({ command, request }: CommandRequest): string {
  const { patientFile: file } = request as { readonly patientFile?: PatientFile };
  if (file === undefined) return ['baclofen', command, ...flagsOf(request)].join(' ');
  return ['baclofen', command, `--patient ${fileWord(file)}`, ...flagsOf(besideRecord(request, file))].join(' ');
}

/** A file without a name, such as standard input, is for the reader to name. */
function fileWord({ name }: PatientFile): string {
  if (name === undefined) return 'FILE';
  // A name like a flag is read as one.
  const path = name.startsWith('-') ? `./${name}` : name;
  return /^[\w./-]+$/.test(path) ? path : quoted(path);
}

function flagsOf(request: object): string[] {
  return Object.entries(request).flatMap(([field, value]: [string, unknown]) => {
    if (silent.has(field) || value === undefined || value === false) return [];
    if (field === 'patient' || field === 'pattern') return flagsOf(value as object);
    if (field === 'override') {
      const { code, reason } = value as { readonly code: string; readonly reason: string };
      return [`--override ${code}`, `--reason ${quoted(reason)}`];
    }
    return [value === true ? `--${flagName(field)}` : `--${flagName(field)} ${textOf(field, value)}`];
  });
}

/** With commas between them, quoted where a name has several words. */
function namesOf(names: readonly string[]): string {
  const text = names.join(',');
  return /^[\w,-]+$/.test(text) ? text : quoted(text);
}

/** The field of a request that a flag sets. */
export function fieldOf(flag: string): string {
  const [renamed] = Object.entries(flagNames).find(([, name]) => name === flag) ?? [];
  return renamed ?? flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function flagName(field: string): string {
  return flagNames[field] ?? field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function textOf(field: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (field === 'drugs' || field === 'conditions') return namesOf(value as readonly string[]);
  if (Array.isArray(value)) return value.map((each) => textOf(field, each)).join(' ');
  if ('unit' in value) return quantityOf(field, value as Quantity<Unit>);
  if ('product' in value) return String(value.product);
  if ('strength' in value) return strengthOf(value.strength as Quantity<'mg/mL'>);
  return doseOf(value);
}

/** A creatinine keeps its unit, an age its months; the unit of every other flag goes without saying. */
function quantityOf(field: string, { value, unit }: Quantity<Unit>): string {
  if (field === 'creatinine') return `${value}${unit}`;
  if (unit === 'mg/mL') return strengthOf({ value, unit });
  if (unit === 'h') return `${value}h`;
  if (field !== 'age' || Number.isInteger(value)) return String(value);
  const months = value * 12;
  const whole = Math.round(months);
  return Math.abs(months - whole) < 1e-6 ? `${Math.floor(whole / 12)}y${whole % 12}m` : String(value);
}

function strengthOf({ value }: Quantity<'mg/mL'>): string {
  return `${value}mg/mL`;
}

const day: readonly TimeOfDay[] = ['morning', 'midday', 'evening', 'bedtime'];

/** "60", "20x3" or "10-10-20". */
function doseOf(value: object): string {
  if ('dailyDose' in value) return String((value.dailyDose as Quantity<'mg/d'>).value);
  if ('timesDaily' in value && 'dose' in value) {
    const { value: mg } = value.dose as Quantity<'mg'>;
    // Two small whole numbers do not say which of them is the dose.
    return Number.isInteger(mg) && mg <= 4 ? `${mg}mgx${value.timesDaily}` : `${mg}x${value.timesDaily}`;
  }
  const doses = 'doses' in value ? (value.doses as readonly { time: TimeOfDay; dose: Quantity<'mg'> }[]) : [];
  const times = doses.some(({ time }) => time === 'evening') ? day : day.filter((time) => time !== 'evening');
  const each = times.map((time) => tidy(doses.find((one) => one.time === time)?.dose.value ?? 0));
  // Small numbers could count tablets.
  return each.map((mg) => (each.every((one) => one <= 4) ? `${mg}mg` : mg)).join('-');
}

/** In single quotes, as every shell of POSIX reads it. */
function quoted(words: string): string {
  return `'${words.replaceAll("'", "'\\''")}'`;
}

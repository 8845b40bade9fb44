import { parseDate } from '../../core/values/calendar.js';
import { InputError } from '../../core/values/input-error.js';
import { readFhir } from '../fhir/read.js';
import { printable } from '../flags/printable.js';
import { type InputFile, readInput } from '../input-file.js';
import type { Shell } from '../shell.js';
import { notJson, parseStrict } from '../strict-json.js';
import { daysBetween, type PatientContent } from './content.js';
import { readPatientJson } from './json.js';

const takes = 'a patient as JSON (baclofen schema patient), or FHIR R4 as JSON or a resource a line';

/** Reads what a file tells of a patient, in the form that it has. @throws InputError where that cannot be used. */
export function readPatientFile(path: string, shell: Shell, adultAge: number): PatientContent {
  const file = readInput(path, 'patient', takes, shell);
  const whole = parseStrict(file.text);
  if ('fault' in whole && whole.fault !== notJson)
    throw new InputError(file.field, `${file.name}, ${whole.fault}`, takes);
  const fhir = 'fault' in whole ? linesOf(file) : isResource(whole.content) ? [whole.content] : undefined;
  if (fhir) return dated(readFhir(fhir, { file, today: shell.today(), adultAge }), file, shell.today());
  return readPatientJson('content' in whole ? whole.content : undefined, file);
}

function isResource(content: unknown): content is object {
  return typeof content === 'object' && content !== null && 'resourceType' in content;
}

/** A resource a line. */
function linesOf({ field, name, text }: InputFile): object[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  if (filled.length < 2) throw new InputError(field, `${name}, ${notJson}`, takes);
  return filled.map(({ line, number }) => {
    const read = parseStrict(line);
    if ('content' in read && isResource(read.content)) return read.content;
    const first = number === filled[0]?.number;
    const twice = 'fault' in read && read.fault !== notJson ? read.fault : undefined;
    const what = twice ?? (first ? notJson : `where line ${number} is no FHIR resource`);
    throw new InputError(field, `${name}, ${what}`, takes);
  });
}

/** Days as FHIR has them, whole or in part, none of which is still to come. @throws InputError for any other. */
function dated(content: PatientContent, { field, name }: InputFile, today: string): PatientContent {
  for (const { date, from = 'it' } of content.parts) {
    if (date === undefined) continue;
    const exists = parseDate(`${date}-01-01`.slice(0, 10)) !== undefined;
    // A day ahead is a matter of time zones.
    if (!exists || daysBetween(today, date).value > 1) {
      throw new InputError(field, `${name} with the date "${printable(date)}" of ${from}`, 'a date up to today');
    }
  }
  return content;
}

import { InputError } from '../../core/values/input-error.js';
import { readFhir } from '../fhir/read.js';
import { type InputFile, isTooDeep, parseJson, readInput } from '../input-file.js';
import type { Shell } from '../shell.js';
import type { PatientContent } from './content.js';
import { readPatientJson } from './json.js';

const takes = 'a patient as JSON (baclofen schema patient), or FHIR R4 as JSON or a resource a line';

/** Reads what a file tells of a patient, in the form that it has. @throws InputError where that cannot be used. */
export function readPatientFile(path: string, shell: Shell, adultAge: number): PatientContent {
  const file = readInput(path, 'patient', takes, shell);
  if (isTooDeep(file.text)) throw new InputError(file.field, `${file.name}, which is nested too deep`, takes);
  const content = parseJson(file.text);
  const fhir = content === undefined ? linesOf(file) : isResource(content) ? [content] : undefined;
  if (fhir) return readFhir(fhir, { file, today: shell.today(), adultAge });
  return readPatientJson(content, file);
}

function isResource(content: unknown): content is object {
  return typeof content === 'object' && content !== null && 'resourceType' in content;
}

/** A resource a line. */
function linesOf({ field, name, text }: InputFile): object[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  if (filled.length < 2) throw new InputError(field, `${name}, which is not JSON`, takes);
  return filled.map(({ line, number }) => {
    const content = parseJson(line);
    if (isResource(content)) return content;
    const what = number === filled[0]?.number ? 'which is not JSON' : `where line ${number} is no FHIR resource`;
    throw new InputError(field, `${name}, ${what}`, takes);
  });
}

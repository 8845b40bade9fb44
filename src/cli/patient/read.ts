import type { LeafletParameters } from '../../core/answer/leaflet.js';
import type { RecordParameters } from '../../core/patient/records.js';
import { type Node, nodeOf } from '../fhir/node.js';
import { readFhir } from '../fhir/read.js';
import { vocabularyOf } from '../fhir/vocabulary.js';
import { fileError, type InputFile, readInput } from '../input-file.js';
import type { Shell } from '../shell.js';
import { notJson, parseStrict } from '../strict-json.js';
import type { PatientContent } from './content.js';
import { isHooksRequest, resourcesOfHooks } from './hooks.js';
import { readPatientJson } from './json.js';

const takes = 'a patient as JSON (baclofen schema patient), or FHIR R4 as JSON or a resource a line';

/** What a reader of records needs beside the file. */
export interface ReadingOf {
  readonly adultAge: number;
  readonly records: RecordParameters;
  readonly leaflet: LeafletParameters;
}

/** Reads what a file tells of a patient, in the form that it has. @throws InputError where that cannot be used. */
export function readPatientFile(path: string, shell: Shell, { adultAge, records, leaflet }: ReadingOf): PatientContent {
  const file = readInput(path, 'patient', takes, shell);
  if (file.text.includes('\0')) throw fileError(file, 'which is not JSON but UTF-16 without its mark', 'UTF-8');
  const whole = parseStrict(file.text);
  if ('fault' in whole && whole.fault !== notJson) throw fileError(file, whole.fault, takes);
  const ours = [leaflet, leaflet.child].flatMap(({ neverStop, stay, beforeStep, beforeStepDown }) =>
    [neverStop, stay, beforeStep, beforeStepDown].map(({ text }) => text),
  );
  const reading = { file, today: shell.today(), adultAge, vocabulary: vocabularyOf(records), ours };
  if ('content' in whole && isHooksRequest(whole.content))
    return readFhir(resourcesOfHooks(whole.content, file), reading);
  const resources = 'fault' in whole ? linesOf(file) : resourcesIn(whole.content, file);
  if (resources === undefined) return readPatientJson('content' in whole ? whole.content : undefined, file);
  return readFhir(resources, reading);
}

function isResource(content: unknown): content is Node {
  return 'resourceType' in (nodeOf(content) ?? {});
}

/** One resource, or a list of them. */
function resourcesIn(content: unknown, file: InputFile): Node[] | undefined {
  if (isResource(content)) return [content];
  if (!Array.isArray(content) || !content.some(isResource)) return undefined;
  if (!content.every(isResource)) throw fileError(file, 'a list in which not all are FHIR resources', takes);
  return content;
}

/** A resource a line; a mark of byte order before any of them is none of it. */
function linesOf(file: InputFile): Node[] {
  const lines = file.text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.replace(/^\ufeff+/, ''), number: index + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  if (filled.length < 2) throw fileError(file, notJson, takes);
  return filled.map(({ line, number }) => {
    const read = parseStrict(line);
    if ('content' in read && isResource(read.content)) return read.content;
    const twice = 'fault' in read && read.fault !== notJson ? read.fault : undefined;
    const what = number === filled[0]?.number ? notJson : `where line ${number} is no FHIR resource`;
    throw fileError(file, twice ?? what, takes);
  });
}

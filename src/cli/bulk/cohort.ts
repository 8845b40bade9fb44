import type { RecordParameters } from '../../core/patient/records.js';
import type { Country } from '../../core/titration/rules.js';
import type { Parameters } from '../../parameters/load.js';
import { collect } from '../fhir/collect.js';
import { drugsOf } from '../fhir/drug.js';
import type { Node } from '../fhir/node.js';
import type { FhirContext } from '../fhir/resource.js';
import { vocabularyOf } from '../fhir/vocabulary.js';
import { writtenOrders } from '../fhir/written-order.js';
import type { CohortRow } from '../panel/cohort.js';
import type { Shell } from '../shell.js';
import type { BulkExport } from './export.js';
import { type MaySpeak, namesBaclofen, namesPumps, namesResults } from './needles.js';
import { recordRow } from './record.js';
import { patientsIn, resourceIn } from './resource.js';

/** So many records are held at once; a cohort of more is read again for each such part. */
const atOnce = 5_000;

/** What is read of a record beside the patient. */
const types = [
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Condition',
  'Procedure',
  'AllergyIntolerance',
  'Device',
  'DeviceUseStatement',
  'DeviceUsage',
] as const;

/** Of these types only the lines that may be read: most results and devices are about something else. */
type Needed = Readonly<Partial<Record<(typeof types)[number], MaySpeak>>>;

function neededOf(records: RecordParameters): Needed {
  const isPump = namesPumps(records);
  return { Observation: namesResults(records), Device: isPump, DeviceUseStatement: isPump, DeviceUsage: isPump };
}

/**
 * A row for each patient with an order of baclofen that is active or drafted, in the order of these orders. The files are
 * passed three times, in constant memory: who has an order, what belongs to them, and who they are.
 * @param today the day on which ages and dates are counted.
 */
export function* bulkRows(
  files: BulkExport,
  today: string,
  country: Country,
  parameters: Parameters,
  shell: Shell,
): Generator<CohortRow> {
  const { records, renal, leaflet } = parameters;
  const { neverStop, stay, beforeStep, beforeStepDown } = leaflet;
  const reading: FhirContext = {
    file: { field: '<file>', name: 'the record', text: '' },
    today,
    adultAge: renal.adultAge.value,
    vocabulary: vocabularyOf(records),
    ours: [neverStop, stay, beforeStep, beforeStepDown].map(({ text }) => text),
  };
  const isNamed = namesBaclofen(records);
  const medications = [...resourcesIn(linesThat(isNamed, files.lines(['Medication'])))];
  const who = [...whoHasOrders(files, medications, isNamed, reading)];
  for (let start = 0; start < who.length; start += atOnce) {
    const lines = linesOf(files, who.slice(start, start + atOnce), neededOf(records));
    for (const [id, of] of lines) yield rowOf(id, of, medications, reading, country, parameters, shell);
  }
}

function* linesThat(isNamed: MaySpeak, lines: Iterable<Buffer>): Generator<Buffer> {
  for (const line of lines) if (isNamed(line)) yield line;
}

function* resourcesIn(lines: Iterable<Buffer | string>): Generator<Node> {
  for (const line of lines) {
    const resource = resourceIn(line);
    if (resource) yield resource;
  }
}

/** Ids of patients; an order that is broken is of somebody too. */
function whoHasOrders(
  files: BulkExport,
  medications: readonly Node[],
  isNamed: MaySpeak,
  reading: FhirContext,
): ReadonlySet<string> {
  const who = new Set<string>();
  const ids = medications.map(({ id }) => `Medication/${id}`);
  for (const line of files.lines(['MedicationRequest'])) {
    if (!isNamed(line) && !ids.some((id) => line.includes(id))) continue;
    const order = resourceIn(line);
    if (order === undefined || hasOrder([order, ...medications], reading)) {
      for (const id of patientsIn(line).slice(0, 1)) who.add(id);
    }
  }
  return who;
}

function hasOrder(contents: readonly Node[], reading: FhirContext): boolean {
  const { resources } = collect(contents, reading);
  return writtenOrders(resources, drugsOf(resources), reading).length > 0;
}

/** The lines of each patient: first all that belongs to them, then who they are. */
function linesOf(files: BulkExport, who: readonly string[], needed: Needed): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>(who.map((id) => [id, []]));
  for (const type of types) {
    for (const line of files.lines([type])) {
      const of = patientsIn(line).find((id) => lines.has(id));
      if (of === undefined || needed[type]?.(line) === false) continue;
      lines.get(of)?.push(line.toString('utf8'));
    }
  }
  for (const line of files.lines(['Patient'])) {
    const id = idIn(line);
    if (id !== undefined) lines.get(id)?.push(line.toString('utf8'));
  }
  return lines;
}

/** The id of a resource, which stands before any other one or nowhere; parsed only to be sure. */
function idIn(line: Buffer): string | undefined {
  const [, id] = /"id"\s*:\s*"([\w.-]+)"/.exec(line.toString('latin1')) ?? [];
  return id;
}

function rowOf(
  id: string,
  lines: readonly string[],
  medications: readonly Node[],
  reading: FhirContext,
  country: Country,
  parameters: Parameters,
  shell: Shell,
): CohortRow {
  const resources = [...resourcesIn(lines)];
  return resources.length < lines.length
    ? { id, fault: 'a line of the record that is no FHIR resource' }
    : recordRow(id, [...resources, ...medications], reading, country, parameters, shell);
}

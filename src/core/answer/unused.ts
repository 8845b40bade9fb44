import type { PatientFile } from '../patient/file.js';
import { InputError } from '../values/input-error.js';
import { notice } from './notice.js';
import type { Outcome } from './outcome.js';

interface Asked {
  readonly patient?: object;
  readonly patientFile?: PatientFile;
}

/** What stands on a sheet and is no question of the calculation. */
const labels = ['name', 'patientFile'];

/** What a record lists beside the patient. */
const listed = ['drugs', 'conditions', 'notRecognised'];

/**
 * A plan with a notice of what was given and decided nothing: without it plan, notices and assumptions are the same.
 * What a file told is left out: nobody typed it for this question.
 * @param needed fields that every request has.
 */
export function withUnused<Request extends object, Plan>(
  request: Request,
  calculate: (request: Request) => Outcome<Request, Plan>,
  needed: readonly (keyof Request & string)[] = [],
): Outcome<Request, Plan> {
  const outcome = calculate(request);
  if (outcome.outcome === 'refusal') return outcome;
  const known = decided(outcome);
  const isUnused = (changed: Request) => sameAs(known, () => decided(calculate(changed)));
  const { patient = {}, patientFile }: Asked = request;
  const parts = Object.keys(patient).filter((part) => !patientFile?.taken.some((each) => each.part === part));
  const asked = (field: string) =>
    !['patient', ...labels, ...needed, ...(patientFile?.medications ? listed : [])].includes(field);
  const fields = [
    ...parts.filter((part) => isUnused({ ...request, patient: without(patient, part) })),
    ...Object.keys(request).filter((field) => asked(field) && isUnused(without(request, field))),
  ];
  return fields.length === 0
    ? outcome
    : { ...outcome, notices: [...outcome.notices, notice('not-used', { fields }, [])] };
}

function decided(outcome: Outcome<unknown, unknown>): string {
  const { assumptions, notices } = outcome;
  const answer = outcome.outcome === 'plan' ? outcome.plan : outcome.refusal;
  // A line to type next repeats the patient: that decides nothing.
  return JSON.stringify([answer, assumptions, notices], (key, value) => (key === 'patient' ? undefined : value));
}

/** A request that makes no sense without a field needs it. */
function sameAs(known: string, compute: () => string): boolean {
  try {
    return compute() === known;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

function without<T extends object>(whole: T, field: string): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field)) as T;
}

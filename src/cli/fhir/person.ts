import * as z from 'zod/mini';
import type { LeftOut } from '../../core/patient/file.js';
import { InputError } from '../../core/values/input-error.js';
import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { patientRanges } from '../flags/patient-ranges.js';
import { printable } from '../flags/printable.js';
import { type ContentPart, daysBetween } from '../patient/content.js';
import { type FhirContext, proven, type Resource, referencedId } from './resource.js';

const schema = z.object({
  birthDate: z.optional(z.string()),
  gender: z.optional(z.string()),
});

export interface Told {
  readonly parts: readonly ContentPart[];
  readonly leftOut: readonly LeftOut[];
}

/** The one patient, and that everything used is about them. @throws InputError where there is more than one. */
export function onePatient(
  resources: readonly Resource[],
  subjects: readonly { readonly reference?: string | undefined }[],
  { file }: FhirContext,
): Resource | undefined {
  const patients = resources.filter(({ type }) => type === 'Patient');
  const [patient] = patients;
  const ids = new Set(patients.map(({ id, name }) => id ?? name));
  const known = patient ? [patient.id, patient.fullUrl && referencedId(patient.fullUrl)] : [];
  const others = new Set(
    subjects.flatMap(({ reference }) => (reference === undefined ? [] : [referencedId(reference)])),
  );
  const strangers = patient ? [...others].filter((id) => !known.includes(id)) : [...others].slice(1);
  if (ids.size > 1 || strangers.length > 0) {
    throw new InputError(file.field, `${file.name}, which is about several patients`, 'the record of one patient');
  }
  return patient;
}

/** Age on the day of reading, and sex. */
export function personParts(patient: Resource | undefined, context: FhirContext): Told {
  if (patient === undefined) return { parts: [], leftOut: [] };
  const { birthDate, gender } = proven(schema, patient.content, patient.name, context.file);
  const from = patient.name;
  const whole = birthDate !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birthDate);
  const known = gender === 'female' || gender === 'male';
  return {
    parts: [
      ...(whole ? [{ part: 'age' as const, from, value: () => ageOf(birthDate, patient, context) }] : []),
      ...(known ? [{ part: 'sex' as const, from, value: () => gender }] : []),
    ],
    leftOut: [
      ...(birthDate !== undefined && !whole
        ? [{ part: 'age' as const, from, why: 'birth date incomplete' as const }]
        : []),
      ...(gender !== undefined && !known ? [{ part: 'sex' as const, from, why: 'gender' as const }] : []),
    ],
  };
}

/** Whole years of an adult, whole months of a child, days below a month. */
function ageOf(birthDate: string, { name }: Resource, { file, today, adultAge }: FhirContext): Quantity<'a'> {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0);
  const days = daysBetween(birthDate, today).value;
  const years = Math.floor(months / 12);
  const age = years >= adultAge ? years : months > 0 ? months / 12 : tidy(days / 365.25);
  // A calendar has no 30 February; the clock would read 1 March.
  const onCalendar = days >= 0 && new Date(birthDate).toISOString().startsWith(birthDate);
  if (!onCalendar || age > patientRanges.age.to) {
    const what = `where the birth date of ${name} is "${printable(birthDate)}"`;
    throw new InputError(file.field, `${file.name}, ${what}`, patientRanges.age.takes);
  }
  return quantity(age, 'a');
}

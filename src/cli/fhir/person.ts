import type { LeftOut, RecordRemark } from '../../core/patient/file.js';
import { type CivilDate, daysBetween, parseDate } from '../../core/values/calendar.js';
import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { patientRanges } from '../flags/patient-ranges.js';
import { printable } from '../flags/printable.js';
import type { Told } from './latest.js';
import { codeOf, hasContent, type Node, nodesOf, textOf } from './node.js';
import { type FhirContext, type Resource, refused } from './resource.js';

const takesOne = 'the record of one living person';

/** The one patient. @throws InputError where there are several, or the one has died, or is no person. */
export function onePatient(resources: readonly Resource[], context: FhirContext): Resource | undefined {
  const patients = resources.filter(({ type }) => type === 'Patient');
  const [patient] = patients;
  if (patient === undefined) return undefined;
  if (
    new Set(patients.map(({ id, name, fullUrl }) => `${id ?? name} ${fullUrl ?? ''}`)).size > 1 ||
    patients.length > 1
  ) {
    const same =
      patients.every(({ id }) => id !== undefined && id === patient.id) && patients.every(({ disputed }) => disputed);
    if (same)
      throw refused(context, `where ${patient.name} stands twice and says two things`, 'the record of one patient');
    throw refused(context, 'which is about several patients', 'the record of one patient');
  }
  const { content, name } = patient;
  if (content.deceasedBoolean === true || hasContent(content.deceasedDateTime)) {
    throw refused(context, `where ${name} has died`, takesOne);
  }
  if (hasContent(content.animal) || nodesOf(content.extension).some(({ url }) => /animal/i.test(textOf(url) ?? ''))) {
    throw refused(context, `where ${name} is an animal`, takesOne);
  }
  return patient;
}

/** What is said of the patient's record as a whole: taken over by another, or no longer in use. */
export function patientRemarks(patient: Resource | undefined): RecordRemark[] {
  if (patient === undefined) return [];
  const { link, active } = patient.content;
  const replaced = nodesOf(link).some(({ type }) => type === 'replaced-by');
  return [
    ...(replaced ? [{ what: 'replaced', from: patient.name } as const] : []),
    ...(active === false ? [{ what: 'inactive', from: patient.name } as const] : []),
  ];
}

/** Age on the day of reading, and sex. */
export function personParts(patient: Resource | undefined, context: FhirContext): Told {
  if (patient === undefined) return { parts: [], leftOut: [] };
  const { content, name: from } = patient;
  const born = codeOf(content.birthDate);
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(born ?? '') ?? [];
  const gender = codeOf(content.gender);
  const sex = sexes.find((each) => each === gender?.toLowerCase());
  return {
    parts: [
      ...(day ? [{ part: 'age' as const, from, value: () => ageOf(day, patient, context) }] : []),
      ...(sex ? [{ part: 'sex' as const, from, value: () => sex }] : []),
    ],
    leftOut: [
      ...(born !== undefined && day === undefined
        ? [{ part: 'age', from, why: 'birth date incomplete', ...shownText(born) } as const]
        : []),
      ...notPlain(content, gender, sex).map(
        (said): LeftOut => ({ part: 'sex', from, why: 'gender', ...shownText(said) }),
      ),
    ],
  };
}

const sexes = ['female', 'male'] as const;

/** A gender in another form, or in another element than R4 has it in. */
function notPlain(content: Node, gender: string | undefined, sex: string | undefined): string[] {
  if (sex !== undefined) return [];
  if (gender !== undefined) return [gender];
  return hasContent(content.gender) || hasContent(content._gender) ? [''] : [];
}

/** Only what is plain and short is shown. */
function shownText(text: string): { readonly text?: string } {
  return /^[\w .:/-]{1,20}$/.test(text) ? { text } : {};
}

/** Whole years of an adult, whole months of a child, days below a month. */
function ageOf(birthDate: CivilDate, { name }: Resource, context: FhirContext): Quantity<'a'> {
  const { today, adultAge } = context;
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0);
  const days = daysBetween(birthDate, today);
  const years = Math.floor(months / 12);
  const age = years >= adultAge ? years : months > 0 ? months / 12 : tidy(days / 365.25);
  const possible = days >= 0 && parseDate(birthDate) !== undefined && age <= patientRanges.age.to;
  if (!possible) {
    throw refused(context, `where the birth date of ${name} is "${printable(birthDate)}"`, patientRanges.age.takes);
  }
  return quantity(age, 'a');
}

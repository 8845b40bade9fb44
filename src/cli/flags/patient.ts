import { patientFields } from '../../contract/fields/patient.js';
import { readSex } from '../typed/word.js';
import { fieldFlag, flag, type Given, placed } from './flag.js';
import { readAmount } from './reader.js';

const group = 'Patient';
const { age, sex, creatinineClearance, egfr, ...others } = patientFields;

/** What stands behind a flag in help, by the field; a field that is not here goes by its unit. */
const placeholders: Readonly<Record<string, string>> = {
  creatinine: '<value>',
  spinalCordInjury: '<level>',
  usedFor: '<days>',
};

type Parts = typeof others;

/** The flags of parts that need nothing of their own: a part more in the list of fields is a flag more here. */
const plain = Object.fromEntries(
  Object.entries(others).map(([name, field]) => {
    const takes = placeholders[name] ?? ('bare' in field ? `<${field.bare}>` : '<word>');
    return [name, fieldFlag(field, { to: name, group, ...(!('yes' in field) && { takes }) })];
  }),
) as { [Name in keyof Parts]: ReturnType<typeof fieldFlag<Parts[Name], Name & string>> };

/** The parts of a patient, in the order of a request. */
export const patientFlags = {
  age: fieldFlag(age, { to: 'age', takes: '<age>', group, main: true }),
  sex: fieldFlag(sex, { to: 'sex', takes: '<sex>', group, read: readSex }),
  ...plain,
  weight: { ...plain.weight, main: true as const },
  crcl: fieldFlag(creatinineClearance, {
    to: 'creatinineClearance',
    takes: '<mL/min>',
    group,
    main: true,
    read: (text) =>
      readAmount(text, creatinineClearance, {
        flagFor: { 'mL/min/{1.73_m2}': '--egfr' },
        bounded: 'give the creatinine, or leave it out',
      }),
  }),
  egfr: fieldFlag(egfr, {
    to: 'egfr',
    takes: '<mL/min/1.73m2>',
    group,
    read: (text) =>
      readAmount(text, egfr, { flagFor: { 'mL/min': '--crcl' }, bounded: 'give the creatinine, or leave it out' }),
  }),
};

/** A file that tells all of this. */
export const patientFileFlags = {
  patient: flag<string>({
    takes: '<file>',
    group,
    words: 'all of this from a file, JSON or FHIR; - is standard input; flags go before it',
    read: (text) => ({ ok: text }),
  }),
};

export type PatientFlags = Given<typeof patientFlags & typeof patientFileFlags>;

const order = Object.keys(patientFields);

/** The patient out of the flags of a command; only what was given. */
export function patientOf(flags: PatientFlags) {
  const parts = placed(patientFlags, flags);
  const ordered = Object.entries(parts).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(ordered) as typeof parts;
}

import * as z from 'zod/mini';
import type { CommandRequest } from '../core/answer/command-request.js';
import type { Piece } from '../core/answer/piece.js';
import { type Rule, ruleIds } from '../core/answer/rule.js';
import type { CurrentDose } from '../core/doses/current-dose.js';
import type { Administration, Step } from '../core/doses/schedule.js';
import { type PatientFile, provisional } from '../core/patient/file.js';
import type { Patient } from '../core/patient/patient.js';
import type { Estimate } from '../core/renal-function/types.js';
import { type Country, countries } from '../core/titration/rules.js';
import type { StatementHere } from '../core/titration/types.js';
import type { Citation, Disagreement, Statement } from '../core/values/citation.js';
import { parseClockTime } from '../core/values/clock.js';
import type { Fraction, Quantity, Unit } from '../core/values/quantity.js';
import { exactly } from './exact.js';
import { presentDoseFields } from './fields/dose.js';
import { patientFields } from './fields/patient.js';
import { fieldSchema, optional } from './fields.js';

/** A text that prints as it is: no control or format character in it. */
export const text = z.string().check(z.refine((each) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(each), 'not printable'));

/** A quantity in one unit, or in one of several. */
export function quantity<const U extends readonly [Unit, ...Unit[]]>(
  ...units: U
): z.ZodMiniType<{ [Each in U[number]]: Quantity<Each> }[U[number]]> {
  const kinds = units.map((unit) => z.strictObject({ value: z.number(), unit: z.literal(unit) }));
  const [one, ...others] = kinds as [(typeof kinds)[number], ...typeof kinds];
  const schema = others.length === 0 ? one : z.discriminatedUnion('unit', [one, ...others]);
  return schema as unknown as ReturnType<typeof quantity<U>>;
}

const units = {
  '1': 0,
  '%': 0,
  '/d': 0,
  '/h': 0,
  a: 0,
  mo: 0,
  d: 0,
  wk: 0,
  h: 0,
  cm: 0,
  kg: 0,
  'kg/m2': 0,
  m2: 0,
  'g/mol': 0,
  L: 0,
  'L/h': 0,
  mL: 0,
  'mL/d': 0,
  'mL/kg/d': 0,
  'mL/min': 0,
  'mL/min/{1.73_m2}': 0,
  mg: 0,
  'mg/d': 0,
  'mg/kg': 0,
  'mg/kg/d': 0,
  'mg/mL': 0,
  'mg/dL': 0,
  'mg/L': 0,
  ug: 0,
  'ug/d': 0,
  'ug/L': 0,
  'ug/mL': 0,
  'ug.h/L': 0,
  'umol/L': 0,
} as const satisfies Readonly<Record<Unit, 0>>;

/** A quantity of which only the place decides the unit, as in the working. */
export const anyQuantity = exactly<Quantity<Unit>>()(
  z.strictObject({ value: z.number(), unit: z.enum(Object.keys(units) as [Unit, ...Unit[]]) }),
);

export const citations = exactly<readonly Citation[]>()(
  z.array(z.strictObject({ source: text, locator: text })).check(z.describe('Where it stands: source and place in it')),
);

export const fraction = exactly<Fraction>()(z.strictObject({ numerator: z.number(), denominator: z.number() }));

const said = { text, brief: z.exactOptional(text), citations };

export const statement = exactly<Statement>()(z.strictObject(said));
export const statements = z.array(statement);

/** A statement with more to it. */
export const statementWith = <Shape extends z.core.$ZodLooseShape>(more: Shape) => z.strictObject({ ...said, ...more });

const product = text.check(z.describe('Id of a product, as baclofen products lists them'));

export const pieces = exactly<readonly Piece[]>()(
  z
    .array(
      z.union([z.strictObject({ product, count: z.number() }), z.strictObject({ product, volume: quantity('mL') })]),
    )
    .check(z.describe('Tablets or packets by count, halves as 0.5; liquids by volume')),
);

export const timeOfDay = z.enum(['morning', 'midday', 'evening', 'bedtime']);

export const administrations = exactly<readonly Administration[]>()(
  z.array(z.strictObject({ time: timeOfDay, dose: quantity('mg'), make: pieces })),
);

const { dailyDose, dose: oneDose, timesDaily } = presentDoseFields;

/** What is taken now. */
export const currentDose = exactly<CurrentDose>()(
  z.union([
    z.strictObject({ dailyDose: fieldSchema(dailyDose) }),
    z.strictObject({ dose: fieldSchema(oneDose), timesDaily: fieldSchema(timesDaily) }),
    z.strictObject({
      doses: z
        .array(z.strictObject({ time: timeOfDay, dose: fieldSchema(oneDose) }))
        .check(z.minLength(1), z.maxLength(4)),
    }),
  ]),
);

/** A line to type, as the request that it asks. */
export const commandRequest = exactly<CommandRequest>()(
  z.strictObject({ command: text, request: z.record(text, z.unknown()) }) as unknown as z.ZodMiniType<CommandRequest>,
);

export const step = exactly<Step>()(
  z
    .strictObject({
      fromDay: z.int(),
      toDay: z.nullable(z.int()),
      fromDate: z.exactOptional(z.iso.date()),
      toDate: z.exactOptional(z.iso.date()),
      doses: administrations,
      dailyDose: quantity('mg/d'),
      perKilogram: z.exactOptional(quantity('mg/kg/d')),
    })
    .check(z.describe('The same doses every day, fromDay to toDay, both counted; toDay null has no end')),
);

/** What a source says, and what it would give for this patient. */
export const statementHere = exactly<StatementHere>()(
  statementWith({
    here: z.exactOptional(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('avoid') }),
        z.strictObject({ kind: z.literal('start'), dailyDose: quantity('mg/d') }),
      ]),
    ),
  }),
);

export const country = exactly<Country>()(z.enum(countries).check(z.describe('Whose label is followed')));

export const rule = exactly<Rule>()(z.enum(ruleIds));

export const disagreement = exactly<Disagreement>()(
  z.strictObject({
    part: text,
    adopted: anyQuantity,
    citations,
    reaches: z.exactOptional(z.strictObject({ target: quantity('mg/d'), day: z.int() })),
    others: z.array(
      z.strictObject({ value: anyQuantity, reachesOnDay: z.exactOptional(z.int()), note: text, citations }),
    ),
  }),
);

const injury = z.enum(patientFields.spinalCordInjury.words);

export const estimate = exactly<Estimate>()(
  z.strictObject({
    method: z.enum([
      'given-clearance',
      'given-egfr',
      'cockcroft-gault',
      'ckd-epi-2021',
      'ckd-epi-2021-deindexed',
      'schwartz',
    ]),
    weight: z.exactOptional(z.strictObject({ kind: z.enum(['actual', 'ideal', 'adjusted']), value: quantity('kg') })),
    correctedFor: z.exactOptional(injury),
    value: quantity('mL/min', 'mL/min/{1.73_m2}'),
    band: text,
    citations,
  }),
);

export const clock = z.string().check(z.refine((each) => parseClockTime(each) !== undefined, 'times of day as HH:MM'));

/** A patient, each part within what is plausible: as files, saved results and the library give one. */
export const patient = exactly<Patient>()(
  z.strictObject(optional(patientFields)).check(z.describe('What is known of the patient; every part may be missing')),
);

const part = z.enum([...(Object.keys(patientFields) as [keyof Patient, ...(keyof Patient)[]]), 'currentDose']);

/** Something that a file speaks of and that was not taken. */
const leftOut = z.strictObject({
  part: z.union([part, z.enum(['baclofenNamed', 'allergy', 'transplant', 'kidneyDisease', 'pump', 'pregnancy'])]),
  from: text,
  why: z.enum([
    'gender',
    'birth date incomplete',
    'dose in words',
    'dose unit',
    'doses disagree',
    'timing',
    'as needed',
    'route',
    'several',
    'several steps',
    'text disagrees',
    'text not understood',
    'element',
    'ended',
    'not begun',
    'course',
    'not taken',
    'on hold',
    'acute',
    'forbidden',
    'proposal',
    'not active',
    'replaced',
    'older standard',
    'resource not read',
    'arbaclofen',
    'no value',
    'cancelled',
    'only a bound',
    'other material',
    'not this patient',
    'undated',
    'not final',
    'same day',
    'denied or past',
    'long ago',
    'intolerance',
    'in words',
  ]),
  element: z.exactOptional(text),
  text: z.exactOptional(text),
  value: z.exactOptional(anyQuantity),
  date: z.exactOptional(text),
  status: z.exactOptional(z.enum(provisional)),
  disease: z.exactOptional(text),
  more: z.exactOptional(z.int()),
});

/** What is to be known of a record as a whole. */
const remark = z.strictObject({
  what: z.enum([
    'next page',
    'fewer than its total',
    'subsetted',
    'server message',
    'replaced',
    'inactive',
    'reported',
  ]),
  from: text,
});

/** A medication or a condition that a record lists. */
const recordEntry = z.strictObject({
  from: text,
  name: z.exactOptional(text),
  codes: z.array(z.strictObject({ system: z.exactOptional(text), code: text })),
  date: z.exactOptional(text),
  old: z.exactOptional(quantity('d')),
});

/** What was read about the patient from a file, and from where in it. */
export const patientFile = exactly<PatientFile>()(
  z.strictObject({
    form: z.enum(['baclofen', 'fhir']),
    name: z.exactOptional(text),
    readOn: z.iso.date(),
    subject: z.exactOptional(text),
    taken: z.array(
      z.strictObject({
        part,
        value: z.union([anyQuantity, text]),
        timesDaily: z.exactOptional(z.int()),
        dailyDose: z.exactOptional(quantity('mg/d')),
        doses: z.exactOptional(
          z.array(z.strictObject({ time: z.enum(['morning', 'midday', 'evening', 'bedtime']), dose: quantity('mg') })),
        ),
        strength: z.exactOptional(quantity('mg', 'mg/mL')),
        packet: z.exactOptional(z.literal(true)),
        from: z.exactOptional(text),
        date: z.exactOptional(text),
        old: z.exactOptional(quantity('d')),
        status: z.exactOptional(z.enum(provisional)),
        use: z.enum(['taken', 'flag instead', 'less cautious']),
      }),
    ),
    leftOut: z.array(leftOut),
    remarks: z.exactOptional(z.array(remark)),
    known: z.exactOptional(z.strictObject({ drugs: z.array(text), conditions: z.array(text) })),
    medications: z.exactOptional(z.array(recordEntry)),
    conditions: z.exactOptional(z.array(recordEntry)),
    unnamed: z.exactOptional(z.array(text)),
  }),
);

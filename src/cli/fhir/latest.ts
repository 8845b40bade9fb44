import type { LeftOut } from '../../core/patient/file.js';
import { creatinineMassConcentration } from '../../core/values/quantity.js';
import type { ContentPart } from '../patient/content.js';
import { newestOf } from './moment.js';
import { ageOf, type Measured, type Measurement, namesOf } from './observation.js';
import { type FhirContext, refused } from './resource.js';

/** Parts of a patient, and what was not taken. */
export interface Told {
  readonly parts: readonly ContentPart[];
  readonly leftOut: readonly LeftOut[];
}

/** Numbers of the kidney are one thing: the newest of them decides, whichever it is. */
const groups: readonly (readonly Measured[])[] = [
  ['weight'],
  ['height'],
  ['creatinine', 'egfr', 'creatinineClearance'],
];

/** Of each thing measured the newest; of one moment the more cautious. Weight and height are said where they are read. */
export function latestParts(measurements: readonly Measurement[], context: FhirContext): Told {
  const told = groups.map((group) =>
    latestOf(
      measurements.filter(({ measured }) => group.includes(measured)),
      context,
    ),
  );
  return { parts: told.flatMap(({ parts }) => parts), leftOut: told.flatMap(({ leftOut }) => leftOut) };
}

function latestOf(all: readonly Measurement[], context: FhirContext): Told {
  const held = all.filter(({ reading }) => !('none' in reading));
  const newest = newestOf(held);
  // A rate above a bound says nothing against a value beside it, and nothing where there is no other.
  const excused = newest.some(({ reading }) => 'value' in reading) || !held.some(({ reading }) => 'value' in reading);
  const isBound = ({ reading }: Measurement) => excused && 'bound' in reading;
  const deciding = newest.filter((each) => !isBound(each));
  const broken = deciding.find(({ reading }) => 'unreadable' in reading);
  const parts = [...new Set(deciding.map(({ measured }) => measured))].map((measured) =>
    partOf(broken ?? mostCautious(deciding.filter((each) => each.measured === measured)), measured, context),
  );
  const missing = new Set([...all.filter(({ reading }) => 'none' in reading), ...newest.filter(isBound)]);
  const telling = newestOf([...deciding, ...missing]).filter((each) => missing.has(each));
  return { parts, leftOut: telling.flatMap(leftOutOf) };
}

/** What has no value and is as new as what has one; a weight without a value is no loss. */
function leftOutOf({ resource, measured, reading }: Measurement): LeftOut[] {
  if (measured === 'weight' || measured === 'height') return [];
  const why = 'none' in reading ? reading.none : 'only a bound';
  return [{ part: measured, from: resource.name, why }];
}

/** The highest creatinine, and the lowest of all else. */
function mostCautious(all: readonly Measurement[]): Measurement | undefined {
  return [...all].sort((one, other) => rank(one) - rank(other))[0];
}

function rank({ reading }: Measurement): number {
  if (!('value' in reading)) return Number.NEGATIVE_INFINITY;
  const { value } = reading;
  if (value.unit === 'mg/dL' || value.unit === 'umol/L') return -creatinineMassConcentration(value).value;
  return value.value;
}

function partOf(measurement: Measurement | undefined, measured: Measured, context: FhirContext): ContentPart {
  if (measurement === undefined) throw new Error(`no ${measured} to take`);
  const { resource, reading, at, moment } = measurement;
  const old = ageOf(measurement, context.today);
  return {
    part: measured,
    from: resource.name,
    ...(at !== undefined && { date: moment.from === moment.to || moment.time !== undefined ? at.slice(0, 10) : at }),
    ...(old !== undefined && { old }),
    value: () => {
      if ('value' in reading) return reading.value;
      const [what, takes] =
        'unreadable' in reading ? [reading.unreadable, reading.takes] : ['no value', namesOf[measured]];
      throw refused(context, `where ${resource.name} has ${what}`, takes);
    },
  };
}

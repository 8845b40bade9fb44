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

/**
 * Of each thing measured the newest; of one day the more cautious, as an error or a session of dialysis makes two of
 * them, and of one that can still change and the newest final one as well.
 */
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
  const finals = held.filter(({ status }) => status === undefined);
  const newest = [...new Set([...newestOf(held), ...newestOf(finals)])];
  // A rate above a bound says nothing against a value beside it, and nothing where there is no other.
  const excused = newest.some(({ reading }) => 'value' in reading) || !held.some(({ reading }) => 'value' in reading);
  const isBound = ({ reading }: Measurement) => excused && 'bound' in reading;
  const deciding = newest.filter((each) => !isBound(each));
  const broken = deciding.find(({ reading }) => 'unreadable' in reading);
  const readable = held.filter(({ reading }) => 'value' in reading);
  const beside = broken ? [] : [readable, readable.filter((each) => finals.includes(each))].flatMap(ofNewestDay);
  const candidates = [...new Set([...deciding, ...beside])];
  const chosen = [...new Set(candidates.map(({ measured }) => measured))].map((measured) => {
    const same = candidates.filter((each) => each.measured === measured);
    const taken = broken ?? mostCautious(same);
    return { part: partOf(taken, measured, context), others: broken ? [] : othersOf(taken, same, context) };
  });
  const missing = new Set([...all.filter(({ reading }) => 'none' in reading), ...newest.filter(isBound)]);
  const telling = newestOf([...deciding, ...missing]).filter((each) => missing.has(each));
  return {
    parts: chosen.map(({ part }) => part),
    leftOut: [...telling.flatMap(leftOutOf), ...chosen.flatMap(({ others }) => others)],
  };
}

/** The hour left aside. */
function ofNewestDay(all: readonly Measurement[]): Measurement[] {
  const days = all.map((each) => ({ each, moment: { from: each.moment.from, to: each.moment.to } }));
  return newestOf(days).map(({ each }) => each);
}

/** Those that would give more than the one taken: not final ones, and of the same day where they are far from it. */
function othersOf(
  taken: Measurement | undefined,
  all: readonly Measurement[],
  { vocabulary: { records } }: FhirContext,
): LeftOut[] {
  if (taken === undefined) return [];
  const others = all.filter((each) => rank(each) > rank(taken)).sort((one, other) => rank(other) - rank(one));
  const far = Math.abs(rank(taken)) * (records.sameDayDiffers.value / 100);
  const [notFinal] = others.filter(({ status }) => status !== undefined && taken.status === undefined);
  const day = ofNewestDay([taken, ...others]);
  const [sameDay] = others.filter((each) => day.includes(each) && rank(each) - rank(taken) > far);
  if (notFinal) return [otherOf(notFinal, 'not final')];
  return sameDay && day.includes(taken) ? [otherOf(sameDay, 'same day')] : [];
}

function otherOf({ resource, measured: part, reading, at, status }: Measurement, why: LeftOut['why']): LeftOut {
  return {
    part,
    from: resource.name,
    why,
    ...('value' in reading && { value: reading.value }),
    ...(at !== undefined && { date: at.slice(0, 10) }),
    ...(status && { status }),
  };
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
  const { resource, reading, at, moment, status } = measurement;
  const old = ageOf(measurement, context.today);
  return {
    part: measured,
    from: resource.name,
    ...(at !== undefined && { date: moment.from === moment.to || moment.time !== undefined ? at.slice(0, 10) : at }),
    ...(old !== undefined && { old }),
    ...(status && { status }),
    value: () => {
      if ('value' in reading) return reading.value;
      const [what, takes] =
        'unreadable' in reading ? [reading.unreadable, reading.takes] : ['no value', namesOf[measured]];
      throw refused(context, `where ${resource.name} has ${what}`, takes);
    },
  };
}

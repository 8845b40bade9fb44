import * as z from 'zod/mini';
import { InputError } from '../../core/values/input-error.js';
import { quantity } from '../../core/values/quantity.js';
import { creatinineRanges, creatinineWords, patientRanges } from '../flags/patient-ranges.js';
import { printable } from '../flags/printable.js';
import { type ContentPart, daysBetween } from '../patient/content.js';
import { concept, type FhirContext, proven, type Resource, reference } from './resource.js';
import { converted, type knownUnits } from './unit.js';

const schema = z.object({
  status: z.optional(z.string()),
  code: z.optional(concept),
  subject: z.optional(reference),
  effectiveDateTime: z.optional(z.string()),
  effectiveInstant: z.optional(z.string()),
  effectivePeriod: z.optional(z.object({ start: z.optional(z.string()), end: z.optional(z.string()) })),
  issued: z.optional(z.string()),
  valueQuantity: z.optional(
    z.object({
      value: z.optional(z.number()),
      comparator: z.optional(z.string()),
      unit: z.optional(z.string()),
      code: z.optional(z.string()),
    }),
  ),
});

export type Observation = z.infer<typeof schema>;

/** What is measured, by LOINC code, and in which unit it is taken. */
const measures = {
  '2160-0': { part: 'creatinine', unit: 'mg/dL', range: creatinineRanges['mg/dL'], takes: creatinineWords },
  '14682-9': { part: 'creatinine', unit: 'umol/L', range: creatinineRanges['umol/L'], takes: creatinineWords },
  '29463-7': { part: 'weight', unit: 'kg', range: patientRanges.weight, takes: patientRanges.weight.takes },
  '8302-2': { part: 'height', unit: 'cm', range: patientRanges.height, takes: patientRanges.height.takes },
} as const satisfies Readonly<Record<string, Measure>>;

interface Measure {
  readonly part: 'creatinine' | 'weight' | 'height';
  readonly unit: keyof typeof knownUnits;
  readonly range: { readonly from: number; readonly to: number };
  readonly takes: string;
}

const loinc: readonly string[] = ['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1'];

/** A measurement of something that is read here, with a value, and not withdrawn. */
export interface Measurement {
  readonly resource: Resource;
  readonly observation: Observation;
  readonly measure: Measure;
  /** As written: a date, or a date with time. */
  readonly at: string | undefined;
}

export function measurementsOf(resources: readonly Resource[], { file }: FhirContext): Measurement[] {
  return resources.flatMap((resource) => {
    if (resource.type !== 'Observation') return [];
    const measure = measureOf(resource.content);
    if (measure === undefined) return [];
    const observation = proven(schema, resource.content, resource.name, file);
    const { status, valueQuantity, effectiveDateTime, effectiveInstant, effectivePeriod, issued } = observation;
    if (status === 'entered-in-error' || status === 'cancelled' || valueQuantity?.value === undefined) return [];
    const at = effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.end ?? effectivePeriod?.start ?? issued;
    return [{ resource, observation, measure, at }];
  });
}

/** Only the code is looked at, so that hundreds of other observations cost nothing and may be in any state. */
function measureOf(content: object): Measure | undefined {
  const code = concept.safeParse('code' in content ? content.code : undefined);
  for (const each of code.data?.coding ?? []) {
    if (each.code !== undefined && loinc.includes(each.system ?? '') && Object.hasOwn(measures, each.code)) {
      return measures[each.code as keyof typeof measures];
    }
  }
  return undefined;
}

/** The latest measurement of each part. */
export function latestParts(measurements: readonly Measurement[], context: FhirContext): ContentPart[] {
  return (['weight', 'height', 'creatinine'] as const).flatMap((part) => {
    const ordered = measurements
      .filter(({ measure }) => measure.part === part)
      .map((each) => ({ each, time: timeOf(each, context) }))
      .sort((a, b) => b.time - a.time);
    const latest = ordered[0]?.each;
    return latest ? [partOf(latest, context)] : [];
  });
}

/** Undated measurements stand behind all dated ones. */
function timeOf({ at, resource }: Measurement, { file, today }: FhirContext): number {
  if (at === undefined) return Number.NEGATIVE_INFINITY;
  const time = Date.parse(at);
  // A day ahead is a matter of time zones.
  if (!/^\d{4}/.test(at) || Number.isNaN(time) || daysBetween(at.slice(0, 10), today).value < -1) {
    const what = `the date "${printable(at)}" of ${resource.name}`;
    throw new InputError(file.field, `${file.name} with ${what}`, 'measurements dated up to today');
  }
  return time;
}

function partOf({ resource, observation, measure, at }: Measurement, { file, today }: FhirContext): ContentPart {
  const date = at?.slice(0, 10);
  const old = date === undefined ? undefined : daysBetween(date, today).value;
  return {
    part: measure.part,
    from: resource.name,
    ...(date !== undefined && { date }),
    ...(old !== undefined && { old: quantity(Math.max(0, old), 'd') }),
    value: () => {
      const { value = 0, comparator, unit, code } = observation.valueQuantity ?? {};
      const refuse = (what: string, takes: string) =>
        new InputError(file.field, `${file.name}, where ${resource.name} has ${what}`, takes);
      if (comparator !== undefined) throw refuse('only a bound and no value', measure.takes);
      const inUnit = converted(value, { code, unit }, measure.unit);
      if (inUnit === undefined) {
        const written = [...new Set([unit, code])]
          .filter((each) => each !== undefined)
          .map((each) => `"${printable(each)}"`);
        const shown = written.length === 0 ? 'no unit' : `the unit ${written.join(' with the code ')}`;
        throw refuse(shown, `${measure.part} there in ${measure.unit}`);
      }
      if (inUnit < measure.range.from || inUnit > measure.range.to)
        throw refuse(`a ${measure.part} of ${inUnit} ${measure.unit}`, measure.takes);
      return quantity(inUnit, measure.unit);
    },
  };
}

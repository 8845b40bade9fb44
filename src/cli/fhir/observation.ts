import { type Provisional, provisional, type WhyLeftOut } from '../../core/patient/file.js';
import type { Patient } from '../../core/patient/patient.js';
import { daysBetween } from '../../core/values/calendar.js';
import { type Quantity, quantity } from '../../core/values/quantity.js';
import { creatinineRanges, creatinineWords, patientRanges } from '../flags/patient-ranges.js';
import { printable } from '../flags/printable.js';
import { isAhead, type Moment, momentOf, undated } from './moment.js';
import {
  type Concept,
  codeOf,
  conceptOf,
  hasContent,
  type Node,
  nodeOf,
  nodesOf,
  statusOf,
  textOf,
  wordsOf,
} from './node.js';
import type { FhirContext, Resource } from './resource.js';
import { measuredIn } from './unit.js';
import { listsOf, type Vocabulary } from './vocabulary.js';

/** What is measured. */
export type Measured = 'creatinine' | 'egfr' | 'creatinineClearance' | 'weight' | 'height';

type Value = NonNullable<Patient[Measured]>;

/** What stands there: a value, something that cannot be read, or nothing to be read. */
export type Reading =
  | { readonly value: Value }
  | { readonly unreadable: string; readonly takes: string; readonly bound?: 'above' }
  | { readonly none: WhyLeftOut };

/** One result of something that is read here. */
export interface Measurement {
  readonly resource: Resource;
  readonly measured: Measured;
  readonly reading: Reading;
  readonly moment: Moment;
  /** As written. */
  readonly at: string | undefined;
  /** Where the result can still change. */
  readonly status?: Provisional;
}

const usable: readonly string[] = ['final', 'amended', 'corrected', 'appended', ...provisional];

/** All results of what is read here, of the Observations and of their components. */
export function measurementsOf(resource: Resource, context: FhirContext): Measurement[] {
  if (resource.type !== 'Observation') return [];
  const { content } = resource;
  const parts = [content, ...nodesOf(content.component)];
  return parts.flatMap((part) => {
    const kind = kindOf(conceptOf(part.code), context.vocabulary);
    if (kind === undefined) return [];
    // A panel has its results in its components, or in the results that it lists.
    const panel = part === content && (hasContent(content.component) || hasContent(content.hasMember));
    if (panel && !hasValue(content)) return [];
    const { at, moment } = whenOf(content);
    const reading = dated(readingOf(part, kind, resource), at, moment, context, kind.measured);
    const measured = indexed(kind.measured, part);
    const status = provisional.find((each) => each === statusOf(content.status));
    return [{ resource, measured, reading, moment: moment ?? undated, at, ...(status && { status }) }];
  });
}

interface Kind {
  readonly measured: Measured;
  /** Where codes say what the unit is of. */
  readonly per: readonly ('mass' | 'substance')[];
  readonly coded: boolean;
  readonly none?: WhyLeftOut;
}

/** Only the code is looked at, so that hundreds of other observations cost little and may be in any state. */
function kindOf(concept: Concept, vocabulary: Vocabulary): Kind | undefined {
  const { records } = vocabulary;
  const creatinine = listsOf(concept, records.creatinine.codes);
  if (creatinine.length > 0) {
    const per = creatinine.some((list) => list.per === undefined) ? [] : creatinine.flatMap((list) => list.per ?? []);
    return { measured: 'creatinine', per, coded: true };
  }
  const plain = (measured: Measured, coded: boolean) => ({ measured, per: [], coded });
  const lists = {
    egfr: records.egfr.codes,
    creatinineClearance: records.creatinineClearance.codes,
    ...bodyOf(records),
  };
  for (const [measured, codes] of Object.entries(lists)) {
    if (listsOf(concept, codes).length > 0) return plain(measured as Measured, true);
  }
  const other = { ...plain('creatinine', true), none: 'other material' } as const;
  if (listsOf(concept, records.otherMaterial.codes).length > 0) return other;
  const words = wordsOf(concept);
  if (words === '') return undefined;
  if (vocabulary.clearance(words)) return plain('creatinineClearance', false);
  if (vocabulary.egfr(words)) return plain('egfr', false);
  if (!vocabulary.creatinine(words)) return undefined;
  return vocabulary.otherMaterial(words) ? other : plain('creatinine', false);
}

function bodyOf({ weight, height }: Vocabulary['records']) {
  return { weight, height };
}

/** A clearance for 1.73 m2 is banded like a filtration rate for 1.73 m2. */
function indexed(measured: Measured, part: Node): Measured {
  if (measured !== 'creatinineClearance') return measured;
  const { unit, code } = nodeOf(part.valueQuantity) ?? {};
  const written = [codeOf(code), textOf(unit), textOf(part.valueString)];
  return written.some((each) => each !== undefined && /1[.,]73/.test(each)) ? 'egfr' : measured;
}

function hasValue(part: Node): boolean {
  return Object.keys(part).some((key) => /^value[A-Z]/.test(key) && hasContent(part[key]));
}

/** When it was, or when it was reported. */
export function whenOf(content: Node): { readonly at: string | undefined; readonly moment: Moment | undefined } {
  const period = nodeOf(content.effectivePeriod);
  const at =
    textOf(content.effectiveDateTime) ??
    textOf(content.effectiveInstant) ??
    textOf(period?.end) ??
    textOf(period?.start) ??
    textOf(content.issued);
  return { at, moment: at === undefined ? undated : momentOf(at) };
}

/** A result of a day that is none, or of one to come, cannot be placed among the others. */
function dated(
  reading: Reading,
  at: string | undefined,
  moment: Moment | undefined,
  { today }: FhirContext,
  measured: Measured,
): Reading {
  if ('none' in reading || (moment !== undefined && !isAhead(moment, today))) return reading;
  return {
    unreadable: `${oneOf(measured)} of the date "${printable(at ?? '').slice(0, 30)}"`,
    takes: 'measurements dated up to today',
  };
}

export const namesOf: Readonly<Record<Measured, string>> = {
  creatinine: 'creatinine',
  egfr: 'eGFR',
  creatinineClearance: 'creatinine clearance',
  weight: 'weight',
  height: 'height',
};

function oneOf(measured: Measured): string {
  return `${measured === 'egfr' ? 'an' : 'a'} ${namesOf[measured]}`;
}

function readingOf(part: Node, kind: Kind, { content }: Resource): Reading {
  const status = statusOf(content.status);
  if (kind.none !== undefined) return { none: kind.none };
  if (status === 'cancelled') return { none: 'cancelled' };
  if (hasContent(content.focus)) return { none: 'not this patient' };
  const takes = takesOf[kind.measured];
  if (status !== undefined && !usable.includes(status)) {
    return { unreadable: `the status "${printable(status).slice(0, 30)}"`, takes };
  }
  if (hasContent(content.modifierExtension)) return { unreadable: 'a modifierExtension', takes };
  const string = textOf(part.valueString);
  const amount = nodeOf(part.valueQuantity) ?? (string === undefined ? undefined : fromString(string));
  if (amount !== undefined) return fromQuantity(amount, kind, takes);
  if (!hasValue(part)) return { none: 'no value' };
  const said = string ?? wordsOf(conceptOf(part.valueCodeableConcept));
  const shown = said === '' ? 'a value in another form' : `the value "${printable(said).slice(0, 40)}"`;
  return { unreadable: shown, takes };
}

/** "3.0 mg/dL", with a bound where there is one. */
function fromString(text: string): Node | undefined {
  const [, comparator, value, unit] = /^(<=?|>=?|=)?\s*(\d+(?:\.\d+)?)\s*([A-Za-z\u00b5\u03bc[{].*)$/.exec(text) ?? [];
  return value === undefined ? undefined : { value: Number(value), comparator, unit };
}

function fromQuantity(amount: Node, { measured, per, coded }: Kind, takes: string): Reading {
  const comparator = textOf(amount.comparator);
  if (comparator !== undefined && comparator !== '=') {
    const above = comparator.startsWith('>') && measured !== 'creatinine';
    return { unreadable: 'only a bound and no value', takes, ...(above && { bound: 'above' }) };
  }
  if (typeof amount.value !== 'number' || !Number.isFinite(amount.value)) {
    return hasContent(amount.value) || hasContent(amount.unit)
      ? { unreadable: 'a value that is no number', takes }
      : { none: 'no value' };
  }
  const written = { code: codeOf(amount.code), unit: textOf(amount.unit) };
  const value = unitsOf(measured, per, coded)
    .map((unit) => ({ unit, value: measuredIn(amount.value as number, written, unit) }))
    .find((each) => each.value !== undefined);
  if (value?.value === undefined) return { unreadable: unitWords(written), takes: takesUnit(measured, per) };
  const unit = value.unit === 'mL/min' && measured === 'egfr' ? 'mL/min/{1.73_m2}' : value.unit;
  const range = rangeOf(measured, unit);
  if (value.value < range.from || value.value > range.to) {
    return { unreadable: `${oneOf(measured)} of ${value.value} ${unit}`, takes };
  }
  return { value: quantity(value.value, unit) as Value };
}

type MeasuredUnit = 'mg/dL' | 'umol/L' | 'mL/min' | 'mL/min/{1.73_m2}' | 'kg' | 'cm';

/** The units that a value may come in; a rate by its code is one for 1.73 m2, whatever its unit leaves out. */
function unitsOf(measured: Measured, per: Kind['per'], coded: boolean): readonly MeasuredUnit[] {
  if (measured === 'weight') return ['kg'];
  if (measured === 'height') return ['cm'];
  if (measured === 'egfr') return coded ? ['mL/min/{1.73_m2}', 'mL/min'] : ['mL/min/{1.73_m2}'];
  if (measured === 'creatinineClearance') return ['mL/min', 'mL/min/{1.73_m2}'];
  const all = ['mg/dL', 'umol/L'] as const;
  return per.length === 0 ? all : all.filter((unit) => per.includes(unit === 'mg/dL' ? 'mass' : 'substance'));
}

function takesUnit(measured: Measured, per: Kind['per']): string {
  return `${namesOf[measured]} there in ${unitsOf(measured, per, false).join(' or ')}`;
}

function unitWords({ unit, code }: { readonly unit: string | undefined; readonly code: string | undefined }): string {
  const written = [...new Set([unit, code])]
    .filter((each) => each !== undefined)
    .map((each) => `"${printable(each).slice(0, 30)}"`);
  return written.length === 0 ? 'no unit' : `the unit ${written.join(' with the code ')}`;
}

function rangeOf(measured: Measured, unit: MeasuredUnit): { readonly from: number; readonly to: number } {
  if (unit === 'mg/dL' || unit === 'umol/L') return creatinineRanges[unit];
  return measured === 'creatinine' ? patientRanges.egfr : patientRanges[measured];
}

const takesOf: Readonly<Record<Measured, string>> = {
  creatinine: creatinineWords,
  egfr: patientRanges.egfr.takes,
  creatinineClearance: patientRanges.creatinineClearance.takes,
  weight: patientRanges.weight.takes,
  height: patientRanges.height.takes,
};

/** How long ago it was, at the longest; nothing where it has no date. */
export function ageOf({ at, moment }: Pick<Measurement, 'at' | 'moment'>, today: string): Quantity<'d'> | undefined {
  return at === undefined ? undefined : quantity(Math.max(0, daysBetween(moment.from, today)), 'd');
}

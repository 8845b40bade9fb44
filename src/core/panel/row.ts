import { besideFindings } from '../check/beside.js';
import { oneOfEach, worstFirst } from '../check/finding.js';
import { findingsOf } from '../check/findings.js';
import { passesLimits } from '../check/limits.js';
import type { Finding } from '../check/types.js';
import { unjudgedBy, type Who, whoIs } from '../check/who.js';
import type { UnknownName } from '../interactions/types.js';
import { placeOfBand } from '../renal-function/band.js';
import { type DecidingPlace, decide } from '../renal-function/deciding.js';
import type { Country } from '../titration/rules.js';
import { InputError } from '../values/input-error.js';
import { quantity } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import { type CeilingOf, ceilings } from './ceilings.js';
import { classesOf, type PatientClass } from './classes.js';
import { patientOf } from './patient.js';
import type { JudgedRow, PanelContext, PanelRow, RowAnswer } from './types.js';

/**
 * The check of one row after another, by the same functions as the check of a single order: findings as codes and
 * numbers, no words, no working. Bare numbers say whether there is anything to find; only then it is looked for.
 * @returns a function of a row, whose answer is of use until the next row; a row whose numbers cannot be right is
 * unreadable, never an error.
 */
export function panelOf(country: Country, context: PanelContext): (row: PanelRow) => RowAnswer {
  const { renal } = context;
  const ceilingOf = ceilings(context);
  const classOf = classesOf(country, ceilingOf, context);
  const self = { country, ceilingOf, context };
  const deciding: DecidingPlace = { method: undefined, value: Number.NaN };
  const answer = emptyAnswer();
  return (row) => {
    decide(row, renal, 1, deciding);
    const { method, value } = deciding;
    if (!isOrdinary(row, method !== undefined, context)) return byItself(row, answer, self);
    const place = method === undefined ? -1 : placeOfBand(value, renal.bands);
    const ofClass = classOf(row, place);
    const isFine = row.drugs === undefined && passesLimits(row.dailyDose, row.age, value, ofClass, renal);
    const what = isFine ? nothing : found(row, whoOf(row, ofClass, deciding, place, country, context), context);
    answer.method = method;
    answer.kidney = value;
    answer.band = renal.bands[place]?.id;
    answer.ceiling = ofClass.madeCeiling;
    return judged(answer, row, what, context);
  };
}

type Answer = { -readonly [Part in keyof JudgedRow]: JudgedRow[Part] };

function emptyAnswer(): Answer {
  return {
    status: 'none',
    method: undefined,
    kidney: Number.NaN,
    band: undefined,
    dialysis: false,
    ceiling: Number.NaN,
    dailyDose: Number.NaN,
    findings: [],
    unknown: [],
    stale: Number.NaN,
  };
}

/** An adult of plausible size, with all that an estimate needs: who is like that is judged as their class. */
function isOrdinary(row: PanelRow, isKidneyKnown: boolean, { renal, titration }: PanelContext): boolean {
  const { age, weight, height, creatinine } = row;
  const { adultHeight, light } = titration.weight;
  return (
    !isBelow(age, renal.adultAge.value) &&
    !isBelow(height, adultHeight.value) &&
    !(Number.isNaN(age) && isBelow(weight, light.value)) &&
    (isKidneyKnown || Number.isNaN(creatinine))
  );
}

interface Asking {
  readonly country: Country;
  readonly ceilingOf: CeilingOf;
  readonly context: PanelContext;
}

/** A child, or somebody whose numbers do not suffice. */
function byItself(row: PanelRow, answer: Answer, { country, ceilingOf, context }: Asking): RowAnswer {
  const who = known(row, country, context);
  if (who instanceof InputError) return { status: 'unreadable', because: who };
  const refused = unjudgedBy(who);
  if (refused) return { status: 'unreadable', because: refused };
  const { deciding, band } = who.renal;
  answer.method = deciding?.method;
  answer.kidney = deciding?.value.value ?? Number.NaN;
  answer.band = band?.id;
  answer.ceiling = ceilingOf(who);
  return judged(answer, row, found(row, who, context), context);
}

/** A creatinine without age or sex is what a single check takes as a slip of the hand. */
function known(row: PanelRow, country: Country, context: PanelContext): Who | InputError {
  try {
    return whoIs(patientOf(row), country, context);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Somebody of a class as the rules see them, for what is found to be told of. */
function whoOf(
  row: PanelRow,
  { bounds }: PatientClass,
  { method, value }: DecidingPlace,
  place: number,
  country: Country,
  context: PanelContext,
): Who {
  const band = context.renal.bands[place];
  const estimate = method && band && { method, value: quantity(value, 'mL/min'), band: band.id, citations: [] };
  const none = { estimates: [], assumptions: [], notices: [], working: [] };
  const renal = { ...none, ...(estimate && { deciding: estimate, band }) };
  // What a change of the dose would be held against is not asked of a row.
  const patient = patientOf(row);
  return { patient, judgedAs: patient, missing: undefined, country, renal, bounds, labelled: undefined };
}

interface Found {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownName[];
}

const nothing: Found = { findings: [], unknown: [] };

function found(row: PanelRow, who: Who, context: PanelContext): Found {
  const own = oneOfEach(findingsOf({ dailyDose: quantity(row.dailyDose, 'mg/d') }, who, context));
  if (row.drugs === undefined) return { findings: own, unknown: [] };
  const beside = besideFindings({ drugs: row.drugs }, who, context, false);
  return { findings: worstFirst([...own, ...beside.findings]), unknown: beside.unknown };
}

/** Fills in what hangs on the row and what was found. */
function judged(
  answer: Answer,
  { dailyDose, dialysis, creatinine, creatinineAge }: PanelRow,
  { findings, unknown }: Found,
  { renal }: PanelContext,
): JudgedRow {
  const isOld = !Number.isNaN(creatinine) && creatinineAge > renal.creatinineCurrentFor.value;
  answer.status = statusOf(findings, answer.method !== undefined || dialysis);
  answer.dialysis = dialysis;
  answer.dailyDose = dailyDose;
  answer.findings = findings;
  answer.unknown = unknown;
  answer.stale = isOld ? creatinineAge : Number.NaN;
  return answer;
}

/** Without a number of the kidney nothing is "none": that would be taken for looked at. */
export function statusOf(findings: readonly Finding[], isKidneyKnown: boolean): JudgedRow['status'] {
  // Worst first.
  const level = findings[0]?.level;
  if (level === 'stop' || level === 'ask') return level;
  return isKidneyKnown ? 'none' : 'no-kidney-data';
}

import type { FilePart, LeftOut, Provisional, RecordRemark } from '../patient/file.js';
import type { CivilDate } from '../values/calendar.js';
import type { Citation } from '../values/citation.js';
import type { Quantity, Unit } from '../values/quantity.js';
import type { CommandRequest } from './command-request.js';
import type { Rule } from './rule.js';

export type Severity = 'info' | 'caution' | 'warning';

type AnyQuantity = Quantity<Unit>;

/** An estimate of renal function beside the one that decides. */
/** What the order of a record is taken as, and the id of that product where it is known here. */
interface RecordProduct {
  strength: Quantity<'mg'> | Quantity<'mg/mL'>;
  packet?: true;
  product?: string;
}

export interface ShownEstimate {
  readonly method:
    | 'given-clearance'
    | 'given-egfr'
    | 'cockcroft-gault'
    | 'ckd-epi-2021'
    | 'ckd-epi-2021-deindexed'
    | 'schwartz';
  readonly weight?: { readonly kind: 'actual' | 'ideal' | 'adjusted'; readonly value: Quantity<'kg'> };
  readonly value: AnyQuantity;
  readonly band: string;
}

/** One group of the patient's other drugs. */
interface InteractingDrugs {
  readonly drugs: readonly string[];
  readonly sentence: string;
  readonly advice: string;
  readonly depressant: Depressant;
}

/** Whether drugs depress the central nervous system; strongly, where their severity is "avoid" or "high". */
export type Depressant = 'no' | 'yes' | 'strong';

/** Every notice and the numbers that its sentence needs. The sentences stand in the report. */
export interface NoticeParams {
  /** Day 1 above this patient's own first level; what was asked, and the labelled start. */
  'start-above-first': {
    day: Quantity<'mg/d'>;
    first: Quantity<'mg/d'>;
    label: Quantity<'mg'>;
    /** The increase at each step and the labelled one, where more than the start was raised. */
    steps?: { step: Quantity<'mg/d'>; label: Quantity<'mg/d'> };
  };
  /** A labelled start that gives more than the weight or the age allows is lowered to it. */
  'lowered-to-allowed': { asked: Quantity<'mg/d'>; allowed: Quantity<'mg/d'>; rule: Rule };
  /** The same of a start or a step that somebody asked for. */
  'asked-lowered': { part: 'start' | 'step'; asked: Quantity<'mg/d'>; allowed: Quantity<'mg/d'>; rule: Rule };
  'interval-of-hospital': { asked: Quantity<'d'>; usual: Quantity<'d'> };
  'fewer-doses-than-rule': { asked: number; rule: number };
  'tablets-make-fewer-doses': { doses: number; rule: number; liquid: string };
  'older-without-kidney': { age: Quantity<'a'> };
  'weight-without-age': { weight: Quantity<'kg'>; below: Quantity<'kg'> };
  'age-unknown-below-30': { age: Quantity<'a'>; ceiling: Quantity<'mg/d'> };
  'lowest-toxic-dose': { dose: Quantity<'mg/d'> };
  'child-with-adult-bands': { number: AnyQuantity };
  'shown-estimate-lower': { estimate: ShownEstimate; ceiling?: Quantity<'mg/d'> };
  'weight-old': { old: Quantity<'d'>; date?: string; limit: Quantity<'d'> };
  'departs-from-label': { part: 'timesDaily' | 'increment' | 'interval'; asked: AnyQuantity; label: AnyQuantity };
  'target-above-label-table': { asked: Quantity<'mg/d'>; label: Quantity<'mg/d'> };
  'scaled-for-clearance': { numerator: number; denominator: number; interval: Quantity<'d'> };
  'fixed-for-clearance': { ceiling: Quantity<'mg/d'> };
  'avoid-in-older-adult': {
    age: Quantity<'a'>;
    below: Quantity<'mL/min/{1.73_m2}'>;
    /** Which number is below, or dialysis where none is known to be. */
    number: 'clearance' | 'eGFR' | 'dialysis';
    /** An eGFR shown beside it that is not below. */
    higher?: AnyQuantity;
  };
  /** A number was given, and the creatinine beside it falls into a lower band. */
  'given-above-estimate': { given: AnyQuantity; estimate: ShownEstimate };
  'estimate-could-be-lower': { parts: readonly ('weight' | 'height')[] };
  'creatinine-not-used': { creatinine: AnyQuantity };
  'ideal-weight-not-validated': { height: Quantity<'cm'>; from: Quantity<'cm'> };
  'given-clearance-in-spinal-cord-injury': { clearance: AnyQuantity };
  'older-adult-schedule': { age: Quantity<'a'>; dose: Quantity<'mg'>; interval: Quantity<'d'> };
  'child-not-established': { below: Quantity<'a'> };
  'tablets-for-a-light-child': { from: Quantity<'kg'> };
  'product-not-in-market': { products: string; country: string };
  'refusal-lifted': { code: string; reason: string };
  'override-not-needed': { code: string };
  'taper-not-shortened': Record<string, never>;
  'taper-where-avoided': { from: Quantity<'mg/d'> };
  'signs-of-accumulation': Record<string, never>;
  'estimates-in-different-bands': { lowest: string; highest: string };
  'correction-for-spinal-cord-injury': { factor: number };
  'creatinine-old': { old: Quantity<'d'>; limit: Quantity<'d'> };
  'creatinine-undated': Record<string, never>;
  'kidney-number-old': { part: FilePart; old: Quantity<'d'>; limit: Quantity<'d'> };
  'kidney-number-undated': { part: FilePart };
  'kidney-numbers-in-file': { taken: FilePart; other: FilePart; status?: Provisional };
  'order-old': { old: Quantity<'d'>; limit: Quantity<'d'> };
  'record-product-differs': RecordProduct & { planned: string };
  'record-product-from': RecordProduct & { from: string | Quantity<'mg/mL'> };
  'result-not-final': { parts: readonly FilePart[]; statuses: readonly Provisional[] };
  'order-undated': Record<string, never>;
  'baclofen-named': LeftOut;
  'started-while-used': { usedFor: Quantity<'d'> };
  'record-partial': RecordRemark;
  'record-remark': RecordRemark;
  'pump-in-record': LeftOut;
  'kidney-not-read': LeftOut & { dialysis?: boolean };
  /** No number of the kidney holds while it lasts. */
  'kidney-acute': { disease: string; from: string; more?: number; estimate: ShownEstimate };
  /** The number that decides is above what the disease means. */
  'kidney-disease-disagrees': NoticeParams['kidney-acute'] & { dialysis: boolean };
  'allergy-not-read': LeftOut;
  'file-other-material': LeftOut;
  /** What is taken now, before anything is changed. */
  'daily-dose-within-ceiling': { dailyDose: Quantity<'mg/d'>; ceiling: Quantity<'mg/d'>; first: Quantity<'mg/d'> };
  'file-part-left-out': LeftOut;
  'flag-instead-of-file': { parts: readonly FilePart[] };
  'file-kidney-lower': { estimate: ShownEstimate; old?: Quantity<'d'> };
  'file-dose-differs': { inFile: Quantity<'mg/d'>; place?: string; old?: Quantity<'d'> };
  'not-read-from-fhir': Record<string, never>;
  'creatinine-unusual': { creatinine: AnyQuantity };
  'weight-unusual': { weight: Quantity<'kg'> };
  'height-unusual': { height: Quantity<'cm'> };
  'daily-dose-above-ceiling': { dailyDose: Quantity<'mg/d'>; ceiling: Quantity<'mg/d'> };
  'daily-dose-where-avoided': { dailyDose: Quantity<'mg/d'> };
  /** One dose above what may be had in a whole day. */
  'single-dose-above-ceiling': { dose: Quantity<'mg'>; ceiling: Quantity<'mg/d'> };
  'poisoning-first': { words: readonly string[] };
  /** `days` of the taper stay above the ceiling. */
  'from-above-ceiling': { from: Quantity<'mg/d'>; ceiling: Quantity<'mg/d'>; days: Quantity<'d'> };
  'end-above-ceiling': { end: Quantity<'mg/d'>; ceiling: Quantity<'mg/d'> };
  'end-where-avoided': { end: Quantity<'mg/d'> };
  'taper-while-allergic': Record<string, never>;
  /** A finer product, with which no fall is above the limit. */
  'fall-large': {
    fall: Quantity<'mg/d'>;
    day: number;
    limit: Quantity<'mg/d'>;
    finer?: { product: string; fall: Quantity<'mg/d'> };
  };
  /** The old volume, or the old number of tablets, taken of the new product. */
  'old-amount-of-new': {
    amount: Quantity<'mL'> | Quantity<'1'>;
    name: string;
    dose: Quantity<'mg'>;
    multiple: number;
  };
  /** The same where it is not far from the dose. */
  'old-amount-differs': NoticeParams['old-amount-of-new'];
  'ceiling-not-compared': { dailyDose: Quantity<'mg/d'> };
  'dose-above-ceiling': { dose: Quantity<'mg'>; ceiling: Quantity<'mg'>; rule: Rule };
  'taper-short': { days: Quantity<'d'>; shortest: Quantity<'d'> };
  'taper-short-for-long-use': { days: Quantity<'d'>; usedFor: Quantity<'d'>; advised: Quantity<'d'> };
  'relative-dose-at-threshold': {
    threshold: Quantity<'%'>;
    value: Quantity<'%'>;
    maternalWeight: Quantity<'kg'>;
    intake: Quantity<'mL/kg/d'>;
  };
  'infant-dose-at-withdrawal-dose': {
    threshold: Quantity<'mg/kg/d'>;
    infantDose: Quantity<'mg/kg/d'>;
    intake: Quantity<'mL/kg/d'>;
  };
  'milk-level-extrapolated': { level: AnyQuantity; maternalDose: AnyQuantity; scaled: Quantity<'mg/L'> };
  /** How many times the ceiling, and the line that asks about her own dose. */
  'maternal-dose-above-ceiling': {
    maternalDose: Quantity<'mg/d'>;
    ceiling: Quantity<'mg/d'>;
    times: number;
    line: CommandRequest;
  };
  'maternal-dose-where-avoided': { maternalDose: Quantity<'mg/d'>; line: CommandRequest };
  'maternal-dose-above-published': { maternalDose: Quantity<'mg/d'>; published: Quantity<'mg/d'> };
  'milk-level-unlikely': { level: Quantity<'mg/L'>; published: Quantity<'mg/L'> };
  'share-already-in-intake': { age: Quantity<'mo'>; intake: Quantity<'mL/kg/d'> };
  'milk-model-one-woman': { dose: Quantity<'mg'> };
  'newborn-single-case': { course: string };
  'newborn-excipients': { words: string };
  'newborn-rounding-loss': { most: Quantity<'%'>; fromDay: number; concentration: Quantity<'mg/mL'> };
  'newborn-fewer-doses': { days: readonly number[]; mark: Quantity<'mL'> };
  'newborn-not-measurable': { days: readonly number[]; mark: Quantity<'mL'> };
  /** Milk alone reaches a dose that is given; what it comes to with the highest dose of the course. */
  'newborn-milk-at-withdrawal-dose': {
    milk: Quantity<'mg/kg/d'>;
    threshold: Quantity<'mg/kg/d'>;
    most: Quantity<'mg/kg/d'>;
  };
  'newborn-milk-volume': { intake: Quantity<'mL/kg/d'> };
  'infant-exposed-before-birth': Record<string, never>;
  'infant-preterm': { gestationalAge: Quantity<'wk'>; below: Quantity<'wk'> };
  'infant-young': { age: AnyQuantity; below: Quantity<'mo'> };
  'maternal-clearance-reduced': { clearance: Quantity<'mL/min'>; below: Quantity<'mL/min'>; scaled: boolean };
  'other-sedatives': { names: readonly string[] };
  /** Two depressants beside baclofen, or one and a reduced clearance. */
  'two-sedatives': { drugs: readonly string[]; sentence: string; advice: string };
  'another-baclofen': { names: readonly string[]; advice: string };
  'interacting-drugs': InteractingDrugs;
  /** The same of what a warning names already. */
  'drug-noted': InteractingDrugs;
  'condition-noted': { condition: string; sentence: string };
  /** A name that is not known is never free of interactions. */
  'name-not-known': { name: string; of: 'drug' | 'condition'; meant?: string };
  /** Medications and conditions of a record. */
  'record-not-recognised': { names: readonly string[] };
  'no-relative-dose-intrathecal': Record<string, never>;
  'relative-dose-needs-maternal-dose': Record<string, never>;
  'not-used': { fields: readonly string[] };
  'levels-clearance-unknown': { age: Quantity<'a'> };
  'intrathecal-boxed-warning': { text: string };
  'intrathecal-withdrawal': { text: string };
  'intrathecal-overdose': { text: string };
  'intrathecal-little-experience': { dose: Quantity<'ug/d'>; above: Quantity<'ug/d'> };
  'intrathecal-below-lowest': { dose: Quantity<'ug/d'>; lowest: Quantity<'ug/d'> };
  'intrathecal-low-reserve': { reserve: Quantity<'mL'>; alarm: Quantity<'mL'> };
  'intrathecal-other-concentration': { concentration: Quantity<'ug/mL'> };
  /** The day of the reserve is before the day of the question. */
  'intrathecal-reserve-past': { emptyOn: CivilDate; today: CivilDate };
  'intrathecal-refill-ahead': { refilled: CivilDate; today: CivilDate };
  'intrathecal-long-refill': { days: Quantity<'d'>; longest: Quantity<'d'> };
  'intrathecal-step-small': { percent: Quantity<'%'>; from: Quantity<'%'> };
}

export type NoticeCode = keyof NoticeParams;

/** Tells; never changes a dose. */
export type Notice = {
  [Code in NoticeCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly params: NoticeParams[Code];
    readonly citations: readonly Citation[];
  };
}[NoticeCode];

const severities: Readonly<Record<NoticeCode, Severity>> = {
  'start-above-first': 'warning',
  'lowered-to-allowed': 'info',
  'asked-lowered': 'caution',
  'interval-of-hospital': 'caution',
  'fewer-doses-than-rule': 'caution',
  'tablets-make-fewer-doses': 'info',
  'older-without-kidney': 'caution',
  'weight-without-age': 'caution',
  'age-unknown-below-30': 'caution',
  'lowest-toxic-dose': 'warning',
  'child-with-adult-bands': 'caution',
  'shown-estimate-lower': 'caution',
  'weight-old': 'caution',
  'given-above-estimate': 'warning',
  'estimate-could-be-lower': 'caution',
  'creatinine-not-used': 'caution',
  'ideal-weight-not-validated': 'caution',
  'given-clearance-in-spinal-cord-injury': 'caution',
  'daily-dose-within-ceiling': 'info',
  'departs-from-label': 'caution',
  'target-above-label-table': 'info',
  'scaled-for-clearance': 'caution',
  'fixed-for-clearance': 'warning',
  'avoid-in-older-adult': 'warning',
  'older-adult-schedule': 'caution',
  'child-not-established': 'caution',
  'tablets-for-a-light-child': 'caution',
  'product-not-in-market': 'caution',
  'refusal-lifted': 'warning',
  'override-not-needed': 'caution',
  'taper-not-shortened': 'info',
  'taper-where-avoided': 'warning',
  'signs-of-accumulation': 'warning',
  'estimates-in-different-bands': 'caution',
  'correction-for-spinal-cord-injury': 'caution',
  'creatinine-old': 'caution',
  'creatinine-undated': 'caution',
  'kidney-number-old': 'caution',
  'kidney-number-undated': 'caution',
  'kidney-numbers-in-file': 'caution',
  'order-old': 'caution',
  'record-product-differs': 'caution',
  'record-product-from': 'warning',
  'result-not-final': 'caution',
  'order-undated': 'caution',
  'baclofen-named': 'warning',
  'started-while-used': 'warning',
  'record-partial': 'warning',
  'record-remark': 'caution',
  'pump-in-record': 'warning',
  'kidney-not-read': 'warning',
  'kidney-acute': 'warning',
  'kidney-disease-disagrees': 'warning',
  'allergy-not-read': 'warning',
  'file-other-material': 'info',
  'file-part-left-out': 'caution',
  'flag-instead-of-file': 'info',
  'file-kidney-lower': 'warning',
  'file-dose-differs': 'caution',
  'not-read-from-fhir': 'info',
  'creatinine-unusual': 'caution',
  'weight-unusual': 'caution',
  'height-unusual': 'caution',
  'daily-dose-above-ceiling': 'warning',
  'daily-dose-where-avoided': 'warning',
  'single-dose-above-ceiling': 'warning',
  'poisoning-first': 'warning',
  'from-above-ceiling': 'caution',
  'end-above-ceiling': 'warning',
  'end-where-avoided': 'warning',
  'taper-while-allergic': 'warning',
  'fall-large': 'caution',
  'old-amount-of-new': 'warning',
  'old-amount-differs': 'caution',
  'ceiling-not-compared': 'caution',
  'dose-above-ceiling': 'caution',
  'taper-short': 'warning',
  'taper-short-for-long-use': 'caution',
  'relative-dose-at-threshold': 'warning',
  'infant-dose-at-withdrawal-dose': 'warning',
  'milk-level-extrapolated': 'caution',
  'maternal-dose-above-ceiling': 'warning',
  'maternal-dose-where-avoided': 'warning',
  'maternal-dose-above-published': 'caution',
  'milk-level-unlikely': 'warning',
  'share-already-in-intake': 'caution',
  'milk-model-one-woman': 'caution',
  'newborn-single-case': 'warning',
  'newborn-excipients': 'caution',
  'newborn-rounding-loss': 'caution',
  'newborn-fewer-doses': 'caution',
  'newborn-not-measurable': 'warning',
  'newborn-milk-at-withdrawal-dose': 'warning',
  'newborn-milk-volume': 'caution',
  'infant-exposed-before-birth': 'warning',
  'infant-preterm': 'warning',
  'infant-young': 'warning',
  'maternal-clearance-reduced': 'warning',
  'other-sedatives': 'warning',
  'two-sedatives': 'warning',
  'another-baclofen': 'warning',
  'interacting-drugs': 'caution',
  'drug-noted': 'info',
  'condition-noted': 'caution',
  'name-not-known': 'caution',
  'record-not-recognised': 'caution',
  'no-relative-dose-intrathecal': 'info',
  'relative-dose-needs-maternal-dose': 'info',
  'not-used': 'info',
  'levels-clearance-unknown': 'caution',
  'intrathecal-boxed-warning': 'warning',
  'intrathecal-withdrawal': 'warning',
  'intrathecal-overdose': 'warning',
  'intrathecal-little-experience': 'warning',
  'intrathecal-below-lowest': 'info',
  'intrathecal-low-reserve': 'warning',
  'intrathecal-other-concentration': 'warning',
  'intrathecal-reserve-past': 'warning',
  'intrathecal-refill-ahead': 'caution',
  'intrathecal-long-refill': 'caution',
  'intrathecal-step-small': 'info',
};

export function notice<Code extends NoticeCode>(
  code: Code,
  params: NoticeParams[Code],
  citations: readonly Citation[],
): Notice {
  // TypeScript cannot see that code and params of one generic call belong to one member of the union.
  return { code, severity: severities[code], params, citations } as unknown as Notice;
}

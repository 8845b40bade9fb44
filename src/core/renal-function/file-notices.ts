import { type Notice, notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Assumption, Outcome } from '../answer/outcome.js';
import { withRecordInLines } from '../answer/record-lines.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import type { LeftOut, PatientFile, RecordRemark, SpokenOf, TakenPart } from '../patient/file.js';
import { measured, type Patient } from '../patient/patient.js';
import type { RecordParameters } from '../patient/records.js';
import { cite, plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove, isAt, isBelow } from '../values/thresholds.js';
import { assessRenalFunction } from './assess.js';
import { diseaseNotices, diseasesWithoutNumber } from './file-disease.js';
import type { Estimate, RenalFunction, RenalParameters } from './types.js';

/** Parts that say how well the kidney works, and what speaks of it. */
const ofTheKidney: readonly SpokenOf[] = [
  'creatinine',
  'creatinineClearance',
  'egfr',
  'dialysis',
  'transplant',
  'kidneyDisease',
];

const partial: readonly RecordRemark['what'][] = ['next page', 'fewer than its total', 'subsetted', 'server message'];

export interface FileParameters {
  readonly renal: RenalParameters;
  readonly records: Pick<RecordParameters, 'orderCurrentFor' | 'namedKidneyDiseases'>;
}

/** Adds to an outcome what a clinician should know about a file that the patient's data came from, lines to type included. */
export function withPatientFile<
  Request extends AskedDoses & { readonly patient?: Patient; readonly patientFile?: PatientFile },
  Plan,
>(outcome: Outcome<Request, Plan>, parameters: FileParameters): Outcome<Request, Plan> {
  const { patient, patientFile } = outcome.request;
  if (patientFile === undefined) return outcome;
  return {
    ...withRecordInLines(outcome, patientFile),
    assumptions: outcome.assumptions.map((each) => notSaidToBeMissing(each, patientFile)),
    notices: ordered([
      ...displacedKidney(patientFile, patient, parameters.renal),
      ...displacedDose(patientFile, outcome.request),
      ...kidneyDiseases(patientFile, patient, parameters),
      ...fileNotices(patientFile, patient, parameters),
      ...outcome.notices,
    ]),
  };
}

/** "None was given" is not said of what stands in the file and could not be read. */
function notSaidToBeMissing(assumption: Assumption, { leftOut, remarks = [] }: PatientFile): Assumption {
  const speaks = (parts: readonly SpokenOf[]) => leftOut.some(({ part }) => parts.includes(part));
  const whole = !remarks.some(({ what }) => partial.includes(what));
  if (assumption.name === 'clearance' && (speaks(ofTheKidney) || !whole))
    return { ...assumption, name: 'clearance-not-read' };
  if (assumption.name === 'age' && speaks(['age'])) return { ...assumption, name: 'age-not-read' };
  return assumption;
}

function fileNotices(file: PatientFile, patient: Patient | undefined, parameters: FileParameters): Notice[] {
  const { form, taken, leftOut, remarks = [] } = file;
  const overridden = taken.filter(({ use }) => use === 'flag instead').map(({ part }) => part);
  const others = leftOut.filter((each) => each.part !== 'kidneyDisease' || isUnstaged(each, patient));
  const left = others.map((params) => notice(leftOutCode(params, patient), params, []));
  const ofLeft = (code: Notice['code']) => left.filter((each) => each.code === code);
  return [
    ...ofLeft('baclofen-named'),
    ...ofLeft('allergy-not-read'),
    // An order that is not by mouth says it already.
    ...(left.some(({ params }) => 'why' in params && params.why === 'route') ? [] : ofLeft('pump-in-record')),
    ...ofLeft('kidney-not-read'),
    ...remarks.filter(({ what }) => partial.includes(what)).map((params) => notice('record-partial', params, [])),
    ...doseNotices(file, parameters.records),
    ...kidneyNotices(file, parameters.renal),
    ...notFinal(taken),
    ...weightNotices(taken, patient?.age, parameters.renal.weightCurrentFor),
    ...remarks.filter(({ what }) => !partial.includes(what)).map((params) => notice('record-remark', params, [])),
    ...ofLeft('file-part-left-out'),
    ...(overridden.length > 0 ? [notice('flag-instead-of-file', { parts: overridden }, [])] : []),
    ...ofLeft('file-other-material'),
    ...(form === 'fhir' ? [notice('not-read-from-fhir', {}, [])] : []),
  ];
}

/** Without a stage nothing is held against a number; it may be mild, or what the number does not show. */
function isUnstaged({ disease }: LeftOut, patient: Patient | undefined): boolean {
  return disease === undefined && isKidneyKnown(patient) && !patient?.dialysis;
}

/** What a record names of diseases of the kidney, where its numbers say something else, or there is none. */
export function kidneyDiseases(
  { leftOut }: PatientFile,
  patient: Patient = {},
  { renal, records }: FileParameters,
): Notice[] {
  if (patient.dialysis) return [];
  if (!isKidneyKnown(patient)) return diseasesWithoutNumber(leftOut, records);
  const assessed = assessedOf(patient, renal);
  return assessed ? diseaseNotices(leftOut, assessed, renal.bands, records) : [];
}

/** A number of the kidney that a flag stands instead of, in a lower band than the one that decides. */
function displacedKidney({ taken }: PatientFile, patient: Patient = {}, parameters: RenalParameters): Notice[] {
  const { creatinine, creatinineClearance, egfr, ...others } = patient;
  const decided = decidingOf(patient, parameters);
  const place = ({ band }: Estimate) => parameters.bands.findIndex(({ id }) => id === band);
  const [lowest] = taken
    .filter(({ part, use }) => use === 'flag instead' && measured.some((each) => each === part))
    .flatMap(({ part, value, old }) => {
      const estimate = typeof value === 'string' ? undefined : decidingOf({ ...others, [part]: value }, parameters);
      return estimate && decided && place(estimate) < place(decided) ? [{ estimate, ...(old && { old }) }] : [];
    })
    .sort((a, b) => a.estimate.value.value - b.estimate.value.value);
  return lowest ? [notice('file-kidney-lower', lowest, cite(parameters.lowestDecides))] : [];
}

/** The number that decides; none where a creatinine makes no estimate. */
function decidingOf(patient: Patient, parameters: RenalParameters): Estimate | undefined {
  return assessedOf(patient, parameters)?.deciding;
}

function assessedOf(patient: Patient, parameters: RenalParameters): RenalFunction | undefined {
  try {
    return assessRenalFunction(patient, parameters);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Where a request may say what is taken now. */
interface AskedDoses {
  readonly from?: unknown;
  readonly taking?: unknown;
  readonly dose?: unknown;
  readonly doses?: unknown;
  readonly dailyDose?: Quantity<'mg/d'>;
}

/** A present dose in the file that is another than the one that was typed. */
function displacedDose({ taken }: PatientFile, { from, taking, dose, doses, dailyDose }: AskedDoses): Notice[] {
  const inFile = taken.find(({ part, use }) => part === 'currentDose' && use === 'flag instead');
  const total = inFile?.dailyDose;
  if (total === undefined) return [];
  const typed = [from, taking, dose, doses, dailyDose && { dailyDose }].find(isCurrentDose);
  if (typed && isAt(dailyTotal(typed).value, total.value)) return [];
  const { from: place, old } = inFile as TakenPart;
  return [notice('file-dose-differs', { inFile: total, ...(place && { place }), ...(old && { old }) }, [])];
}

function isCurrentDose(value: unknown): value is CurrentDose {
  if (typeof value !== 'object' || value === null) return false;
  return 'dailyDose' in value || 'doses' in value || ('dose' in value && 'timesDaily' in value);
}

/** A weight that may no longer hold. */
function weightNotices(
  taken: readonly TakenPart[],
  age: Patient['age'],
  { below, young, child, until, grown }: RenalParameters['weightCurrentFor'],
): Notice[] {
  const { old, date } = taken.find(({ part, use }) => part === 'weight' && use === 'taken') ?? {};
  const isChild = age !== undefined && isBelow(age.value, until.value);
  const ofChild = isChild && isBelow(age.value, below.value) ? young : child;
  const limit = isChild ? ofChild : grown;
  if (old === undefined || !isAbove(old.value, limit.value)) return [];
  return [notice('weight-old', { old, ...(date !== undefined && { date }), limit: plain(limit) }, cite(limit))];
}

/** A warning where it may be of a dose, an allergy, or a kidney of which nothing else is known. */
function leftOutCode({ part, why }: LeftOut, patient: Patient | undefined) {
  if (part === 'baclofenNamed') return 'baclofen-named';
  if (part === 'allergy') return 'allergy-not-read';
  if (part === 'pump') return 'pump-in-record';
  if (why === 'other material') return 'file-other-material';
  return !isKidneyKnown(patient) && ofTheKidney.includes(part) ? 'kidney-not-read' : 'file-part-left-out';
}

function isKidneyKnown({ creatinine, creatinineClearance, egfr, dialysis }: Patient = {}): boolean {
  return (creatinine ?? creatinineClearance ?? egfr ?? dialysis) !== undefined;
}

function doseNotices({ form, taken }: PatientFile, { orderCurrentFor: limit }: FileParameters['records']): Notice[] {
  const dose = taken.find(({ part, use }) => part === 'currentDose' && use === 'taken');
  if (dose === undefined) return [];
  const { old } = dose;
  return [
    ...(old && old.value > limit.value ? [notice('order-old', { old, limit: plain(limit) }, cite(limit))] : []),
    ...(form === 'fhir' && old === undefined ? [notice('order-undated', {}, cite(limit))] : []),
  ];
}

function kidneyNumbers({ part: taken }: TakenPart, { part: other, status }: TakenPart): Notice {
  return notice('kidney-numbers-in-file', { taken, other, ...(status && { status }) }, []);
}

/** Results that can still change, all in one sentence. */
function notFinal(taken: readonly TakenPart[]): Notice[] {
  const used = taken.filter(({ use, status }) => use === 'taken' && status !== undefined);
  const statuses = [...new Set(used.flatMap(({ status }) => status ?? []))];
  return used.length > 0 ? [notice('result-not-final', { parts: used.map(({ part }) => part), statuses }, [])] : [];
}

function kidneyNotices(
  { form, taken }: PatientFile,
  { creatinineCurrentFor: limit }: Pick<FileParameters['renal'], 'creatinineCurrentFor'>,
): Notice[] {
  const used = taken.filter(({ part, use }) => use === 'taken' && ofTheKidney.includes(part));
  const less = taken.find(({ use }) => use === 'less cautious');
  const [decides] = used;
  return [
    ...used.flatMap(({ part, old }) => {
      if (part === 'dialysis') return [];
      if (old === undefined) {
        if (form !== 'fhir') return [];
        return [
          part === 'creatinine'
            ? notice('creatinine-undated', {}, cite(limit))
            : notice('kidney-number-undated', { part }, cite(limit)),
        ];
      }
      if (old.value <= limit.value) return [];
      const params = { old, limit: plain(limit) };
      return [
        part === 'creatinine'
          ? notice('creatinine-old', params, cite(limit))
          : notice('kidney-number-old', { part, ...params }, cite(limit)),
      ];
    }),
    ...(less && decides ? [kidneyNumbers(decides, less)] : []),
  ];
}

import type { CalculationStep } from '../answer/outcome.js';
import type { Patient, Sex } from '../patient/patient.js';
import { cite } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { creatinineMassConcentration, type Quantity } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import { clearances } from './clearance.js';
import { bedsideSchwartz, bodySurfaceArea, type Creatinine, ckdEpi2021, deindex } from './equations.js';
import type { Draft, RenalParameters } from './types.js';

/**
 * Every number on renal function that the patient's data allow. Of given numbers all decide together; without any, the
 * clearance by the adopted weight and the eGFR of this body size do; the rest is shown beside them.
 * @throws InputError where a creatinine stands alone without age, or for an adult without sex.
 */
export function draftEstimates(patient: Patient, parameters: RenalParameters): Draft[] {
  const drafts = given(patient, parameters);
  const alone = drafts.length === 0;
  const { creatinine } = patient;
  const child = isChild(patient, parameters);
  if (creatinine === undefined || (!alone && !child && !canBeEstimated(patient))) return drafts;
  const estimates = child ? schwartz(patient, creatinine, parameters) : estimated(patient, creatinine, parameters);
  return [...drafts, ...estimates.map((draft) => ({ ...draft, decides: draft.decides && decidesHere(draft, alone) }))];
}

/** Of a child every number counts; of an adult an estimate does only where none was given. */
function decidesHere({ method }: Draft, alone: boolean): boolean {
  return alone || method === 'schwartz';
}

/** Whether a creatinine beside given numbers is of use, for an adult. */
function canBeEstimated({ age, sex }: Patient): boolean {
  return age !== undefined && sex !== undefined;
}

export function isChild({ age }: Patient, { adultAge }: Pick<RenalParameters, 'adultAge'>): boolean {
  return age !== undefined && isBelow(age.value, adultAge.value);
}

function given(patient: Patient, parameters: RenalParameters): Draft[] {
  const { creatinineClearance, egfr } = patient;
  const plainly = { decides: true, citations: [], working: [] };
  return [
    ...(creatinineClearance ? [{ method: 'given-clearance' as const, value: creatinineClearance, ...plainly }] : []),
    ...(egfr ? [{ method: 'given-egfr' as const, value: egfr, ...plainly }] : []),
    // A child's number is compared with what is normal for children, which is indexed, as that of Schwartz is.
    ...(egfr && !isChild(patient, parameters) ? deindexed(egfr, patient, parameters) : []),
  ];
}

function estimated(patient: Patient, creatinine: Creatinine, parameters: RenalParameters): Draft[] {
  const { age, sex } = patient;
  if (age === undefined)
    throw new InputError('age', 'nothing', 'the age in years, which an estimate from creatinine needs');
  if (sex === undefined)
    throw new InputError('sex', 'nothing', 'female or male, which an estimate from creatinine needs');
  const egfr = ckdEpi2021(age, creatinine, sex);
  const ofThisSize = deindexed(egfr, patient, parameters);
  return [
    ...clearances(patient, age, sex, creatinine, parameters),
    indexed(egfr, age, sex, creatinine, ofThisSize.length === 0, parameters),
    ...ofThisSize,
  ];
}

function indexed(
  egfr: Quantity<'mL/min/{1.73_m2}'>,
  age: Quantity<'a'>,
  sex: Sex,
  creatinine: Creatinine,
  decides: boolean,
  { equations }: RenalParameters,
): Draft {
  const citations = cite(equations.ckdEpi2021);
  const female = sex === 'female';
  const working: CalculationStep = {
    label: 'eGFR by CKD-EPI 2021',
    formula: '142 x min(creatinine/k, 1)^a x max(creatinine/k, 1)^-1.2 x 0.9938^age (x 1.012 for a woman)',
    inputs: {
      age,
      creatinine: creatinineMassConcentration(creatinine),
      sex,
      k: female ? '0.7' : '0.9',
      a: female ? '-0.241' : '-0.302',
    },
    result: egfr,
    citations,
  };
  return { method: 'ckd-epi-2021', value: egfr, decides, citations, working: [working] };
}

function deindexed(
  egfr: Quantity<'mL/min/{1.73_m2}'>,
  { height, weight }: Patient,
  parameters: RenalParameters,
): Draft[] {
  if (height === undefined || weight === undefined) return [];
  const area = bodySurfaceArea(height, weight);
  const value = deindex(egfr, area);
  const citations = cite(parameters.equations.deindex, parameters.equations.bodySurfaceArea);
  const working: CalculationStep = {
    label: 'eGFR of this body size',
    formula: 'eGFR x square root of (height x weight / 3600) / 1.73',
    inputs: { eGFR: egfr, height, weight, 'body surface area': area },
    result: value,
    citations,
  };
  return [{ method: 'ckd-epi-2021-deindexed', value, decides: true, citations, working: [working] }];
}

/** A child: the height tells how much muscle there is. Without it there is no estimate. */
function schwartz({ height }: Patient, creatinine: Creatinine, { equations }: RenalParameters): Draft[] {
  if (height === undefined) return [];
  const value = bedsideSchwartz(height, creatinine);
  const citations = cite(equations.schwartz);
  const working: CalculationStep = {
    label: 'eGFR of a child by the bedside Schwartz equation',
    formula: '0.413 x height / creatinine',
    inputs: { height, creatinine: creatinineMassConcentration(creatinine) },
    result: value,
    citations,
  };
  return [{ method: 'schwartz', value, decides: true, citations, working: [working] }];
}

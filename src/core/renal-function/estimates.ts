import type { CalculationStep } from '../answer/outcome.js';
import type { Patient, Sex } from '../patient/patient.js';
import { cite } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { creatinineMassConcentration, type Quantity, quantity } from '../values/quantity.js';
import {
  adjustedWeight,
  bodyMassIndex,
  bodySurfaceArea,
  type Creatinine,
  ckdEpi2021,
  cockcroftGault,
  deindex,
  idealWeight,
} from './equations.js';
import type { Draft, Estimate, RenalParameters } from './types.js';

/**
 * What the clinician gave, and else every estimate from creatinine that the patient's data allow.
 * @throws InputError where a creatinine comes without age or sex.
 */
export function draftEstimates(patient: Patient, parameters: RenalParameters): Draft[] {
  const drafts = given(patient, parameters);
  return patient.creatinine !== undefined && drafts.length === 0
    ? estimated(patient, patient.creatinine, parameters)
    : drafts;
}

function given(patient: Patient, parameters: RenalParameters): Draft[] {
  const drafts: Draft[] = [];
  if (patient.creatinineClearance) {
    drafts.push({ method: 'given-clearance', value: patient.creatinineClearance, citations: [], working: [] });
  }
  if (patient.egfr) {
    drafts.push(
      { method: 'given-egfr', value: patient.egfr, citations: [], working: [] },
      ...deindexed(patient.egfr, patient, parameters),
    );
  }
  return drafts;
}

function estimated(patient: Patient, creatinine: Creatinine, parameters: RenalParameters): Draft[] {
  const { age, sex } = patient;
  if (age === undefined)
    throw new InputError('age', 'nothing', 'the age in years, which an estimate from creatinine needs');
  if (sex === undefined)
    throw new InputError('sex', 'nothing', 'female or male, which an estimate from creatinine needs');
  const egfr = ckdEpi2021(age, creatinine, sex);
  const inputs = { age, creatinine: creatinineMassConcentration(creatinine), sex };
  const citations = cite(parameters.equations.ckdEpi2021);
  return [
    ...weights(patient, sex, parameters).flatMap((weight) =>
      clearances(patient, age, sex, creatinine, weight, parameters),
    ),
    {
      method: 'ckd-epi-2021',
      value: egfr,
      citations,
      working: [
        {
          label: 'eGFR by CKD-EPI 2021',
          formula: '142 x min(creatinine/k, 1)^a x max(creatinine/k, 1)^-1.2 x 0.9938^age (x 1.012 for a woman)',
          inputs: { ...inputs, k: sex === 'female' ? '0.7' : '0.9', a: sex === 'female' ? '-0.241' : '-0.302' },
          result: egfr,
          citations,
        },
      ],
    },
    ...deindexed(egfr, patient, parameters),
  ];
}

type Weight = NonNullable<Estimate['weight']> & { readonly working: readonly CalculationStep[] };

/** Every weight that Cockcroft-Gault can be given: actual, ideal beside it, adjusted from a body mass index of 30. */
function weights({ weight, height }: Patient, sex: Sex, parameters: RenalParameters): Weight[] {
  if (weight === undefined) return [];
  const actual: Weight = { kind: 'actual', value: weight, working: [] };
  if (height === undefined) return [actual];
  const ideal = idealWeight(height, sex);
  if (ideal === undefined) return [actual];
  const index = bodyMassIndex(height, weight);
  const citations = cite(parameters.equations.adjustedWeight, parameters.adjustedWeightFrom);
  const adjusted = adjustedWeight(ideal, weight);
  const formula = `${sex === 'female' ? '45.5' : '50'} kg + 2.3 kg x (height in inches - 60)`;
  return [
    actual,
    {
      kind: 'ideal',
      value: ideal,
      working: [
        {
          label: 'Ideal body weight (Devine)',
          formula,
          inputs: { height },
          result: ideal,
          citations: cite(parameters.equations.idealWeight),
        },
      ],
    },
    ...(index.value < parameters.adjustedWeightFrom.value
      ? []
      : [
          {
            kind: 'adjusted' as const,
            value: adjusted,
            working: [
              {
                label: 'Adjusted body weight',
                formula: 'ideal + 0.4 x (actual - ideal)',
                inputs: { ideal, actual: weight, 'body mass index': index },
                result: adjusted,
                citations,
              },
            ],
          },
        ]),
  ];
}

/** Cockcroft-Gault with one weight, and once more corrected where a spinal cord injury is stated. */
function clearances(
  patient: Patient,
  age: Quantity<'a'>,
  sex: Sex,
  creatinine: Creatinine,
  { working: ofWeight, ...weight }: Weight,
  parameters: RenalParameters,
): Draft[] {
  const value = cockcroftGault(age, weight.value, creatinine, sex);
  const citations = cite(parameters.equations.cockcroftGault);
  const step: CalculationStep = {
    label: `Creatinine clearance by Cockcroft-Gault, ${weight.kind} weight`,
    formula: `(140 - age) x weight / (72 x creatinine)${sex === 'female' ? ' x 0.85' : ''}`,
    inputs: { age, weight: weight.value, creatinine: creatinineMassConcentration(creatinine) },
    result: value,
    citations,
  };
  const drafts: Draft[] = [{ method: 'cockcroft-gault', weight, value, citations, working: [...ofWeight, step] }];
  const injury = patient.spinalCordInjury;
  if (injury !== undefined) {
    const factor = parameters.spinalCordInjury[injury];
    const corrected = quantity(value.value * factor.value, 'mL/min');
    drafts.push({
      method: 'cockcroft-gault',
      weight,
      correctedFor: injury,
      value: corrected,
      citations: cite(factor),
      working: [
        {
          label: `Corrected for spinal cord injury, ${weight.kind} weight`,
          formula: 'clearance x factor',
          inputs: { clearance: value, factor: String(factor.value) },
          result: corrected,
          citations: cite(factor),
        },
      ],
    });
  }
  return drafts;
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
  return [{ method: 'ckd-epi-2021-deindexed', value, citations, working: [working] }];
}

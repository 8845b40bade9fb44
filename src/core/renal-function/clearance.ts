import type { CalculationStep } from '../answer/outcome.js';
import type { Patient, Sex, SpinalCordInjury } from '../patient/patient.js';
import { cite } from '../values/citation.js';
import { creatinineMassConcentration, type Quantity, quantity } from '../values/quantity.js';
import { isBelow } from '../values/thresholds.js';
import { adoptedKind } from './deciding.js';
import { adjustedWeight, bodyMassIndex, type Creatinine, cockcroftGault, idealWeight } from './equations.js';
import type { Draft, Estimate, RenalParameters } from './types.js';

type Weight = NonNullable<Estimate['weight']> & { readonly working: readonly CalculationStep[] };

/** Cockcroft-Gault with every weight that it is used with: the adopted one decides, the others are shown. */
export function clearances(
  patient: Patient,
  age: Quantity<'a'>,
  sex: Sex,
  creatinine: Creatinine,
  parameters: RenalParameters,
): Draft[] {
  if (patient.weight === undefined) return [];
  const weights = weightsOf(patient.weight, patient.height, sex, parameters);
  const ideal = weights.find(({ kind }) => kind === 'ideal');
  const { weight: actual, height } = patient;
  const adopted = ideal && height ? adoptedKind(actual.value, height.value, ideal.value.value, parameters) : 'actual';
  return weights.flatMap((weight) => {
    const plainly = withWeight(age, sex, creatinine, weight, parameters);
    const decides = weight.kind === adopted;
    const corrected = patient.spinalCordInjury && correctedFor(plainly, patient.spinalCordInjury, parameters);
    return corrected
      ? [
          { ...plainly, decides: false },
          { ...corrected, decides },
        ]
      : [{ ...plainly, decides }];
  });
}

function weightsOf(
  actual: Quantity<'kg'>,
  height: Quantity<'cm'> | undefined,
  sex: Sex,
  { equations, adjustedWeightFrom }: RenalParameters,
): Weight[] {
  const asGiven: Weight = { kind: 'actual', value: actual, working: [] };
  if (height === undefined) return [asGiven];
  const ideal = idealWeight(height, sex);
  // The equation goes below zero with heights that no adult has; these are refused before any dose.
  if (ideal.value <= 0) return [asGiven];
  const index = bodyMassIndex(height, actual);
  const adjusted = adjustedWeight(ideal, actual);
  const byIdeal: CalculationStep = {
    label: 'Ideal body weight (Devine)',
    formula: `${sex === 'female' ? '45.5' : '50'} kg + 2.3 kg x (height in inches - 60)`,
    inputs: { height },
    result: ideal,
    citations: cite(equations.idealWeight),
  };
  const byAdjusted: CalculationStep = {
    label: 'Adjusted body weight',
    formula: 'ideal + 0.4 x (actual - ideal)',
    inputs: { ideal, actual, 'body mass index': index },
    result: adjusted,
    citations: cite(equations.adjustedWeight, adjustedWeightFrom),
  };
  return [
    asGiven,
    { kind: 'ideal', value: ideal, working: [byIdeal] },
    ...(isBelow(index.value, adjustedWeightFrom.value)
      ? []
      : [{ kind: 'adjusted' as const, value: adjusted, working: [byAdjusted] }]),
  ];
}

function withWeight(
  age: Quantity<'a'>,
  sex: Sex,
  creatinine: Creatinine,
  { working: ofWeight, ...weight }: Weight,
  { equations }: RenalParameters,
): Omit<Draft, 'decides'> & { readonly value: Quantity<'mL/min'> } {
  const value = cockcroftGault(age, weight.value, creatinine, sex);
  const citations = cite(equations.cockcroftGault);
  const step: CalculationStep = {
    label: `Creatinine clearance by Cockcroft-Gault, ${weight.kind} weight`,
    formula: `(140 - age) x weight / (72 x creatinine)${sex === 'female' ? ' x 0.85' : ''}`,
    inputs: { age, weight: weight.value, creatinine: creatinineMassConcentration(creatinine) },
    result: value,
    citations,
  };
  return { method: 'cockcroft-gault', weight, value, citations, working: [...ofWeight, step] };
}

/** The same once more where a spinal cord injury is stated: muscle is lost, and creatinine flatters the kidney. */
function correctedFor(
  { weight, value }: ReturnType<typeof withWeight>,
  injury: SpinalCordInjury,
  { spinalCordInjury }: RenalParameters,
): Omit<Draft, 'decides'> {
  const factor = spinalCordInjury[injury];
  const corrected = quantity(value.value * factor.value, 'mL/min');
  const citations = cite(factor);
  const step: CalculationStep = {
    label: `Corrected for spinal cord injury, ${weight?.kind} weight`,
    formula: 'clearance x factor',
    inputs: { clearance: value, factor: String(factor.value) },
    result: corrected,
    citations,
  };
  return {
    method: 'cockcroft-gault',
    ...(weight && { weight }),
    correctedFor: injury,
    value: corrected,
    citations,
    working: [step],
  };
}

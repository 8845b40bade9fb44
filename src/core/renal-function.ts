import { bandOf, type FixedDose, type RenalBand } from './band.js';
import {
  type Citation,
  type Cited,
  type CitedText,
  cite,
  type Provenance,
  type Statement,
  statement,
} from './citation.js';
import {
  adjustedWeight,
  bodyMassIndex,
  bodySurfaceArea,
  type Creatinine,
  ckdEpi2021,
  cockcroftGault,
  deindex,
  idealWeight,
} from './clearance.js';
import { InputError } from './input-error.js';
import { type Notice, notice } from './notice.js';
import type { Patient, Sex, SpinalCordInjury } from './patient.js';
import type { Assumption, CalculationStep } from './plan.js';
import { creatinineMassConcentration, type Fraction, type Quantity, quantity } from './quantity.js';

/** A range outside which a value is strange but possible. */
export interface UsualRange<U extends 'kg' | 'cm' | 'mg/dL'> {
  readonly from: Cited<U>;
  readonly to: Cited<U>;
}

/** What the renal rules take from data/renal.json. */
export interface RenalParameters {
  readonly bands: readonly RenalBand[];
  readonly adultAge: Cited<'a'>;
  readonly equations: Readonly<
    Record<
      'cockcroftGault' | 'ckdEpi2021' | 'bodySurfaceArea' | 'idealWeight' | 'adjustedWeight' | 'deindex',
      Provenance
    >
  >;
  readonly adjustedWeightFrom: Cited<'kg/m2'>;
  readonly lowestDecides: Provenance;
  /** A creatinine older than this may no longer hold. */
  readonly creatinineCurrentFor: Cited<'d'>;
  readonly spinalCordInjury: Readonly<Record<SpinalCordInjury, Cited<'1'>>> & { readonly advice: CitedText };
  readonly usual: {
    readonly creatinine: UsualRange<'mg/dL'>;
    readonly weight: UsualRange<'kg'>;
    readonly height: UsualRange<'cm'>;
  };
  readonly older: { readonly age: Cited<'a'>; readonly avoidBelow: Cited<'mL/min/{1.73_m2}'> };
  readonly accumulation: CitedText;
  /** What a source says from (included, zero where left out) to below a clearance. */
  readonly statements: readonly (RenalText & {
    readonly from?: Quantity<'mL/min'>;
    readonly below: Quantity<'mL/min'>;
  })[];
  readonly dialysisStatements: readonly RenalText[];
  /** What is planned on dialysis where a specialist lifted the refusal. */
  readonly dialysis: FixedDose;
}

/** What a source would have one do, where it says so in numbers. */
export type Advice =
  | { readonly kind: 'avoid' }
  | ({ readonly kind: 'keep' } & Fraction)
  | ({ readonly kind: 'start' } & Quantity<'mg/d'>);

export type RenalText = CitedText & { readonly gives?: Advice };

export type RenalStatement = Statement & { readonly gives?: Advice };

export type EstimateMethod =
  | 'given-clearance'
  | 'given-egfr'
  | 'cockcroft-gault'
  | 'ckd-epi-2021'
  | 'ckd-epi-2021-deindexed';

/** One way to put a number on renal function, and the band that it falls into. */
export interface Estimate {
  readonly method: EstimateMethod;
  readonly weight?: { readonly kind: 'actual' | 'ideal' | 'adjusted'; readonly value: Quantity<'kg'> };
  readonly correctedFor?: SpinalCordInjury;
  readonly value: Quantity<'mL/min'> | Quantity<'mL/min/{1.73_m2}'>;
  readonly band: string;
  readonly citations: readonly Citation[];
}

export interface RenalFunction {
  readonly estimates: readonly Estimate[];
  /** The estimate that decides: the lowest. Absent where nothing is known. */
  readonly deciding?: Estimate;
  readonly band?: RenalBand;
  readonly assumptions: readonly Assumption[];
  readonly notices: readonly Notice[];
  readonly working: readonly CalculationStep[];
}

type Draft = Omit<Estimate, 'band'> & { readonly working: readonly CalculationStep[] };

/**
 * Puts every number on renal function that the patient's data allow, and bands on the lowest, unrounded.
 * A clearance or eGFR that the clinician gives stands instead of estimates from creatinine.
 * @throws InputError where a creatinine comes without age or sex.
 */
export function assessRenalFunction(patient: Patient, parameters: RenalParameters): RenalFunction {
  const drafts = given(patient, parameters);
  if (patient.creatinine !== undefined && drafts.length === 0) {
    drafts.push(...estimated(patient, patient.creatinine, parameters));
  }
  const estimates = drafts.map(({ working: _, ...draft }) => ({
    ...draft,
    band: bandOf(draft.value.value, parameters.bands).id,
  }));
  const sorted = [...estimates].sort((a, b) => a.value.value - b.value.value);
  const [deciding, highest] = [sorted.at(0), sorted.at(-1)];
  return {
    estimates,
    ...(deciding && { deciding, band: bandOf(deciding.value.value, parameters.bands) }),
    assumptions: assumptions(patient, estimates),
    notices: [
      ...olderAdultNotices(patient, estimates, parameters),
      ...(deciding && highest && deciding.band !== highest.band
        ? [
            notice(
              'estimates-in-different-bands',
              { lowest: deciding.band, highest: highest.band },
              cite(parameters.lowestDecides),
            ),
          ]
        : []),
      ...injuryNotices(estimates, parameters),
      ...unusualNotices(patient, parameters),
    ],
    working: [...drafts.flatMap(({ working }) => working), ...bandWorking(estimates, deciding, parameters)],
  };
}

/** What other sources say at this clearance or on dialysis; always shown, never mixed into the dose. */
export function renalStatements(
  { deciding }: RenalFunction,
  patient: Patient | undefined,
  { statements, dialysisStatements }: RenalParameters,
): RenalStatement[] {
  const clearance = deciding?.value.value ?? Number.POSITIVE_INFINITY;
  return [
    ...(patient?.dialysis ? dialysisStatements : []),
    ...statements.filter(({ from, below }) => clearance >= (from?.value ?? 0) && clearance < below.value),
  ].map((each) => ({ ...statement(each), ...(each.gives && { gives: each.gives }) }));
}

function bandWorking(
  estimates: readonly Estimate[],
  deciding: Estimate | undefined,
  { bands, lowestDecides }: RenalParameters,
): CalculationStep[] {
  if (deciding === undefined) return [];
  const { from, below, edges } = bandOf(deciding.value.value, bands);
  return [
    {
      label: 'Band of clearance',
      formula: 'the band that holds the lowest estimate, not rounded; the lower edge belongs to a band',
      inputs: { lowest: deciding.value, estimates: String(estimates.length) },
      result: below ? `${from.value === 0 ? '' : `${from.value} to `}below ${below.value} mL/min` : `${from.value} mL/min and over`,
      citations: cite(...(estimates.length > 1 ? [lowestDecides] : []), edges),
    },
  ];
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
  const ideal = height && idealWeight(height, sex);
  if (height === undefined || ideal === undefined) return [actual];
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

function assumptions(patient: Patient, estimates: readonly Estimate[]): Assumption[] {
  const byWeight = estimates.some(({ weight }) => weight !== undefined);
  return byWeight && patient.height === undefined && patient.weight
    ? [{ name: 'weight-for-clearance', value: patient.weight, citations: [] }]
    : [];
}

function olderAdultNotices(
  { age, dialysis }: Patient,
  estimates: readonly Estimate[],
  { older }: RenalParameters,
): Notice[] {
  const low = dialysis || estimates.some(({ value }) => value.value < older.avoidBelow.value);
  return age && age.value >= older.age.value && low
    ? [notice('avoid-in-older-adult', { age: older.age, below: older.avoidBelow }, cite(older.avoidBelow))]
    : [];
}

function injuryNotices(estimates: readonly Estimate[], { spinalCordInjury }: RenalParameters): Notice[] {
  const injury = estimates.find(({ correctedFor }) => correctedFor)?.correctedFor;
  if (injury === undefined) return [];
  const factor = spinalCordInjury[injury];
  return [notice('correction-for-spinal-cord-injury', { factor: factor.value }, cite(factor, spinalCordInjury.advice))];
}

function unusualNotices({ creatinine, weight, height }: Patient, { usual }: RenalParameters): Notice[] {
  const outside = <U extends 'kg' | 'cm' | 'mg/dL'>(value: Quantity<U>, { from, to }: UsualRange<U>) =>
    value.value < from.value || value.value > to.value;
  const notices: Notice[] = [];
  if (creatinine && outside(creatinineMassConcentration(creatinine), usual.creatinine)) {
    notices.push(notice('creatinine-unusual', { creatinine }, cite(usual.creatinine.from)));
  }
  if (weight && outside(weight, usual.weight))
    notices.push(notice('weight-unusual', { weight }, cite(usual.weight.from)));
  if (height && outside(height, usual.height))
    notices.push(notice('height-unusual', { height }, cite(usual.height.from)));
  return notices;
}

import { type Citation, type Cited, type CitedText, cite, plain, type Statement, statement } from './citation.js';
import { type Notice, notice } from './notice.js';
import type { Assumption, CalculationStep, Outcome } from './plan.js';
import { type Fraction, milkMassConcentration, type Quantity, quantity, tidy } from './quantity.js';

/** What infant exposure takes from data/lactation.json. */
export interface LactationParameters {
  readonly intake: Cited<'mL/kg/d'>;
  readonly cautiousIntake: Cited<'mL/kg/d'>;
  readonly molarMass: Cited<'g/mol'>;
  /** The milk level of the one woman followed at steady state, and her dose. */
  readonly publishedCase: { readonly level: Cited<'mg/L'>; readonly maternalDose: Cited<'mg/d'> };
  readonly maternalWeights: readonly Cited<'kg'>[];
  readonly relativeDoseThreshold: Cited<'%'>;
  /** Doses that infants and children are given, lowest first. */
  readonly comparisons: readonly { readonly id: string; readonly name: string; readonly dose: Cited<'mg/kg/d'> }[];
  /** The comparison whose dose is flagged when milk alone reaches it. */
  readonly withdrawalDose: Cited<'mg/kg/d'>;
  readonly equations: CitedText;
  readonly positions: readonly CitedText[];
  readonly monitoring: readonly CitedText[];
  readonly neverStop: CitedText;
}

export type MilkLevel = Quantity<'mg/L'> | Quantity<'ug/L'> | Quantity<'umol/L'>;

export interface InfantExposureRequest {
  /** Without it the level is scaled from the published case by the maternal dose. */
  readonly milk?: MilkLevel;
  readonly maternalDose?: Quantity<'mg/d'>;
  readonly maternalWeight?: Quantity<'kg'>;
  readonly infantWeight?: Quantity<'kg'>;
  readonly intake?: Quantity<'mL/kg/d'>;
  /** The part of the infant's diet that is breast milk, 0 to 1. */
  readonly share?: Fraction;
}

/** What the infant takes at one intake of milk. */
export interface Exposure {
  readonly intake: Quantity<'mL/kg/d'>;
  readonly kind: 'asked' | 'standard' | 'cautious';
  readonly infantDose: Quantity<'mg/kg/d'>;
  readonly dailyDose?: Quantity<'mg/d'>;
  readonly relativeInfantDose: readonly RelativeInfantDose[];
  readonly citations: readonly Citation[];
}

export interface RelativeInfantDose {
  readonly maternalWeight: Quantity<'kg'>;
  readonly value: Quantity<'%'>;
}

/** The infant dose as a share of a dose that infants or children are given. */
export interface Comparison {
  readonly id: string;
  readonly name: string;
  readonly dose: Quantity<'mg/kg/d'>;
  readonly share: Quantity<'%'>;
  readonly citations: readonly Citation[];
}

export interface InfantExposurePlan {
  readonly milk: Quantity<'mg/L'>;
  readonly share: Quantity<'1'>;
  /** At the asked or the standard intake. */
  readonly infantDose: Quantity<'mg/kg/d'>;
  readonly relativeInfantDose: readonly RelativeInfantDose[];
  readonly exposures: readonly Exposure[];
  readonly comparisons: readonly Comparison[];
  readonly threshold: { readonly value: Quantity<'%'>; readonly citations: readonly Citation[] };
  readonly disagreements: readonly Statement[];
  readonly monitoring: readonly Statement[];
  readonly neverStop: Statement;
}

/**
 * What an infant takes in through breast milk: dose (mg/kg/d), daily dose (mg/d) and relative infant dose (%).
 * Infant dose = milk level (mg/L) x intake (L/kg/d) x share of the diet;
 * relative infant dose = 100 x infant dose / (maternal mg/d / maternal kg).
 */
export function estimateInfantExposure(
  request: InfantExposureRequest & ({ readonly milk: MilkLevel } | { readonly maternalDose: Quantity<'mg/d'> }),
  parameters: LactationParameters,
): Outcome<InfantExposureRequest, InfantExposurePlan> {
  const milk = milkOf(request, parameters);
  const exposures = intakes(request, parameters).map((intake) => exposureAt(intake, milk, request, parameters));
  const [first] = exposures as [Exposure, ...Exposure[]];
  return {
    request,
    assumptions: assumptions(request, milk, parameters),
    notices: notices(request, milk, exposures, parameters),
    working: working(request, milk, first, parameters),
    outcome: 'plan',
    plan: {
      milk,
      share: quantity(shareOf(request), '1'),
      infantDose: first.infantDose,
      relativeInfantDose: first.relativeInfantDose,
      exposures,
      comparisons: parameters.comparisons.map(({ id, name, dose }) => ({
        id,
        name,
        dose: plain(dose),
        share: quantity(tidy((100 * first.infantDose.value) / dose.value), '%'),
        citations: cite(dose),
      })),
      threshold: { value: plain(parameters.relativeDoseThreshold), citations: cite(parameters.relativeDoseThreshold) },
      disagreements: parameters.positions.map(statement),
      monitoring: parameters.monitoring.map(statement),
      neverStop: statement(parameters.neverStop),
    },
  };
}

function shareOf({ share }: InfantExposureRequest): number {
  return share === undefined ? 1 : share.numerator / share.denominator;
}

function milkOf(
  { milk, maternalDose }: InfantExposureRequest,
  { molarMass, publishedCase }: LactationParameters,
): Quantity<'mg/L'> {
  if (milk) return milkMassConcentration(milk, molarMass);
  const ratio = (maternalDose?.value ?? 0) / publishedCase.maternalDose.value;
  return quantity(tidy(publishedCase.level.value * ratio), 'mg/L');
}

type Intake = Pick<Exposure, 'intake' | 'kind' | 'citations'>;

/** The asked intake first, then the standard and the cautious one beside it. */
function intakes(
  { intake }: InfantExposureRequest,
  { intake: standard, cautiousIntake }: LactationParameters,
): Intake[] {
  return [
    ...(intake ? [{ intake, kind: 'asked' as const, citations: [] }] : []),
    { intake: plain(standard), kind: 'standard', citations: cite(standard) },
    { intake: plain(cautiousIntake), kind: 'cautious', citations: cite(cautiousIntake) },
  ];
}

function exposureAt(
  intake: Intake,
  milk: Quantity<'mg/L'>,
  request: InfantExposureRequest,
  { maternalWeights }: LactationParameters,
): Exposure {
  const { maternalDose, maternalWeight, infantWeight } = request;
  const infantDose = quantity(tidy((milk.value * intake.intake.value * shareOf(request)) / 1000), 'mg/kg/d');
  const weights = maternalWeight ? [maternalWeight] : maternalWeights.map(plain);
  return {
    ...intake,
    infantDose,
    ...(infantWeight && { dailyDose: quantity(tidy(infantDose.value * infantWeight.value), 'mg/d') }),
    relativeInfantDose: maternalDose
      ? weights.map((weight) => ({
          maternalWeight: weight,
          value: quantity(tidy((100 * infantDose.value * weight.value) / maternalDose.value), '%'),
        }))
      : [],
  };
}

function assumptions(
  request: InfantExposureRequest,
  milk: Quantity<'mg/L'>,
  parameters: LactationParameters,
): Assumption[] {
  const { publishedCase, intake, maternalWeights } = parameters;
  const all: (Assumption | false | undefined)[] = [
    !request.milk && { name: 'milk-level', value: milk, citations: cite(publishedCase.level) },
    !request.intake && { name: 'milk-intake', value: plain(intake), citations: cite(intake) },
    !request.share && { name: 'share', value: quantity(1, '1'), citations: [] },
    request.maternalDose &&
      !request.maternalWeight && {
        name: 'maternal-weight',
        value: maternalWeights.map(({ value }) => `${value} kg`).join(' and '),
        citations: cite(...maternalWeights),
      },
  ];
  return all.filter((each) => each !== false && each !== undefined);
}

function notices(
  request: InfantExposureRequest,
  milk: Quantity<'mg/L'>,
  exposures: readonly Exposure[],
  { relativeDoseThreshold, withdrawalDose, publishedCase }: LactationParameters,
): Notice[] {
  const relative = exposures.flatMap(({ relativeInfantDose }) => relativeInfantDose.map(({ value }) => value.value));
  const highest = Math.max(...exposures.map(({ infantDose }) => infantDose.value));
  return [
    ...(relative.some((value) => value >= relativeDoseThreshold.value)
      ? [notice('relative-dose-at-threshold', { threshold: plain(relativeDoseThreshold) }, cite(relativeDoseThreshold))]
      : []),
    ...(highest >= withdrawalDose.value
      ? [notice('infant-dose-at-withdrawal-dose', { threshold: plain(withdrawalDose) }, cite(withdrawalDose))]
      : []),
    ...(!request.milk && request.maternalDose
      ? [
          notice(
            'milk-level-extrapolated',
            { level: plain(publishedCase.level), maternalDose: plain(publishedCase.maternalDose), scaled: milk },
            cite(publishedCase.level),
          ),
        ]
      : []),
    ...(request.maternalDose ? [] : [notice('relative-dose-needs-maternal-dose', {}, [])]),
  ];
}

function working(
  request: InfantExposureRequest,
  milk: Quantity<'mg/L'>,
  { intake, infantDose, dailyDose, relativeInfantDose }: Exposure,
  { equations, publishedCase }: LactationParameters,
): CalculationStep[] {
  const { maternalDose, infantWeight, share } = request;
  const citations = cite(equations);
  const steps: CalculationStep[] = [];
  if (!request.milk && maternalDose) {
    steps.push({
      label: 'Milk level',
      formula: 'published level x maternal dose / published maternal dose',
      inputs: {
        'published level': plain(publishedCase.level),
        'maternal dose': maternalDose,
        'published maternal dose': plain(publishedCase.maternalDose),
      },
      result: milk,
      citations: cite(publishedCase.level),
    });
  } else if (request.milk && request.milk.unit !== 'mg/L') {
    steps.push({
      label: 'Milk level',
      formula: 'converted to mg/L',
      inputs: { given: request.milk },
      result: milk,
      citations: [],
    });
  }
  steps.push({
    label: 'Infant dose',
    formula: 'milk level x intake x share of the diet / 1000',
    inputs: { 'milk level': milk, intake, share: share ? `${share.numerator}/${share.denominator}` : '1' },
    result: infantDose,
    citations,
  });
  if (dailyDose && infantWeight) {
    steps.push({
      label: 'Daily dose of the infant',
      formula: 'infant dose x infant weight',
      inputs: { 'infant dose': infantDose, 'infant weight': infantWeight },
      result: dailyDose,
      citations,
    });
  }
  for (const { maternalWeight, value } of relativeInfantDose) {
    steps.push({
      label: 'Relative infant dose',
      formula: '100 x infant dose / (maternal dose / maternal weight)',
      inputs: { 'infant dose': infantDose, 'maternal dose': maternalDose ?? '', 'maternal weight': maternalWeight },
      result: value,
      citations,
    });
  }
  return steps;
}

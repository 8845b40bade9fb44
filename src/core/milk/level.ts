import { type Citation, type Cited, type CitedText, cite, plain } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { milkMassConcentration, type Quantity, quantity, tidy } from '../values/quantity.js';

/** The woman followed at steady state by mouth, and the range of her levels. */
export interface OralCase {
  readonly level: Cited<'mg/L'>;
  readonly lowest: Cited<'mg/L'>;
  readonly highest: Cited<'mg/L'>;
  readonly maternalDose: Cited<'mg/d'>;
}

/** The woman with a pump, and her one sample. */
export interface IntrathecalCase {
  readonly level: Cited<'ug/L'>;
  readonly maternalDose: Cited<'ug/d'>;
  readonly noRelativeDose: CitedText;
}

export interface MilkLevelParameters {
  readonly molarMass: Cited<'g/mol'>;
  readonly publishedCase: OralCase;
  readonly intrathecalCase: IntrathecalCase;
}

export type MilkLevel = Quantity<'mg/L'> | Quantity<'ug/L'> | Quantity<'umol/L'>;

/** A level at its highest after a dose and one just before the next. */
export interface MeasuredPair {
  readonly peak: MilkLevel;
  readonly trough: MilkLevel;
}

/** The dose of the mother in the unit of its route: mg per day by mouth, mcg per day into the spinal fluid. */
export type MaternalDose =
  | { readonly route?: 'oral'; readonly maternalDose?: Quantity<'mg/d'> }
  | { readonly route: 'intrathecal'; readonly maternalDose?: Quantity<'ug/d'> };

export type MilkLevelRequest = MaternalDose & {
  /** Without it the level is scaled from the published case of the route by the maternal dose. */
  readonly milk?: MilkLevel;
  readonly pair?: MeasuredPair;
};

/** The level that the exposure is computed from, and the levels between which it may lie. */
export interface MilkLevelEstimate {
  readonly level: Quantity<'mg/L'>;
  readonly origin: 'measured' | 'mean-of-pair' | 'scaled';
  readonly range: readonly RangeLevel[];
  readonly citations: readonly Citation[];
}

export interface RangeLevel {
  readonly kind: 'lowest-published' | 'highest-published' | 'trough' | 'peak' | 'used';
  readonly level: Quantity<'mg/L'>;
  /** The dose that a published level stands for; that of the published case, unless it was scaled. */
  readonly maternalDose?: Quantity<'mg/d'>;
  readonly scaled?: boolean;
  readonly citations: readonly Citation[];
}

/**
 * The milk level (mg/L): measured, the mean of a measured peak and trough, or scaled in proportion to the dose from
 * the published case of the route.
 * @throws InputError where there is no level and no dose, or two levels that cannot both be meant.
 */
export function estimateMilkLevel(request: MilkLevelRequest, parameters: MilkLevelParameters): MilkLevelEstimate {
  const { milk, pair } = request;
  if (milk && pair) throw new InputError('milk', 'a level beside `peak` and `trough`', 'the place of the two');
  if (pair) return meanOfPair(pair, parameters);
  if (milk) return measured(milkMassConcentration(milk, parameters.molarMass), request, parameters);
  if (request.maternalDose === undefined) {
    throw new InputError(
      'milk',
      'nothing',
      'a milk level in mg/L such as 0.32; or give `maternalDose` to scale the published one',
    );
  }
  return request.route === 'intrathecal'
    ? scaledIntrathecal(request.maternalDose, parameters.intrathecalCase)
    : scaledOral(request.maternalDose, parameters.publishedCase);
}

function meanOfPair({ peak, trough }: MeasuredPair, { molarMass }: MilkLevelParameters): MilkLevelEstimate {
  const [high, low] = [peak, trough].map((level) => milkMassConcentration(level, molarMass)) as [
    Quantity<'mg/L'>,
    Quantity<'mg/L'>,
  ];
  if (low.value > high.value) {
    throw new InputError('trough', `${low.value} mg/L above the peak of ${high.value} mg/L`, 'the lower of the two');
  }
  const level = quantity(tidy((high.value + low.value) / 2), 'mg/L');
  return {
    level,
    origin: 'mean-of-pair',
    range: [
      { kind: 'trough', level: low, citations: [] },
      { kind: 'used', level, citations: [] },
      { kind: 'peak', level: high, citations: [] },
    ],
    citations: [],
  };
}

function measured(
  level: Quantity<'mg/L'>,
  request: MilkLevelRequest,
  { publishedCase }: MilkLevelParameters,
): MilkLevelEstimate {
  const range = request.route === 'intrathecal' ? [] : publishedRange(level, request.maternalDose, publishedCase);
  return { level, origin: 'measured', range, citations: [] };
}

function scaledOral(maternalDose: Quantity<'mg/d'>, published: OralCase): MilkLevelEstimate {
  const level = scale(published.level, maternalDose, published.maternalDose);
  return {
    level,
    origin: 'scaled',
    range: publishedRange(level, maternalDose, published),
    citations: cite(published.level),
  };
}

/** What the published case of the route gives for this dose (mg/L), or for its own dose where none is known. */
export function publishedLevel(
  request: MaternalDose,
  { publishedCase, intrathecalCase }: Pick<MilkLevelParameters, 'publishedCase' | 'intrathecalCase'>,
): Quantity<'mg/L'> {
  return request.route === 'intrathecal'
    ? scaledIntrathecal(request.maternalDose ?? intrathecalCase.maternalDose, intrathecalCase).level
    : scale(publishedCase.level, request.maternalDose ?? publishedCase.maternalDose, publishedCase.maternalDose);
}

/** One sample has no range. */
function scaledIntrathecal(maternalDose: Quantity<'ug/d'>, published: IntrathecalCase): MilkLevelEstimate {
  const inMicrograms = published.level.value * (maternalDose.value / published.maternalDose.value);
  return {
    level: quantity(tidy(inMicrograms / 1000), 'mg/L'),
    origin: 'scaled',
    range: [],
    citations: cite(published.level),
  };
}

function publishedRange(
  used: Quantity<'mg/L'>,
  maternalDose: Quantity<'mg/d'> | undefined,
  published: OralCase,
): RangeLevel[] {
  const dose = maternalDose ?? plain(published.maternalDose);
  const at = (level: Cited<'mg/L'>, kind: RangeLevel['kind']): RangeLevel => ({
    kind,
    level: scale(level, dose, published.maternalDose),
    maternalDose: dose,
    scaled: dose.value !== published.maternalDose.value,
    citations: cite(level),
  });
  const range: RangeLevel[] = [
    at(published.lowest, 'lowest-published'),
    { kind: 'used', level: used, citations: [] },
    at(published.highest, 'highest-published'),
  ];
  return range.sort((a, b) => a.level.value - b.level.value);
}

function scale(level: Quantity<'mg/L'>, dose: Quantity<'mg/d'>, publishedDose: Quantity<'mg/d'>): Quantity<'mg/L'> {
  return quantity(tidy(level.value * (dose.value / publishedDose.value)), 'mg/L');
}

import { type Refusal, refusal } from '../answer/refusal.js';
import { type Division, type DoseLevel, levelAtMost } from '../doses/level.js';
import { type Product, smallestDose } from '../doses/product.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAbove, isAt, isAtMost, isBelow } from '../values/thresholds.js';
import { isToStay } from './applicable-rules.js';
import type { ApplicableRules, Asked, Regimen } from './types.js';

/**
 * Every level from the first to the ceiling: the level before and the adopted step, rounded down to what can be made, so
 * that no made step is larger than the adopted one. A level that would not rise before the end of the plan is refused.
 */
export function levelsOf(
  regimen: Regimen,
  applicable: ApplicableRules,
  asked: Asked,
  products: readonly Product[],
  all: readonly Product[],
): readonly DoseLevel[] | Refusal {
  const levels: DoseLevel[] = [];
  const ceiling = regimen.ceiling.value.value;
  let exact = Math.min(regimen.first.value.value, ceiling);
  for (;;) {
    const last = levels.at(-1)?.dailyDose.value ?? 0;
    const level = levelAt(exact, levels.length, regimen, applicable, asked, products);
    if (level === undefined || isAtMost(level.dailyDose.value, last))
      return stuck(levels, exact, regimen, applicable, asked, products, all);
    levels.push(level);
    if (isAt(exact, ceiling)) return levels;
    exact = Math.min(nextExact(level.dailyDose.value, regimen, applicable, asked), ceiling);
  }
}

/** The level (mg/d) that the rules name after a made one, before rounding. */
function nextExact(made: number, { step, ceiling }: Regimen, applicable: ApplicableRules, asked: Asked): number {
  const after = tidy(made + step.value.value);
  if (isLabelledLastStep(made, applicable, asked)) return ceiling.value.value;
  const named = fixedLevels(applicable)?.find((level) => isAbove(level, made));
  return named === undefined ? after : Math.min(after, named);
}

/** The levels (mg/d) that a band fixes for a body that is not dosed by its weight. */
function fixedLevels({ band, byWeight }: ApplicableRules): number[] | undefined {
  if (band?.action.kind !== 'fixed' || byWeight) return undefined;
  const { dose, timesDaily } = band.action;
  return timesDaily.map((times) => tidy(dose.value * times));
}

/** The one step of a label that is larger than the others: in the whole dose of an adult who is not light. */
function isLabelledLastStep(made: number, applicable: ApplicableRules, { timesDaily, increment }: Asked): boolean {
  const { rules, band, older, byWeight, adolescent, lowWeight } = applicable;
  const reduced = band !== undefined && band.action.kind !== 'usual';
  const whole = !(reduced || older || byWeight || adolescent || lowWeight);
  return whole && timesDaily === undefined && increment === undefined && rules.lastStep !== undefined
    ? isAt(made, rules.lastStep.value)
    : false;
}

/** What can be made at or below a daily dose (mg/d) at a place on the way up, counted from 0. */
export function levelAt(
  dailyDose: number,
  index: number,
  regimen: Regimen,
  applicable: ApplicableRules,
  asked: Asked,
  products: readonly Product[],
): DoseLevel | undefined {
  const division: Division = {
    timesDaily: timesAt(dailyDose, index, regimen, applicable, products),
    fixed: asked.timesDaily !== undefined,
    largestDose: regimen.largestDose.value,
  };
  return levelAtMost(quantity(dailyDose, 'mg/d'), division, products);
}

/** A fixed dose is taken as often as it fits, and what was lifted once; an older adult's liquid once, twice, then as often as the others. */
function timesAt(
  dailyDose: number,
  index: number,
  { timesDaily }: Regimen,
  applicable: ApplicableRules,
  products: readonly Product[],
): number {
  const { band, older, byWeight } = applicable;
  if (byWeight && !isToStay(applicable)) return timesDaily;
  if (band?.action.kind === 'fixed') {
    const { dose, timesDaily: times } = band.action;
    return times.find((each) => isAtMost(dailyDose, tidy(dose.value * each))) ?? times.at(-1) ?? 1;
  }
  const liquid = products.some(({ kind }) => kind === 'liquid');
  return older && liquid ? Math.min(index + 1, timesDaily) : timesDaily;
}

/** Nothing more can be made: the top of the ladder where the plan has ended or the ceiling makes no more, else a refusal. */
function stuck(
  levels: readonly DoseLevel[],
  exact: number,
  regimen: Regimen,
  applicable: ApplicableRules,
  asked: Asked,
  products: readonly Product[],
  all: readonly Product[],
): readonly DoseLevel[] | Refusal {
  const last = levels.at(-1);
  if (last === undefined) return tooSmall(quantity(exact, 'mg/d'), regimen, products, all);
  const { step, ceiling, target } = regimen;
  const end = levelAt((asked.target ?? target.value).value, levels.length, regimen, applicable, asked, products);
  const ended = isAt(exact, ceiling.value.value) || isAtMost(end?.dailyDose.value ?? 0, last.dailyDose.value);
  if (ended) return levels;
  const makes = finerThan(smallestDose(products), step.value.value, all);
  return refusal(
    'step-cannot-be-made',
    { level: last.dailyDose, step: step.value, products: products.map(({ id }) => id), makes },
    step.citations,
  );
}

function tooSmall(
  scaled: Quantity<'mg/d'>,
  { first }: Regimen,
  products: readonly Product[],
  all: readonly Product[],
): Refusal {
  const smallest = smallestDose(products);
  return refusal(
    'start-too-small',
    { scaled, smallest, makes: finerThan(smallest, scaled.value, all) },
    first.citations,
  );
}

/** Products whose smallest dose is below that of these and fits into an amount (mg). */
function finerThan(smallest: Quantity<'mg'>, amount: number, all: readonly Product[]): string[] {
  return all
    .filter((product) => {
      const least = smallestDose([product]).value;
      return isBelow(least, smallest.value) && isAtMost(least, amount);
    })
    .map(({ id }) => id);
}

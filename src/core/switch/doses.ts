import type { CommandRequest } from '../answer/command-request.js';
import type { Piece } from '../answer/piece.js';
import { type Refusal, refusal } from '../answer/refusal.js';
import type { CurrentDose, TimedDose } from '../doses/current-dose.js';
import { dispense } from '../doses/dispense.js';
import { makeDose, nearestDoses, type Product, productCitations, productsThatMake } from '../doses/product.js';
import { type Administration, timesOfDay } from '../doses/schedule.js';
import { InputError } from '../values/input-error.js';
import { type Quantity, quantity, tidy } from '../values/quantity.js';
import { isAt } from '../values/thresholds.js';
import type { Bottles } from './bottles.js';
import type { Side, SwitchContext, SwitchRequest, SwitchSide } from './types.js';

/**
 * What is taken in a day (mg), as it was said or measured from the old bottle.
 * @throws InputError where it is not said, or said twice.
 */
export function takenOf({ dose, volume, timesDaily }: SwitchRequest, old: Product): CurrentDose {
  if (volume) {
    if (dose) throw new InputError('volume', `${volume.value} mL beside \`dose\``, 'the place of `dose`');
    if (old.kind !== 'liquid') {
      throw new InputError(
        'volume',
        `${volume.value} mL of a ${old.name}`,
        'a liquid in `from`; for tablets give `dose`',
      );
    }
    if (timesDaily === undefined)
      throw new InputError('timesDaily', 'nothing', 'the doses per day, 1 to 4, beside `volume`');
    const each = quantity(tidy(volume.value * old.concentration.value), 'mg');
    return { dose: each, timesDaily };
  }
  if (dose === undefined)
    throw new InputError('dose', 'nothing', 'each dose and how often, such as 7mgx3, or `volume`');
  if (timesDaily !== undefined) {
    throw new InputError(
      'timesDaily',
      `"${timesDaily}" beside \`dose\``,
      'its place beside `volume`: write 7mgx3 in `dose`',
    );
  }
  return dose;
}

/** Each dose of a day. @throws InputError of a total, which does not tell them. */
export function dosesIn(dose: CurrentDose): readonly TimedDose[] {
  if ('dailyDose' in dose) {
    const each = `${dose.dailyDose.value} mg per day`;
    throw new InputError('dose', each, 'each dose and how often, such as 7mgx3: in all does not say what to measure');
  }
  if ('doses' in dose) return dose.doses;
  return (timesOfDay[dose.timesDaily] ?? []).map((time) => ({ time, dose: dose.dose }));
}

/** The largest of the doses of a day, mg. */
export function largestOf(doses: readonly TimedDose[]): Quantity<'mg'> {
  return quantity(Math.max(...doses.map(({ dose }) => dose.value)), 'mg');
}

/** What makes the doses from one bottle, or the refusal of one that it does not make. */
export function madeFrom(
  which: 'old' | 'new',
  doses: readonly TimedDose[],
  { [which]: bottle, ...others }: Bottles,
  request: SwitchRequest,
  context: SwitchContext,
): SwitchSide | Refusal {
  const made: Administration[] = [];
  for (const { time, dose } of doses) {
    const make = makeDose(dose, [bottle.product]);
    if (make === undefined) return notMade(which, dose, { [which]: bottle, ...others } as Bottles, request, context);
    made.push({ time, dose, make });
  }
  const largest = largestOf(doses);
  return {
    ...bottle.side,
    make: made.find(({ dose }) => dose.value === largest.value)?.make ?? [],
    doses: made,
    perDay: perDay(made),
  };
}

/** All pieces of a day, without rounding up to whole tablets. */
function perDay(doses: readonly Administration[]): Piece[] {
  const pieces = doses.flatMap(({ make }) => make);
  const counted = pieces.reduce((sum, piece) => sum + ('count' in piece ? piece.count : 0), 0);
  const [first] = pieces;
  if (first && 'count' in first) return [{ product: first.product, count: counted }];
  return dispense([{ fromDay: 1, toDay: 1, doses, dailyDose: quantity(0, 'mg/d') }], 1);
}

/** The two nearest doses and by how much they differ, and the products that make the dose as it is. */
function notMade(
  which: 'old' | 'new',
  dose: Quantity<'mg'>,
  bottles: Bottles,
  request: SwitchRequest,
  context: SwitchContext,
): Refusal {
  const { product } = bottles[which];
  const nearest = nearestDoses(dose, [product]).flatMap((each) => {
    const [piece] = makeDose(each, [product]) ?? [];
    if (piece === undefined) return [];
    const amount = 'volume' in piece ? piece.volume : quantity(piece.count, '1');
    return [{ dose: each, amount, change: quantity(tidy(((each.value - dose.value) / dose.value) * 100), '%') }];
  });
  const makes = productsThatMake(dose, context.products.products).map((piece) => piece.product);
  const others = makes.filter((id) => id !== bottles.old.product.id && id !== product.id);
  const params = { which, dose, name: product.name, nearest, makes: others };
  return refusal('switch-cannot-be-made', params, productCitations([product]), lines(which, others, request));
}

/** The same dose from another product, where the new one does not make it; parts in the order of the flags. */
function lines(which: 'old' | 'new', makes: readonly string[], request: SwitchRequest): CommandRequest[] {
  const { dose, volume, timesDaily, supply, from, label, startDate, patient, drugs, conditions, rules } = request;
  // What was said again of the bottle that is left out is said of none.
  const again = label?.filter(({ value }) => from && 'strength' in from && isAt(value, from.strength.value));
  if (which === 'old') return [];
  return makes.map((product) => ({
    command: 'switch',
    request: {
      dose,
      volume,
      timesDaily,
      supply,
      from,
      to: { product } satisfies Side,
      ...(again && again.length > 0 && { label: again }),
      startDate,
      patient,
      drugs,
      conditions,
      rules,
    },
  }));
}

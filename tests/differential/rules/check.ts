import { type Fraction, f, least, under } from './fraction.js';
import { type Country, checking, child, labelOf, neverAbove, older } from './numbers.js';
import { childKidney, isUnder, type Kidney, kindOf, type Person, refusalsOf } from './patient.js';
import { dispensed, find, isLiquid, piecesOf, unitOf } from './products.js';
import { isOlder, ladderOf, Maker, type Parts, partsOf, sum, usualProducts } from './titration.js';

export interface Order {
  readonly person: Person;
  readonly country: Country;
  readonly products?: readonly string[];
  /** mg of each dose, and how often. */
  readonly each: number;
  readonly times: number;
  /** mg per day before; 0 is nothing. */
  readonly taking?: number;
  readonly on?: number;
  readonly quantity?: number;
  readonly supply?: number;
}

/** "stop day-above-ceiling", in the order of the alphabet, each once. */
export function findingsOf(order: Order): string[] {
  const { person, country, each, times, taking } = order;
  const day = f(each).times(times);
  const products = order.products ?? usualProducts(person, country);
  const found = new Set<string>();
  if (order.products !== undefined && !makes(f(each), order.products)) found.add('stop cannot-be-made');
  const young = isUnder(person.age, child.adult);
  if (refusalsOf(person).some((code) => code === 'age-needed' || code === 'child-creatinine')) found.add('ask child');
  const hopeless = young ? ofChild(order, day, found) : false;
  const label = labelOf(country);
  const planned = !hopeless && (person.weight !== undefined || kindOf(person, country) !== 'child');
  const avoided = !young && (person.dialysis || partsOf(person, country).kidney.band?.kind === 'avoid');
  if (avoided) found.add('stop avoid');
  if (!young && !avoided) olderAndKidney(order, day, found);
  const parts = planned && !avoided ? partsOf(person, country) : undefined;
  const ceiling = parts?.ceiling;
  const above = ceiling !== undefined && day.above(ceiling);
  const lower = ceiling !== undefined && taking !== undefined && f(taking).above(ceiling) && day.below(taking);
  if (above && !young) found.add(lower ? 'ask day-above-ceiling' : 'stop day-above-ceiling');
  if (!above && !young && !avoided && day.above(neverAbove)) found.add('stop day-above-ceiling');
  if (f(each).above(checking.largestEver)) found.add('stop dose-above-largest');
  else if (f(each).above(above ? label.largest : (parts?.largest ?? label.largest)))
    found.add('ask dose-above-largest');
  if (parts !== undefined) {
    if (taking === 0) startOf(day, parts, products, found, order);
    if (taking !== undefined && taking > 0 && !above) rise(day, parts, products, found, order);
  }
  fall(day, taking ?? 0, found);
  quantityOf(order, found);
  return [...found].sort();
}

const makes = (dose: Fraction, products: readonly string[]): boolean => {
  if (isLiquid(products))
    return products.some((id) => dose.over(find(id).strength).down(0.1).times(find(id).strength).same(dose));
  if (!dose.down(unitOf(products)).same(dose)) return false;
  try {
    piecesOf(dose, products);
    return true;
  } catch {
    return false;
  }
};

function ofChild({ person, products, taking }: Order, day: Fraction, found: Set<string>): boolean {
  const { weight, age } = person;
  const reduced = childKidney(person) === 'reduced';
  if (reduced) found.add('stop child');
  if (weight === undefined) {
    if (isUnder(age, child.below)) found.add('stop child');
    else if (!reduced) found.add('ask child');
  } else if (products !== undefined && !isLiquid(products) && under(f(weight), child.tabletFrom))
    found.add('ask child');
  if (!reduced) {
    const most = least(
      f(weight ?? 1000).times(child.ceilingPerKilogram),
      f(isUnder(age, child.oldFrom) ? child.youngCeiling : child.oldCeiling),
    );
    if (day.above(most))
      found.add(taking !== undefined && f(taking).above(most) && day.below(taking) ? 'ask child' : 'stop child');
  }
  return reduced || weight === undefined;
}

function olderAndKidney({ person, taking }: Order, day: Fraction, found: Set<string>): void {
  if (!isOlder(person)) return;
  const { number } = partsOf(person, 'us').kidney;
  if (!person.dialysis && (number === undefined || !under(number, older.avoidBelow))) return;
  if (person.dialysis) return;
  found.add(taking === 0 && !day.below(checking.olderStop) ? 'stop older-and-kidney' : 'ask older-and-kidney');
}

/** As if no weight were given: what the country's label gives. */
function unweighed({ person: { age }, country }: Order, { number }: Kidney): Parts {
  return partsOf({ ...(age !== undefined && { age }), ...(number && { crcl: number.number() }) }, country);
}

type Level = 'stop' | 'ask' | undefined;

/** What only the weight forbids, and the label gives without a question, is at most an ask from 18 years. */
function atMost(order: Order, parts: Parts, labelled: (parts: Parts) => Level): Level {
  const level = labelled(parts);
  const { age } = order.person;
  if (level !== 'stop' || age === undefined || isUnder(age, child.adult)) return level;
  return labelled(unweighed(order, parts.kidney)) === undefined ? 'ask' : 'stop';
}

function startOf(day: Fraction, parts: Parts, products: readonly string[], found: Set<string>, order: Order): void {
  const levelOf = ({ first }: Parts): Level =>
    !day.above(first) ? undefined : day.above(first.times(checking.startTimes)) ? 'stop' : 'ask';
  const level = atMost(order, parts, levelOf);
  if (level !== undefined) found.add(`${level} start-above`);
  const first = sum(new Maker(parts, products).down(parts.first, 1));
  if (day.above(0) && day.times(2).below(first)) found.add('ask start-below');
}

function fall(day: Fraction, taking: number, found: Set<string>): void {
  const by = f(taking).minus(day);
  if (by.above(checking.fall) && by.times(4).above(taking)) found.add(day.same(0) ? 'stop jump' : 'ask jump');
}

function rise(day: Fraction, parts: Parts, products: readonly string[], found: Set<string>, order: Order): void {
  const { taking = 0, on } = order;
  const levelOf = (of: Parts): Level => {
    if (!day.above(taking)) return undefined;
    const ladder = ladderOf(new Maker(of, products), of.ceiling);
    if (!('plan' in ladder)) return undefined;
    const [next, second] = ladder.plan.map(sum).filter((rung) => rung.above(taking));
    const more = day.minus(taking).above(of.step);
    if (second !== undefined && !day.below(second) && more) return 'stop';
    if (on !== undefined && on * 2 < of.interval) return 'stop';
    return (next !== undefined && day.above(next) && more) || (on !== undefined && on < of.interval)
      ? 'ask'
      : undefined;
  };
  const level = atMost(order, parts, levelOf);
  if (level !== undefined) found.add(`${level} jump`);
}

function quantityOf({ each, times, quantity, supply, products }: Order, found: Set<string>): void {
  if (quantity === undefined || supply === undefined || products === undefined || found.has('stop cannot-be-made'))
    return;
  const doses = Array.from({ length: times }, () => f(each));
  const needed = Object.values(dispensed([{ doses, days: supply }], products)).reduce((a, b) => a + b, 0);
  if (Math.abs(needed - quantity) > 1e-9) found.add('ask quantity-disagrees');
}

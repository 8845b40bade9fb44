import type { Notice, NoticeCode } from '../../core/answer/notice.js';
import type { Assumption, AssumptionName } from '../../core/answer/outcome.js';
import { valueWords } from '../dose.js';

/** Where the assumption would change what is done, if it were wrong: what was assumed, in a few words, and how. */
interface IfWrong {
  readonly effect: 'lower the dose' | 'raise the concern' | 'raise the level';
  readonly assumed: string;
  /** The flags that say otherwise. */
  readonly set: string;
  /** The notice that says the same in more words. */
  readonly saidBy?: NoticeCode;
}

interface Words {
  readonly name: string;
  readonly reason: string;
  readonly flag: string;
  readonly ifWrong?: IfWrong;
}

/** What each assumption is called, why it was made, and the flag that sets it. */
export const assumptionWords: Readonly<Record<AssumptionName, Words>> = {
  'times-daily': { name: 'Doses per day', reason: 'the usual division', flag: '--times' },
  'times-daily-now': {
    name: 'Doses per day',
    reason: 'the usual division; four where a dose would pass the ceiling',
    flag: '--times, or --from 20x3',
  },
  'days-to-ceiling': { name: 'Days to the ceiling', reason: 'none were given; the shortest labelled', flag: '--days' },
  'supply-at-end': {
    name: 'Quantity to dispense covers',
    reason: 'nothing is taken on the way down; so many days of the dose that goes on',
    flag: '--supply',
  },
  increment: { name: 'Increase of each dose', reason: 'as labelled', flag: '--increment' },
  target: { name: 'Target', reason: 'where the usual schedule ends for this patient', flag: '--target' },
  products: { name: 'Product', reason: 'the usual one for this patient', flag: '--product' },
  supply: { name: 'Quantity to dispense covers', reason: 'to the end of the last interval', flag: '--supply' },
  'supply-at-switch': { name: 'Quantity to dispense covers', reason: 'a month', flag: '--supply' },
  age: {
    name: 'Age',
    reason: 'none was given; age changes the plan',
    flag: '--age',
    ifWrong: { effect: 'lower the dose', assumed: 'age below 65', set: '--age', saidBy: 'age-unknown-below-30' },
  },
  'age-not-read': {
    name: 'Age',
    reason: 'the birth date in the file could not be used; age changes the plan',
    flag: '--age',
    ifWrong: { effect: 'lower the dose', assumed: 'age below 65', set: '--age' },
  },
  rules: { name: 'Rules', reason: 'whose label is followed', flag: '--rules' },
  weight: {
    name: 'Weight',
    reason: 'none was given; a lower weight lowers the dose',
    flag: '--weight',
    ifWrong: { effect: 'lower the dose', assumed: '50 kg or more', set: '--weight' },
  },
  on: { name: 'Days on the present dose', reason: 'none were given; the interval counts as over', flag: '--on' },
  clearance: {
    name: 'Clearance',
    reason: 'none was given; reduced clearance changes the plan',
    flag: '--crcl',
    ifWrong: {
      effect: 'lower the dose',
      assumed: 'clearance not reduced',
      set: '--crcl, or --creatinine with --sex',
      saidBy: 'older-without-kidney',
    },
  },
  'clearance-not-read': {
    name: 'Clearance',
    reason: 'the file gave no number of the kidney and may hold one; reduced clearance changes the plan',
    flag: '--crcl',
    ifWrong: { effect: 'lower the dose', assumed: 'clearance not reduced', set: '--crcl, or --creatinine with --sex' },
  },
  'weight-for-clearance': {
    name: 'Weight for Cockcroft-Gault',
    reason: 'the actual weight, as no height was given',
    flag: '--height',
  },
  'milk-level': { name: 'Milk level', reason: 'scaled from the published case', flag: '--milk' },
  'milk-intake': { name: 'Milk intake', reason: 'the standard for an exclusively breastfed infant', flag: '--intake' },
  share: { name: 'Share of the diet that is breast milk', reason: 'all of it', flag: '--share' },
  'maternal-weight': {
    name: 'Weight of the mother',
    reason: 'both values that sources use',
    flag: '--maternal-weight',
  },
  route: { name: 'Route', reason: 'none was given; an intrathecal dose is counted in mcg', flag: '--route' },
  'gestational-age': {
    name: 'Born at',
    reason: 'no gestational age was given; a preterm infant is at higher risk',
    flag: '--gestational-age',
    ifWrong: { effect: 'raise the concern', assumed: 'term', set: '--gestational-age' },
  },
  'infant-age': {
    name: 'Age of the infant',
    reason: 'none was given; a younger infant is at higher risk',
    flag: '--infant-age',
    ifWrong: { effect: 'raise the concern', assumed: 'over 2 months', set: '--infant-age' },
  },
  'exposed-before-birth': {
    name: 'Exposed before birth',
    reason: 'not said; exposure before birth adds to milk',
    flag: '--exposed-before-birth',
    ifWrong: { effect: 'raise the concern', assumed: 'not exposed before birth', set: '--exposed-before-birth' },
  },
  'maternal-clearance': {
    name: 'Clearance of the mother',
    reason: 'none was given; reduced clearance raises the milk level',
    flag: '--maternal-crcl',
    ifWrong: { effect: 'raise the concern', assumed: "mother's clearance not reduced", set: '--maternal-crcl' },
  },
  'day-one': { name: 'Day 1', reason: 'the reports do not say which day they count from', flag: '--birth-date' },
  concentration: {
    name: 'Concentration',
    reason: 'the weakest product; check the bottle',
    flag: '--concentration',
  },
  'doses-a-day': {
    name: 'Doses per day',
    reason: 'the record does not say; after the other infant in it',
    flag: '--regimen b, the other course',
  },
  rounding: {
    name: 'Rounding of each dose',
    reason: 'never above what was published',
    flag: '--concentration (the weakest has the finest steps)',
  },
  'milk-level-published': {
    name: 'Milk level',
    reason: 'the published case',
    flag: '--milk',
  },
  'newborn-milk-intake': {
    name: 'Milk intake',
    reason: 'the standard; far too high in the first days',
    flag: '--intake',
  },
  'level-clearance': {
    name: 'Clearance',
    reason: 'none was given; a lower one raises the level',
    flag: '--crcl',
    ifWrong: { effect: 'raise the level', assumed: 'clearance not reduced', set: '--crcl' },
  },
  'level-model': { name: 'Model', reason: 'the only one with a measured renal clearance', flag: '--set' },
  'even-intervals': { name: 'Between doses', reason: 'the day divided evenly, the night too', flag: '--dose' },
  'pump-reserve': { name: 'Reserve', reason: 'withdrawal was seen above the usual alarm', flag: '--reserve' },
  sedatives: {
    name: 'Other sedating drugs',
    reason: 'none were given',
    flag: '--with',
    ifWrong: { effect: 'raise the concern', assumed: 'no other sedatives', set: '--with' },
  },
};

interface AssumedLine {
  readonly words: string;
  readonly short: string;
}

/** So many assumptions have their flags beside them; of more the flags stand at the end. */
const fewAssumed = 3;

/** What they would do, where an answer has no row to spare. */
const elseWords: Readonly<Record<IfWrong['effect'], string>> = {
  'lower the dose': 'a lower dose',
  'raise the concern': 'more concern',
  'raise the level': 'a higher level',
};

/**
 * A line for each thing that wrong assumptions would do, with what was assumed and no notice says, and the same in
 * fewer words; nothing where none would.
 */
export function assumedBriefly(assumptions: readonly Assumption[], notices: readonly Notice[]): AssumedLine[] {
  const risky = assumptions
    .flatMap(({ name }) => assumptionWords[name].ifWrong ?? [])
    .filter(({ saidBy }) => !notices.some(({ code }) => code === saidBy));
  return [...new Set(risky.map(({ effect }) => effect))].map((effect) => {
    const all = risky.filter((each) => each.effect === effect);
    const each = all.length === 1 ? 'and it' : 'and each';
    const said =
      all.length > fewAssumed
        ? `${all.map(({ assumed }) => assumed).join(', ')}. Else: ${all.map(({ set }) => set).join(' ')}`
        : all.map(({ assumed, set }) => `${assumed} (${set})`).join('; ');
    const words = `ASSUMED, ${each} would ${effect} if wrong: ${said}.`;
    return { words, short: all.length > fewAssumed ? words : `ASSUMED, else ${elseWords[effect]}: ${said}.` };
  });
}

export function assumptionValue({ value }: Assumption): string {
  return typeof value === 'string' ? value : valueWords(value);
}

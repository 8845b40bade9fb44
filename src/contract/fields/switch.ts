import { longestSupply } from '../../core/doses/supply.js';
import type { Fields } from './field.js';

const strength = { in: { 'mg/mL': { above: 0, to: 100 } }, example: '10mg/mL' } as const;

/** The strength of a liquid, as `from`, `to` and the labels of bottles have it. */
export const strengthFields = {
  strength: {
    what: 'a strength',
    says: 'a strength said again, or in the place of `to`',
    ...strength,
  },
  label: {
    what: 'a strength',
    says: 'the strength as the label of the bottle has it, in mg and mL',
    ...strength,
  },
} as const satisfies Fields;

/** What else a switch is asked by. */
export const switchFields = {
  volume: {
    what: 'one dose',
    says: 'each dose as it is measured from the old bottle, in mL; needs `from` and `timesDaily`',
    in: { mL: { above: 0, to: 500 } },
    bare: 'mL',
    example: '7mL',
  },
  timesDaily: {
    what: 'a number of doses a day',
    says: 'doses per day, 1 to 4; beside `volume`',
    count: { from: 1, to: 4 },
  },
  supply: {
    what: 'how long the quantity lasts',
    says: 'days that the quantity to dispense covers',
    in: { d: { from: 1, to: longestSupply } },
    bare: 'd',
    example: '28',
    whole: true,
  },
} as const satisfies Fields;

import { titrationFields } from './dose.js';
import type { Fields } from './field.js';

/** What an order says beside its dose. */
export const checkFields = {
  volume: {
    what: 'the volume of each dose',
    says: 'mL of each dose; with `strength` and `timesDaily`',
    in: { mL: { above: 0, to: 1000 } },
    example: '7mL',
  },
  strength: {
    what: 'the strength of a liquid',
    says: 'strength of the liquid, in mg/mL',
    in: { 'mg/mL': { above: 0, to: 1000 } },
    example: '10mg/mL',
  },
  timesDaily: titrationFields.timesDaily,
  days: {
    what: 'how long the taper lasts',
    says: 'days of a taper to none; with `from`',
    in: { d: { from: 1, to: 1826 } },
    bare: 'd',
    example: '14',
    whole: true,
  },
  on: { ...titrationFields.on, says: 'days already on what is taken; with `taking`' },
  supply: { ...titrationFields.supply, says: 'days that the quantity is for' },
  quantity: {
    what: 'a quantity',
    says: 'quantity that is written: tablets or packets, or mL with its unit',
    in: { '1': { above: 0, to: 100_000 }, mL: { above: 0, to: 100_000 } },
    bare: '1',
    example: '84',
  },
  pump: { what: 'a pump', says: 'the patient has a pump with baclofen', yes: true },
} as const satisfies Fields;

/** What stands beside an order: the patient's other drugs, and conditions. */
export const besideFields = {
  drugs: {
    what: 'names of drugs, each with its own `drugs` or several behind one',
    says: 'other drugs that the patient takes, by name',
    each: { longest: 200 },
  },
  conditions: {
    what: 'names of conditions',
    says: 'conditions of the patient, by name',
    each: { longest: 200 },
  },
} as const satisfies Fields;

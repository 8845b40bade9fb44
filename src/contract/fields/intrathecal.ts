import { moments, origins } from '../../core/intrathecal/types.js';
import type { Fields } from './field.js';

const strength = {
  what: 'a concentration',
  in: { 'ug/mL': { above: 0, to: 10_000 } },
  example: '2000mcg/mL',
} as const;

export const intrathecalFields = {
  dose: {
    what: 'the present dose of the pump',
    says: 'present dose in mcg per day, with its unit: 350mcg',
    in: { 'ug/d': { above: 0, to: 10_000 } },
    example: '350mcg',
  },
  newConcentration: { ...strength, says: 'another concentration at the refill' },
  fromOral: { what: 'a dose by mouth', says: 'a dose by mouth converted', yes: true },
} as const satisfies Fields;

/** A filled pump. */
export const pumpFields = {
  concentration: { ...strength, says: 'what is in the pump, with its unit: 2000mcg/mL' },
  onLabel: { ...strength, says: 'an unusual concentration once more, as the label has it' },
  reservoir: {
    what: 'the volume of the reservoir',
    says: 'volume after the refill',
    in: { mL: { above: 0, to: 100 } },
    bare: 'mL',
    example: '20mL',
  },
  reserve: {
    what: 'the volume that stays',
    says: 'volume that is to stay in the reservoir',
    in: { mL: { from: 0, to: 100 } },
    bare: 'mL',
    example: '4mL',
  },
  refilled: { what: 'a date', says: 'day of the refill, YYYY-MM-DD or today', date: true },
} as const satisfies Fields;

/** A change of the dose. */
export const changeFields = {
  percent: {
    what: 'a percentage',
    says: 'change of the dose: 15%, or -15% for down',
    in: { '%': { above: 0, to: 100 } },
    bare: '%',
    example: '15%',
  },
  of: { what: 'an origin', says: `what the dose is for: ${origins.join(', ')}`, words: origins },
  at: { what: 'a moment', says: `when: ${moments.join(', ')}`, words: moments },
} as const satisfies Fields;

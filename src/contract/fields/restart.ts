import { longestSupply } from '../../core/doses/supply.js';
import { reasons } from '../../core/restart/types.js';
import type { Fields } from './field.js';

/** What is asked after a gap. */
export const restartFields = {
  missed: {
    what: 'for how long none was taken',
    says: 'for how long none was taken, with its unit: 12h, 2d',
    in: { h: { above: 0, to: 8760 } },
    example: '12h or 2d',
  },
  reason: {
    what: 'why doses were missed',
    says: 'why doses were missed; a pump that stopped is an emergency',
    words: reasons,
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

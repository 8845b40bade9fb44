import { modelNames } from '../../core/levels/types.js';
import type { Fields } from './field.js';

const mg = { above: 0, to: 200 } as const;

export const levelsDoseFields = {
  dose: { what: 'one dose', says: 'one dose instead', in: { mg }, bare: 'mg', example: '20' },
} as const satisfies Fields;

/** What is asked of a curve beside its doses. */
export const levelsFields = {
  hours: {
    what: 'the hours that are drawn',
    says: 'how many hours are drawn',
    in: { h: { from: 1, to: 336 } },
    bare: 'h',
    example: '24',
  },
  missed: {
    what: 'how many doses in a row are missed',
    says: 'so many doses in a row are missed',
    count: { from: 1, to: 12 },
  },
  doubled: { what: 'a dose taken twice', says: 'the next dose is taken twice', yes: true },
  set: {
    what: 'a set of parameters',
    says: `published parameters: ${modelNames.join(', ')}`,
    words: modelNames,
  },
} as const satisfies Fields;

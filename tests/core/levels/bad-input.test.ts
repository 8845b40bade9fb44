import { describe, expect, it } from 'vitest';
import { simulateLevels } from '../../../src/core/levels/plan.js';
import type { LevelsRequest } from '../../../src/core/levels/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { context, planned, regular } from './fixtures.js';

const single = { dose: quantity(20, 'mg') };
const hours = (value: number) => quantity(value, 'h');

describe('levels of a request that makes no sense', () => {
  it.each<[string, LevelsRequest, string, string, RegExp]>([
    ['no dose', { doses: regular(0, 3) }, 'doses', '0', /a dose in mg above 0/],
    [
      'half a time a day',
      { doses: regular(20, 2.5) },
      'doses',
      '2.5 times a day',
      /a whole number of doses a day, 1 or more/,
    ],
    ['no time a day', { doses: regular(20, 0) }, 'doses', '0 times a day', /a whole number of doses a day, 1 or more/],
    ['less than an hour', { doses: single, hours: hours(0.5) }, 'hours', '0.5', /hours from 1 to 336/],
    ['more than two weeks', { doses: single, hours: hours(337) }, 'hours', '337', /hours from 1 to 336/],
    [
      'no dose missed',
      { doses: regular(20, 3), missed: 0 },
      'missed',
      '0',
      /how many doses in a row are missed, from 1 to 12/,
    ],
    ['half a dose missed', { doses: regular(20, 3), missed: 1.5 }, 'missed', '1.5', /from 1 to 12/],
    ['too many missed', { doses: regular(20, 3), missed: 13 }, 'missed', '13', /from 1 to 12/],
    [
      'a single dose missed',
      { doses: single, missed: 1 },
      'missed',
      'a single dose',
      /regular `doses` beside it, such as 20x3/,
    ],
    [
      'a single dose doubled',
      { doses: single, doubled: true },
      'doubled',
      'a single dose',
      /regular `doses` beside it/,
    ],
  ])('%s', (_, request, field, got, takes) => {
    const wrong = { name: 'InputError', field, got, takes: expect.stringMatching(takes) };
    expect(() => simulateLevels(request, context)).toThrow(expect.objectContaining(wrong));
  });

  it('not at the edges: one time a day, an hour, two weeks, twelve missed', () => {
    for (const each of [1, 336])
      expect(planned({ doses: regular(20, 1), hours: hours(each) }).points.at(-1)?.hours).toBe(each);
    expect(planned({ doses: regular(20, 3), missed: 12 }).missed?.doses).toBe(12);
    expect(planned({ doses: regular(20, 3), missed: 1 }).missed?.doses).toBe(1);
  });

  it('even intervals are assumed of several doses a day alone', () => {
    const assumed = (doses: LevelsRequest['doses']) =>
      simulateLevels({ doses }, context).assumptions.filter(({ name }) => name === 'even-intervals');
    expect(assumed(regular(20, 3))).toMatchObject([{ value: hours(8), citations: [] }]);
    expect([assumed(regular(20, 1)), assumed(single)]).toEqual([[], []]);
  });
});

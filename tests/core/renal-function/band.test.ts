import { describe, expect, it } from 'vitest';
import { bandOf, type RenalBand } from '../../../src/core/renal-function/band.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { provenance } from '../fixtures.js';

function band(id: string, from: number, below: number | null): RenalBand {
  return {
    id,
    from: quantity(from, 'mL/min'),
    below: below === null ? null : quantity(below, 'mL/min'),
    edges: provenance,
    action: { kind: 'usual' },
  };
}

const bands = [
  band('under-15', 0, 15),
  band('15-to-30', 15, 30),
  band('30-to-50', 30, 50),
  band('50-to-80', 50, 80),
  band('from-80', 80, null),
];

describe('bandOf', () => {
  // The lower edge belongs to the band; the unrounded value decides.
  it.each([
    [0, 'under-15'],
    [14.99, 'under-15'],
    [14.9999999, 'under-15'],
    [15, '15-to-30'],
    [15.0000001, '15-to-30'],
    [29.97, '15-to-30'], // 30.0 to one decimal
    [29.9999999, '15-to-30'],
    [30, '30-to-50'],
    [30.0000001, '30-to-50'],
    [49.9999999, '30-to-50'],
    [50, '50-to-80'],
    [50.0000001, '50-to-80'],
    [79.9999999, '50-to-80'],
    [80, 'from-80'],
    [80.0000001, 'from-80'],
    [300, 'from-80'],
  ])('%d mL/min is in %s', (clearance, id) => {
    expect(bandOf(clearance, bands).id).toBe(id);
  });

  it.each([-0.1, Number.NaN])('has no band for %d', (clearance) => {
    expect(() => bandOf(clearance, bands)).toThrow(new RangeError(`no band holds a clearance of ${clearance}`));
  });

  it('does not guess where bands leave a gap', () => {
    const gap = bands.filter(({ id }) => id !== '30-to-50');
    expect(() => bandOf(40, gap)).toThrow(RangeError);
  });
});

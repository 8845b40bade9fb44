import { describe, expect, it } from 'vitest';
import { wayDown } from '../../../src/core/titration/way-down.js';
import { mg, mgPerDay } from '../fixtures.js';
import { parameters } from '../patient-plan.js';

const line = (...[from, asked, to]: [Parameters<typeof wayDown>[0], string[]?, Parameters<typeof wayDown>[3]?]) =>
  wayDown(from, asked ? { products: asked } : {}, parameters, to).request;

describe('the line for the way down', () => {
  const inDays = { pattern: { kind: 'days', days: { value: 14, unit: 'd' } } };
  const sixty = { dailyDose: mgPerDay(60) };

  it('takes the usual days, and to the ceiling those that taper has', () => {
    expect(line(sixty)).toEqual({ from: sixty, ...inDays });
    expect(line(sixty, undefined, mgPerDay(20))).toEqual({ from: sixty, to: mgPerDay(20), ...inDays });
    expect(line(sixty, undefined, 'ceiling')).toEqual({ from: sixty, to: 'ceiling' });
  });

  it('names the products that were asked for where they make the present dose', () => {
    expect(line(sixty, ['tablet-20'])).toHaveProperty('products', ['tablet-20']);
    // 60 is no multiple of 25; 12.5 is half of it, 10 is not.
    expect(line(sixty, ['tablet-25'])).not.toHaveProperty('products');
    expect(line({ dose: mg(12.5), timesDaily: 2 }, ['tablet-25-divisible'])).toHaveProperty('products');
    expect(line({ dose: mg(10), timesDaily: 2 }, ['tablet-25-divisible'])).not.toHaveProperty('products');
    const uneven = {
      doses: [
        { time: 'morning' as const, dose: mg(5) },
        { time: 'bedtime' as const, dose: mg(7) },
      ],
    };
    expect(line(uneven, ['solution-1'])).toHaveProperty('products');
    expect(line(uneven, ['tablet-5'])).toHaveProperty('products', ['solution-1']);
  });

  it('keeps other drugs and conditions, and names what makes a dose that the usual tablet does not', () => {
    const beside = { drugs: ['oxycodone'], conditions: ['epilepsy'] };
    expect(wayDown(sixty, beside, parameters).request).toMatchObject(beside);
    // Half a tablet of 10 mg is 5: 7.5 mg is a tablet and a half of 5 mg, which has no halves, or half of 15, which has none.
    expect(line({ dose: mg(7.5), timesDaily: 4 })).toHaveProperty('products', ['solution-1']);
  });

  it('names a liquid where half a tablet has no level below', () => {
    expect(line({ dailyDose: mgPerDay(5) })).toHaveProperty('products', ['solution-1']);
    expect(line({ dailyDose: mgPerDay(10) })).not.toHaveProperty('products');
  });
});

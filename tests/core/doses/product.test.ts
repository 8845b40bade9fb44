import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  doseRefusal,
  type LiquidProduct,
  makeableDoses,
  makeDose,
  markAt,
  measuredAtMost,
  nearestDoses,
  type Product,
  type ProductParameters,
  productCitations,
  productsThatMake,
  type SolidProduct,
  selectProducts,
  smallestDose,
} from '../../../src/core/doses/product.js';
import { InputError } from '../../../src/core/values/input-error.js';
import { quantity } from '../../../src/core/values/quantity.js';
import {
  amounts,
  cited,
  liquid,
  mg,
  mgPerDay,
  provenance,
  solid,
  solution1,
  tablet5,
  tablet10,
  tablet15,
  tablet20,
  tablet25,
  totalOf,
} from '../fixtures.js';

/** What a dose is made of: how many, or mL, of each product. */
function made(dose: number, ...products: Product[]): Record<string, number> | undefined {
  const pieces = makeDose(mg(dose), products);
  return pieces && amounts(pieces);
}

const packet10 = solid(10, 'whole', 'packet');

describe('makeDose with tablets and packets', () => {
  it('makes whole tablets and halves of a scored one', () => {
    expect(made(10, tablet10)).toEqual({ 'tablet-10': 1 });
    expect(made(5, tablet10)).toEqual({ 'tablet-10': 0.5 });
    expect(made(15, tablet10)).toEqual({ 'tablet-10': 1.5 });
    expect(made(12.5, tablet25)).toEqual({ 'tablet-25': 0.5 });
  });

  it('never makes a quarter', () => {
    expect(made(2.5, tablet10)).toBeUndefined();
    expect(made(7.5, tablet10)).toBeUndefined();
    expect(made(6.25, tablet25)).toBeUndefined();
  });

  it('never halves what is not scored', () => {
    expect(made(2.5, tablet5)).toBeUndefined();
    expect(made(7.5, tablet15)).toBeUndefined();
    expect(made(5, packet10)).toBeUndefined();
    expect(made(20, packet10)).toEqual({ 'packet-10': 2 });
  });

  it('takes a whole tablet, not two halves of it', () => {
    expect(made(20, tablet20)).toEqual({ 'tablet-20': 1 });
  });

  it('makes nothing finer than its tablets, and no dose of nothing', () => {
    expect(made(7, tablet10)).toBeUndefined();
    expect(made(10.0001, tablet10)).toBeUndefined();
    expect(made(0, tablet10)).toBeUndefined();
    expect(made(-10, tablet10)).toBeUndefined();
    expect(made(10)).toBeUndefined();
  });

  it('takes the fewest pieces', () => {
    expect(made(25, tablet5, packet10, tablet20)).toEqual({ 'tablet-20': 1, 'tablet-5': 1 }); // 2; 10 10 5 is 3
    expect(made(30, tablet25, tablet15)).toEqual({ 'tablet-15': 2 }); // starting with 25 leads nowhere
    expect(made(40, tablet25, tablet20)).toEqual({ 'tablet-20': 2 });
    expect(made(10, tablet5, tablet20)).toEqual({ 'tablet-20': 0.5 }); // 1 piece; 5 5 is 2
  });

  it('counts a half as one piece', () => {
    // Half of 20 and half of 30 is 2 pieces and so is 12.5 twice: equal, so fewer products decide.
    expect(made(25, tablet20, solid(30, 'halves'), solid(12.5, 'whole'))).toEqual({ 'tablet-12.5': 2 });
    // 12.5 + 15 is 2 pieces; halves of 25, 20 and 10 (12.5 + 10 + 5) are 3.
    expect(made(27.5, tablet10, tablet20, tablet25, tablet15)).toEqual({ 'tablet-25': 0.5, 'tablet-15': 1 });
  });

  it('then takes the fewest products', () => {
    expect(made(30, tablet10, tablet15, solid(20, 'whole'))).toEqual({ 'tablet-15': 2 }); // not 20 + 10, also 2 pieces
    expect(made(15, tablet5, tablet10)).toEqual({ 'tablet-10': 1.5 }); // not 10 + 5, also 2 pieces
  });

  it('then breaks the fewest tablets', () => {
    // One and a half of 10, or two of 7.5: 2 pieces of one product either way.
    expect(made(15, tablet10, solid(7.5, 'whole'))).toEqual({ 'tablet-7.5': 2 });
    expect(made(15, solid(10, 'whole'), solid(30, 'halves'), tablet5)).toEqual({ 'tablet-30': 0.5 });
  });

  it('names the larger tablet first, and of two strengths alike the one that was named first', () => {
    const ids = (...products: Product[]) => makeDose(mg(25), products)?.map(({ product }) => product);
    expect(ids(tablet5, tablet20)).toEqual(['tablet-20', 'tablet-5']);
    expect(ids(tablet20, tablet5)).toEqual(['tablet-20', 'tablet-5']);
    expect(made(10, packet10, tablet10)).toEqual({ 'packet-10': 1 });
    expect(made(10, tablet10, packet10)).toEqual({ 'tablet-10': 1 });
  });

  it('does not depend on the order of the products', () => {
    expect(made(15, tablet10, tablet5)).toEqual({ 'tablet-10': 1.5 });
    expect(made(30, solid(20, 'whole'), tablet15, tablet10)).toEqual({ 'tablet-15': 2 });
  });
});

describe('makeDose with liquids', () => {
  it('says the volume in mL', () => {
    expect(makeDose(mg(7), [solution1])).toEqual([{ product: 'liquid-1', volume: { value: 7, unit: 'mL' } }]); // 7 / 1
  });

  it('divides by the concentration', () => {
    expect(made(7, liquid(2, 0.5))).toEqual({ 'liquid-2': 3.5 }); // 7 / 2
    expect(made(12.5, liquid(5, 0.1))).toEqual({ 'liquid-5': 2.5 }); // 12.5 / 5
    expect(made(5.5, liquid(5, 0.1))).toEqual({ 'liquid-5': 1.1 }); // 5.5 / 5; 11 marks of 0.1 mL
  });

  it('measures whole steps of the syringe only', () => {
    expect(made(0.3, solution1)).toBeUndefined(); // 0.3 mL, steps of 0.5
    expect(made(0.3, liquid(1, 0.1))).toEqual({ 'liquid-1': 0.3 });
    expect(made(0.2, liquid(5, 0.1))).toBeUndefined(); // 0.04 mL
  });

  it('takes a liquid only where tablets and packets cannot make the dose', () => {
    expect(made(10, solution1, tablet10)).toEqual({ 'tablet-10': 1 });
    expect(made(5, solution1, tablet10)).toEqual({ 'tablet-10': 0.5 });
    expect(made(15, solution1, tablet5)).toEqual({ 'tablet-5': 3 }); // 3 pieces, though 15 mL would be 1
    expect(made(7, solution1, tablet10)).toEqual({ 'liquid-1': 7 }); // 1 piece; half a tablet and 2 mL is 2
  });

  it('adds a liquid to tablets where neither makes the dose alone, in the fewest pieces', () => {
    const marks4 = liquid(4, 1); // 4, 8, 12 ... mg
    expect(makeDose(mg(19), [marks4, tablet15])).toEqual([
      { product: 'tablet-15', count: 1 },
      { product: 'liquid-4', volume: { value: 1, unit: 'mL' } },
    ]);
    // 30 + 4: one tablet and the liquid; 5 + 5 + 24 is three pieces.
    expect(made(34, tablet5, solid(30, 'whole'), marks4)).toEqual({ 'tablet-30': 1, 'liquid-4': 1 });
    // 5 + 16: two pieces; 5 + 5 + 5 + ... with less of the liquid is more.
    expect(made(21, tablet5, marks4)).toEqual({ 'tablet-5': 1, 'liquid-4': 4 });
    // 2 + 4: less than any tablet and no number of marks.
    expect(made(6, tablet5, marks4)).toBeUndefined();
  });

  it('takes the liquid that leaves the fewest pieces, of two alike the one named first', () => {
    const marks4 = liquid(4, 1);
    const marks6 = liquid(6, 1);
    // 23 mg: 15 + 8 with marks of 4; 5 + 18 with marks of 6; 24 is whole in both.
    expect(made(23, tablet15, marks6, marks4)).toEqual({ 'tablet-15': 1, 'liquid-4': 2 });
    expect(made(18, tablet15, marks4, marks6)).toEqual({ 'liquid-6': 3 });
    expect(made(24, marks6, marks4)).toEqual({ 'liquid-6': 4 });
    expect(made(24, marks4, marks6)).toEqual({ 'liquid-4': 6 });
  });
});

/**
 * The fewest pieces by another road: choose which products give a half (one at most each),
 * then change the rest into whole ones, as with coins. In half milligrams, so that all is whole.
 */
function fewestPieces(dose: number, products: readonly SolidProduct[]): number {
  const target = dose * 2;
  const coins = Array<number>(target + 1).fill(Number.POSITIVE_INFINITY);
  coins[0] = 0;
  for (let sum = 1; sum <= target; sum += 1) {
    const ways = products.map(({ strength }) => coins[sum - 2 * strength.value] ?? Number.POSITIVE_INFINITY);
    coins[sum] = 1 + Math.min(...ways);
  }
  const halves = products.filter(({ halves }) => halves.allowed);
  return Math.min(
    ...subsets(halves).map((split) => {
      const rest = target - split.reduce((sum, { strength }) => sum + strength.value, 0);
      return split.length + (coins[rest] ?? Number.POSITIVE_INFINITY);
    }),
  );
}

function subsets<T>(items: readonly T[]): T[][] {
  const [first, ...others] = items;
  if (first === undefined) return [[]];
  const without = subsets(others);
  return [...without, ...without.map((set) => [first, ...set])];
}

const someSolids = fc
  .uniqueArray(fc.tuple(fc.constantFrom(5, 10, 15, 20, 25), fc.constantFrom('halves' as const, 'whole' as const)), {
    minLength: 1,
    maxLength: 4,
    selector: ([strength]) => strength,
  })
  .map((all) => all.map(([strength, taken]) => solid(strength, taken)));
const someDose = fc.integer({ min: 1, max: 24 }).map((steps) => steps * 2.5); // 2.5 to 60 mg

describe('makeDose, for any tablets and any dose', () => {
  it('is an exact sum of wholes and halves, in the fewest pieces, of the fewest products', () => {
    fc.assert(
      fc.property(someSolids, someDose, (products, dose) => {
        const pieces = makeDose(mg(dose), products);
        const fewest = fewestPieces(dose, products);
        expect(pieces !== undefined).toBe(Number.isFinite(fewest));
        if (pieces === undefined) return;
        expect(totalOf(pieces, products)).toBe(dose);
        const counts = Object.entries(amounts(pieces));
        for (const [id, count] of counts) {
          const scored = products.find((product) => product.id === id)?.halves.allowed;
          expect(Number.isInteger(scored ? count * 2 : count)).toBe(true);
        }
        expect(counts.reduce((sum, [, count]) => sum + Math.ceil(count), 0)).toBe(fewest);
        const enough = subsets(products).filter((some) => fewestPieces(dose, some) === fewest);
        expect(counts.length).toBe(Math.min(...enough.map(({ length }) => length)));
      }),
      { numRuns: 500 },
    );
  });

  it('is an exact sum with a liquid too', () => {
    fc.assert(
      fc.property(someSolids, fc.integer({ min: 1, max: 120 }), (products, steps) => {
        const all = [...products, solution1];
        const pieces = makeDose(mg(steps * 0.5), all);
        // The solution alone makes every multiple of 0.5 mg.
        expect(pieces && totalOf(pieces, all)).toBe(steps * 0.5);
      }),
    );
  });
});

describe('smallestDose', () => {
  it('is half of a scored tablet, a whole one else, or one step of a liquid', () => {
    expect(smallestDose([tablet10])).toEqual({ value: 5, unit: 'mg' });
    expect(smallestDose([tablet25])).toEqual({ value: 12.5, unit: 'mg' });
    expect(smallestDose([tablet15])).toEqual({ value: 15, unit: 'mg' });
    expect(smallestDose([solution1])).toEqual({ value: 0.5, unit: 'mg' });
    expect(smallestDose([liquid(5, 0.1)])).toEqual({ value: 0.5, unit: 'mg' }); // 0.1 mL x 5 mg per mL
  });

  it('is the smallest of all products', () => {
    expect(smallestDose([tablet25, tablet10, tablet15])).toEqual({ value: 5, unit: 'mg' });
  });
});

describe('nearestDoses', () => {
  const nearest = (dose: number, ...products: Product[]) => nearestDoses(mg(dose), products).map(({ value }) => value);

  it('is the next below and the next above', () => {
    expect(nearest(7, tablet10)).toEqual([5, 10]);
    expect(nearest(13, tablet10)).toEqual([10, 15]);
    expect(nearest(7.3, solution1)).toEqual([7, 7.5]);
  });

  it('has none below the smallest', () => {
    expect(nearest(1, tablet10)).toEqual([5]);
    expect(nearest(0, tablet10)).toEqual([5]);
    expect(nearest(7, tablet15, tablet20)).toEqual([10]); // half of 20; 5 cannot be made
  });

  it('is the dose itself where it can be made', () => {
    expect(nearest(15, tablet10)).toEqual([15]);
    // In binary 16.1 x 1000 is a little more than 16,100 and 2.01 x 1000 a little less than 2,010.
    expect(nearest(16.1, liquid(1, 0.1))).toEqual([16.1]);
    expect(nearest(2.01, liquid(1, 0.01))).toEqual([2.01]);
  });

  it('leaves out what only looks like a multiple', () => {
    expect(nearest(12, tablet15, tablet20)).toEqual([10, 15]);
    // Wholes of 15 and 25: 15, 25, 30, 40. Neither 20 nor 35 can be made.
    expect(nearest(20, tablet15, solid(25, 'whole'))).toEqual([15, 25]);
    expect(nearest(35, tablet15, solid(25, 'whole'))).toEqual([30, 40]);
  });

  it('leaves no makeable dose in between, for any tablets', () => {
    fc.assert(
      fc.property(someSolids, fc.integer({ min: 1, max: 60 }), (products, dose) => {
        // Every dose on a grid of 2.5 mg far enough up that one above is always in it.
        const makeable = Array.from({ length: 60 }, (_, index) => (index + 1) * 2.5).filter((candidate) =>
          Number.isFinite(fewestPieces(candidate, products)),
        );
        const below = makeable.filter((candidate) => candidate <= dose).at(-1);
        const above = makeable.find((candidate) => candidate >= dose);
        const expected = [...new Set([below, above])].filter((each) => each !== undefined);
        expect(nearest(dose, ...products)).toEqual(expected);
      }),
    );
  });
});

describe('makeableDoses', () => {
  const makeable = (upTo: number, ...products: Product[]) => makeableDoses(mgPerDay(upTo), products);

  it('is every dose to the daily dose, that included', () => {
    expect(makeable(20, tablet10)).toEqual([5, 10, 15, 20]);
    expect(makeable(19.9, tablet10)).toEqual([5, 10, 15]);
    // Wholes of 15 and 20: 30, 35 and 40 too; neither 5, 10 nor 25.
    expect(makeable(40, tablet15, solid(20, 'whole'))).toEqual([15, 20, 30, 35, 40]);
    // In binary 2.01 x 1000 is a little less than 2,010.
    expect(makeable(2.01, liquid(1, 0.01)).at(-1)).toBe(2.01);
  });
});

describe('productsThatMake', () => {
  it('lists every single product that makes the dose', () => {
    const pieces = productsThatMake(mg(10), [tablet5, tablet10, tablet15, tablet20, tablet25, packet10, solution1]);
    expect(amounts(pieces)).toEqual({
      'tablet-5': 2,
      'tablet-10': 1,
      'tablet-20': 0.5,
      'packet-10': 1,
      'liquid-1': 10,
    });
  });

  it('combines no products', () => {
    expect(productsThatMake(mg(35), [tablet15, tablet20])).toEqual([]); // 15 + 20, but neither alone
  });
});

describe('doseRefusal', () => {
  it('names the dose, the nearest that can be made, and what would make it', () => {
    const { code, params, citations } = doseRefusal(mg(7), [tablet10], [tablet10, tablet25, solution1]);
    expect(code).toBe('cannot-be-made');
    expect(citations).toEqual(productCitations([tablet10]));
    expect(params).toEqual({
      dose: { value: 7, unit: 'mg' },
      products: ['tablet-10'],
      nearest: [
        { value: 5, unit: 'mg' },
        { value: 10, unit: 'mg' },
      ],
      makes: [{ product: 'liquid-1', volume: { value: 7, unit: 'mL' } }],
    });
  });
});

describe('productCitations', () => {
  it('says where strength and halves stand, or concentration and steps', () => {
    const stands = <T extends object>(part: T, locator: string) => ({ ...part, locator });
    const tablet = {
      ...tablet10,
      strength: stands(tablet10.strength, 'strength'),
      halves: stands(tablet10.halves, 'halves'),
    };
    const solution = {
      ...solution1,
      concentration: stands(solution1.concentration, 'concentration'),
      step: stands(solution1.step, 'step'),
    };
    expect(productCitations([tablet, solution]).map(({ locator }) => locator)).toEqual([
      'strength',
      'halves',
      'concentration',
      'step',
    ]);
  });
});

describe('the marks of a syringe', () => {
  // 0.5 mL from 5 mL on, 0.1 mL below.
  const fine: LiquidProduct = { ...solution1, fineStep: { ...cited(0.1, 'mL'), below: quantity(5, 'mL') } };

  it('are 0.1 mL below 5 mL and 0.5 mL from there', () => {
    expect([0.1, 4.9, 4.99, 5, 12].map((volume) => markAt(fine, quantity(volume, 'mL')).value)).toEqual([
      0.1, 0.1, 0.1, 0.5, 0.5,
    ]);
    expect(markAt(solution1, quantity(1, 'mL')).value).toBe(0.5);
  });

  it('round a dose down', () => {
    const measured = (value: number) => measuredAtMost(quantity(value, 'mg'), fine).value;
    // 1.875 to 1.8; 5.475 to 5; 6.45 to 6; 0.09 to nothing; 0.3 as it is, binary tail or not.
    expect([1.875, 5.475, 6.45, 0.09, 0.1 + 0.2].map(measured)).toEqual([1.8, 5, 6, 0, 0.3]);
  });

  it('make only what stands on them', () => {
    const made = (value: number) => makeDose(quantity(value, 'mg'), [fine]) !== undefined;
    expect([4.9, 5, 5.1, 5.5].map(made)).toEqual([true, true, false, true]);
    expect(smallestDose([fine]).value).toBe(0.1);
  });
});

describe('selectProducts', () => {
  const other1: LiquidProduct = { ...solution1, id: 'other-1' };
  const parameters: ProductParameters = {
    products: [tablet5, tablet10, solution1, other1, liquid(2, 0.5)],
    codes: { drug: { system: '', code: '', ...provenance }, byMouth: { system: '', code: '', ...provenance } },
    usual: { id: 'tablet-10', ...provenance },
    syringe: { text: '', ...provenance },
  };

  it('is the usual product where none is asked for', () => {
    expect(selectProducts(undefined, parameters)).toEqual([tablet10]);
  });

  it('is the products asked for', () => {
    expect(selectProducts(['liquid-1', 'tablet-5'], parameters)).toEqual([solution1, tablet5]);
  });

  it('names an id that it does not know, and the ones that it does', () => {
    const select = () => selectProducts(['tablet-5', 'tablet-7'], parameters);
    expect(select).toThrow(InputError);
    expect(select).toThrow(
      expect.objectContaining({
        field: 'products',
        got: '"tablet-7"',
        takes: 'one of tablet-5, tablet-10, liquid-1, other-1, liquid-2',
      }),
    );
  });

  it('takes each product once', () => {
    const select = () => selectProducts(['tablet-5', 'liquid-1', 'tablet-5'], parameters);
    expect(select).toThrow(
      expect.objectContaining({ field: 'products', got: '"tablet-5" twice', takes: 'each product once' }),
    );
  });

  it('takes liquids of one strength only: a volume of one taken for another is a wrong dose', () => {
    const select = () => selectProducts(['liquid-1', 'tablet-5', 'liquid-2'], parameters);
    const got = '"liquid-1" and "liquid-2"';
    expect(select).toThrow(expect.objectContaining({ field: 'products', got, takes: 'liquids of one strength only' }));
    expect(selectProducts(['liquid-1', 'other-1'], parameters)).toEqual([solution1, other1]);
  });
});

import { readFileSync } from 'node:fs';

/** The parts of a JSON plan that the views must repeat, as a reader of JSON sees them. */
interface JsonStep {
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly doses: readonly {
    readonly time: string;
    readonly dose: { readonly value: number };
    readonly make: readonly {
      readonly product: string;
      readonly count?: number;
      readonly volume?: { readonly value: number };
    }[];
  }[];
  readonly dailyDose: { readonly value: number };
}

export interface JsonPlan {
  readonly schedule: readonly JsonStep[];
  readonly dispense: readonly {
    readonly product: string;
    readonly count?: number;
    readonly volume?: { readonly value: number };
  }[];
  readonly supply?: { readonly value: number };
  readonly days?: { readonly value: number };
}

/** mg per tablet, packet or mL, straight from the data file. */
export const strengths: Readonly<Record<string, number>> = Object.fromEntries(
  JSON.parse(readFileSync(new URL('../../data/products.json', import.meta.url), 'utf8')).products.map(
    (product: { id: string; strength?: { value: number }; concentration?: { value: number } }) => [
      product.id,
      product.strength?.value ?? product.concentration?.value ?? Number.NaN,
    ],
  ),
);

/** What is taken at one time of day: mg, and how much of which product. */
export interface ReadDose {
  readonly mg: number;
  readonly make: Readonly<Record<string, number>>;
}

/** A step as it can be read out of any view. `toDay` is null where it goes on. */
export interface ReadStep {
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly doses: Readonly<Record<string, ReadDose>>;
  readonly daily: number;
}

export function clean(value: number): number {
  return Number(value.toFixed(6));
}

const amount = ({ count, volume }: { count?: number; volume?: { value: number } }) =>
  count ?? volume?.value ?? Number.NaN;

/** The steps with doses, in the shape that the readers give. */
export function stepsOf({ schedule }: JsonPlan): ReadStep[] {
  return schedule
    .filter(({ doses }) => doses.length > 0)
    .map(({ fromDay, toDay, doses, dailyDose }) => ({
      fromDay,
      toDay,
      doses: Object.fromEntries(
        doses.map(({ time, dose, make }) => [
          time,
          { mg: dose.value, make: Object.fromEntries(make.map((piece) => [piece.product, amount(piece)])) },
        ]),
      ),
      daily: dailyDose.value,
    }));
}

export function dispensedBy({ dispense }: JsonPlan): Record<string, number> {
  return Object.fromEntries(dispense.map((piece) => [piece.product, amount(piece)]));
}

export function supplyDaysOf({ supply, days }: JsonPlan): number {
  return supply?.value ?? days?.value ?? Number.NaN;
}

/** What the days use up, added day by day and rounded up to whole tablets at the end. */
export function usedBy(steps: readonly ReadStep[], days: number): Record<string, number> {
  const used: Record<string, number> = {};
  for (let day = 1; day <= days; day += 1) {
    const step = steps.find(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay));
    for (const { make } of Object.values(step?.doses ?? {})) {
      for (const [product, count] of Object.entries(make)) used[product] = clean((used[product] ?? 0) + count);
    }
  }
  return Object.fromEntries(
    Object.entries(used).map(([product, count]) => [product, /^s/.test(product) ? count : Math.ceil(count)]),
  );
}

/** mg that the pieces of a dose hold, from the data file. */
export function mgOf(make: Readonly<Record<string, number>>): number {
  return clean(
    Object.entries(make).reduce((sum, [product, count]) => sum + count * (strengths[product] ?? Number.NaN), 0),
  );
}

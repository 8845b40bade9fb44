import { least } from './fraction.js';
import type { Country } from './numbers.js';
import { bands, child } from './numbers.js';
import { childNumbers, isUnder, kidneyOf, type Person, refusalsOf } from './patient.js';
import { type Answer, ladderOf, Maker, partsOf, sum, usualProducts } from './titration.js';

export interface Kidneys {
  readonly person: Person;
  readonly country: Country;
}

export interface Renal {
  readonly number?: number | undefined;
  readonly band: string;
  readonly ceiling?: number;
  readonly steps?: readonly number[];
  readonly interval?: number;
}

export function renal({ person, country }: Kidneys): Answer<Renal> {
  const refused = refusalsOf(person);
  const avoided = refused.every((code) => code === 'dialysis' || code === 'clearance-too-low');
  if (refused.length > 0) {
    if (!avoided) return { refused };
    const { number } = kidneyOf(person);
    return { plan: { ...(number && { number: number.number() }), band: bands[0]?.id ?? '' } };
  }
  const parts = partsOf(person, country);
  const { band } = parts.kidney;
  const young = isUnder(person.age, child.adult) ? childNumbers(person) : [];
  const number = young.length > 0 ? least(...young) : parts.kidney.number;
  const maker = new Maker(parts, usualProducts(person, country));
  const ladder = ladderOf(maker, parts.ceiling);
  return {
    plan: {
      ...(number && { number: number.number() }),
      band: band?.id ?? bands.at(-1)?.id ?? '',
      ceiling: maker.most().number(),
      ...('plan' in ladder && { steps: ladder.plan.map((rung) => sum(rung).number()) }),
      interval: parts.interval,
    },
  };
}

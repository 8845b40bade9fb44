import { withUnused } from '../core/answer/unused.js';
import { estimateMilkDay } from '../core/milk/day.js';
import type { MilkDayRequest } from '../core/milk/types.js';
import type { Parameters } from '../parameters/load.js';

/** The milk level over a day, beside the highest dose at which a level has been published. */
export function milk(request: MilkDayRequest, { milk, lactation }: Pick<Parameters, 'milk' | 'lactation'>) {
  const { molarMass, publishedCase } = lactation;
  const context = { milk, molarMass, publishedDose: publishedCase.maternalDose };
  return withUnused(request, (each) => estimateMilkDay(each, context), ['dose', 'times']);
}

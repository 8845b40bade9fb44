import { withUnused } from '../core/answer/unused.js';
import { workOutNewbornCourse } from '../core/newborn/course.js';
import type { NewbornRequest } from '../core/newborn/types.js';
import type { Parameters } from '../parameters/load.js';

/** A published course for a weight, with milk as the published case has it where it is added. */
export function newborn(
  request: NewbornRequest,
  { newborn, products, lactation }: Pick<Parameters, 'newborn' | 'products' | 'lactation'>,
) {
  const { publishedCase, intake, molarMass, withdrawalDose } = lactation;
  const context = { newborn, products, milkLevel: publishedCase.level, milkIntake: intake, molarMass, withdrawalDose };
  return withUnused(request, (each) => workOutNewbornCourse(each, context), ['weight', 'regimen']);
}

import type { Said } from './program.js';
import type { Answer } from './titration.js';

/** Where the two differ, in a few words; undefined where they agree. `input` is for the door, not for the rules. */
export function difference<Plan, Theirs>(
  model: Answer<Plan>,
  program: Said<Theirs>,
  plans: (model: Plan, program: Theirs) => string | undefined,
): string | undefined {
  if ('input' in program) return undefined;
  if ('refused' in model)
    return 'plan' in program
      ? `a plan, where the rules refuse: ${model.refused.join(' or ')}`
      : model.refused.includes(program.refused)
        ? undefined
        : `${program.refused}, where the rules refuse: ${model.refused.join(' or ')}`;
  if ('refused' in program) return `${program.refused}, where the rules plan`;
  return plans(model.plan, program.plan);
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Numbers within 1e-9 of each other are one number. */
export function unequal(name: string, model: unknown, program: unknown): string | undefined {
  return alike(model, program)
    ? undefined
    : `${name}: ${JSON.stringify(program)}, by the rules ${JSON.stringify(model)}`;
}

function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return near(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => alike(one, b[i]));
  if (a && b && typeof a === 'object' && typeof b === 'object') {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => alike(a[key as never], b[key as never]));
  }
  return a === b;
}

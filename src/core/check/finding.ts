import { type Finding, type FindingCode, type FindingLevel, type FindingParams, findingLevels } from './types.js';

/** Worst first among findings of one level: what cannot be read, then what harms most. */
export const findingCodes = [
  'unit-not-oral',
  'volume-without-strength',
  'strength-disagrees',
  'hypersensitivity',
  'contraindicated',
  'avoid',
  'child',
  'day-above-ceiling',
  'dose-above-largest',
  'start-above',
  'jump',
  'two-orders',
  'sedatives',
  'kidney-in-record',
  'older-and-kidney',
  'cannot-be-made',
  'quantity-disagrees',
  'start-below',
  'interaction',
  'condition',
] as const satisfies readonly FindingCode[];

export function finding<Code extends FindingCode>(
  code: Code,
  level: FindingLevel,
  params: FindingParams[Code],
): Finding {
  // As in notice(): one generic call is one member of the union.
  return { code, level, params } as unknown as Finding;
}

function rank({ level, code }: Finding): number {
  return findingLevels.indexOf(level) * findingCodes.length + findingCodes.indexOf(code);
}

export function worstFirst<F extends Finding>(findings: readonly F[]): F[] {
  return [...findings].sort((one, other) => rank(one) - rank(other));
}

/** Of one code with one reason the worst alone, the first of equals. */
export function oneOfEach(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const each of worstFirst(findings)) {
    const key = `${each.code} ${'why' in each.params ? each.params.why : ''}`;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}

import { describe, expect, it } from 'vitest';
import { severities } from '../../../src/core/interactions/types.js';
import { severityWords, unknownConditionWords, unknownDrugWords } from '../../../src/report/wording/interactions.js';

describe('what is not known', () => {
  const unknown = { kind: 'unknown', name: 'gabapentine' } as const;

  it('is said to be not known and not checked', () => {
    expect(unknownDrugWords(unknown)).toBe('"gabapentine" is not known here, and was not checked.');
    expect(unknownConditionWords({ ...unknown, name: 'gout' })).toBe(
      '"gout" is not one of the conditions known here, and was not checked.',
    );
  });

  it('asks about a slip', () => {
    expect(unknownDrugWords({ ...unknown, meant: 'gabapentin' })).toMatch(/ Was "gabapentin" meant\?$/);
    expect(unknownConditionWords({ ...unknown, meant: 'epilepsy' })).toMatch(/ Was "epilepsy" meant\?$/);
  });

  it('is never said to have no interaction', () => {
    expect(unknownDrugWords({ ...unknown, meant: 'gabapentin' })).not.toMatch(/no interaction|safe|none/i);
  });
});

describe('severities', () => {
  it('have a word each, all different', () => {
    expect(new Set(severities.map((severity) => severityWords[severity])).size).toBe(5);
  });
});

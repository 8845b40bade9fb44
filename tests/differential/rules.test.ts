import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './rules/known.js';
import { topics } from './rules/topics.js';

/** `npm run differential` asks 20,000 and begins somewhere else each time; the suite asks few, and the same. */
const asked = process.env.DIFFERENTIAL_REQUESTS;
const seed = Number(process.env.DIFFERENTIAL_SEED ?? (asked === undefined ? 1 : Date.now() % 1_000_000));
const perTopic = Math.ceil(Number(asked ?? 300) / topics.length);

describe.each(topics)(
  `the rules in other words, DIFFERENTIAL_SEED=${seed}: $name`,
  ({ name, requests, compare, answers }) => {
    it('say the same of generated requests, apart from what is known', () => {
      const unknown: string[] = [];
      let plans = 0;
      for (const request of fc.sample(requests, { numRuns: perTopic, seed })) {
        if (answers(request) === 'plan') plans += 1;
        const difference = compare(request);
        if (difference === undefined) continue;
        if (!differences.some(({ topic, of }) => name.startsWith(topic) && of(request, difference)))
          unknown.push(`${difference}\n${JSON.stringify(request)}`);
      }
      expect(unknown.slice(0, 20)).toEqual([]);
      expect(plans).toBeGreaterThan(perTopic / 5);
    });
  },
);

describe('what is known to differ from the rules', () => {
  it.each(differences.map((one) => [one.command, one] as const))('%s', (_, { topic, request }) => {
    const compare = topics.find(({ name }) => name === topic)?.compare;
    expect(compare?.(request), 'it no longer differs: take it out of the list').toEqual(expect.any(String));
  });
});

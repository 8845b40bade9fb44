import { expect } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';
import { type Ran, run } from './run.js';

const parameters = loadParameters();

/** As `run`, with the data read once for all; for tests that run hundreds of command lines. */
export function quickRun(argv: readonly string[]): Ran {
  return run(argv, 80, { load: () => parameters });
}

const controlOrFormat = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Below the sentences of a command typed alone stands how to begin. */
const sentencesIn = (err: string) => err.split('\n\n')[0]?.replace(/\n?$/, '\n') ?? '';

/** A sentence a line: each begins with a flag or a capital, ends with a full stop or a question mark, is not long. */
export function expectSentences(err: string, argv: readonly string[]): void {
  const shown = JSON.stringify(argv).slice(0, 200);
  expect(err, shown).toMatch(/\n$/);
  for (const line of sentencesIn(err).slice(0, -1).split('\n')) {
    expect(line, shown).toMatch(/^(--|<|[A-Z])[^\n]*[.?]$/);
    expect(line, shown).not.toMatch(controlOrFormat);
    expect(line.length, shown).toBeLessThan(400);
  }
}

/** One of them and no more. */
export function expectOneSentence(err: string, argv: readonly string[]): void {
  expectSentences(err, argv);
  expect(sentencesIn(err).split('\n'), JSON.stringify(argv).slice(0, 200)).toHaveLength(2);
}

/** However hostile the arguments: 0 or 1 with an answer on stdout alone, or 2 with sentences on stderr alone. */
export function expectCivil(argv: readonly string[]): Ran {
  const ran = quickRun(argv);
  const { code, out, err } = ran;
  const shown = JSON.stringify(argv).slice(0, 200);
  expect([0, 1, 2], `${shown}: ${err.slice(0, 200)}`).toContain(code);
  expect(out + err, shown).not.toMatch(/\n {4}at /);
  if (code === 2) {
    expect(out, shown).toBe('');
    expectSentences(err, argv);
  } else {
    // A table of numbers has no words: what must be heard stands on stderr.
    expect(err, shown).toMatch(/^(?:(?:WARNING|Caution): .*\n)*$/);
    expect(out, shown).not.toBe('');
    expect(out.replaceAll(/\r?\n/g, ''), shown).not.toMatch(controlOrFormat);
  }
  return ran;
}

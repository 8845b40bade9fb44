import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CalculationName, calculationNames, calculations } from '../../src/calculations.js';
import { InputError } from '../../src/core/values/input-error.js';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { argvOf, run } from '../cli/run.js';
import { callsOf, seed, timed } from './calls.js';
import { garbled, mutated, randomFrom } from './mutate.js';

const calls = callsOf('door');

const parameters = loadParameters();

/** Answers of the transcripts, to change. */
const folder = new URL('../../docs/commands/', import.meta.url);
const answers = readdirSync(folder)
  .map((name) => /^\$ (baclofen [a-z-]+ .*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? '')
  .map((line) => argvOf(line.replace(/ --(?:format \S+|json|chart|explain|full|output \S+)/g, '')))
  .filter(
    (argv) => calculationNames.some((name) => name === argv[0]) && !argv.includes('--help') && !argv.includes('-h'),
  )
  .map((argv) => run([...argv, '--json'], 80, { load: () => parameters }))
  .filter(({ code }) => code < 2)
  .map(({ out }) => JSON.parse(out) as { readonly schema: string; readonly request: object });

const nameOf = ({ schema }: { readonly schema: string }) =>
  schema.replace(/^baclofen\/(.*)@.*$/, '$1') as CalculationName;

/** The units of each field, written down here anew: what a request may hold and what stands in no other place. */
const unitsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['start', 'increment', 'smallest'].map((field) => [field, ['mg']])),
  ...Object.fromEntries(['target', 'to', 'dailyDose'].map((field) => [field, ['mg/d']])),
  ...Object.fromEntries(
    ['supply', 'on', 'usedFor', 'days', 'every', 'interval', 'longFor'].map((field) => [field, ['d']]),
  ),
  age: ['a', 'mo', 'wk', 'd'],
  postnatalAge: ['mo', 'wk', 'd'],
  infantAge: ['mo', 'wk', 'd', 'a'],
  gestationalAge: ['wk', 'd'],
  weight: ['kg'],
  infantWeight: ['kg'],
  maternalWeight: ['kg'],
  height: ['cm'],
  creatinine: ['mg/dL', 'umol/L'],
  creatinineClearance: ['mL/min'],
  maternalClearance: ['mL/min'],
  clearance: ['mL/min'],
  egfr: ['mL/min/{1.73_m2}', 'mL/min'],
  milk: ['mg/L', 'ug/L', 'umol/L'],
  intake: ['mL/kg/d', 'mL/d'],
  concentration: ['mg/mL', 'ug/mL'],
};

/** Every quantity of a request that stands under a name known above, with a unit that is none of its field. */
function strangeUnits(part: unknown, name = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const known = unitsOf[name];
  const own = 'unit' in part && known && !known.includes(String(part.unit)) ? [`${name}: ${String(part.unit)}`] : [];
  return [
    ...own,
    ...Object.entries(part).flatMap(([key, each]) => strangeUnits(each, Array.isArray(part) ? name : key)),
  ];
}

type Ask = (request: unknown, parameters: Parameters) => { readonly outcome: string };

describe(`the door, ${calls} calls from seed ${seed}`, { timeout: 3_600_000 }, () => {
  it('has answers to change, of every calculation', () => {
    expect(new Set(answers.map(nameOf))).toEqual(new Set(calculationNames));
    expect(answers.flatMap(({ request }) => strangeUnits(request))).toEqual([]);
  });

  it('answers a changed request of the library or throws InputError, and takes no wrong unit', () => {
    const random = randomFrom(seed);
    let taken = 0;
    for (let call = 0; call < calls * 0.6; call += 1) {
      const answer = answers[Math.floor(random() * answers.length)] as (typeof answers)[number];
      const request = mutated(answer.request, random);
      const ask = calculations[nameOf(answer)].ask as Ask;
      try {
        const { outcome } = timed(() => ask(request, parameters), request);
        expect(['plan', 'refusal']).toContain(outcome);
        expect(strangeUnits(request), JSON.stringify(request)).toEqual([]);
        taken += 1;
      } catch (error) {
        if (!(error instanceof InputError))
          throw new Error(`${nameOf(answer)}: ${JSON.stringify(request)}`, { cause: error });
      }
    }
    // Both happen: what is still a request is answered.
    expect(taken).toBeGreaterThan(calls * 0.01);
    expect(taken).toBeLessThan(calls * 0.55);
  });

  it('explains a changed result, or refuses it in one sentence', () => {
    const random = randomFrom(seed + 1);
    for (let call = 0; call < calls * 0.2; call += 1) {
      const answer = answers[Math.floor(random() * answers.length)];
      const text =
        random() < 0.7 ? JSON.stringify(mutated(answer, random)) : garbled(JSON.stringify(answer, null, 1), random);
      const files = { 'r.json': text };
      const argv = ['explain', 'r.json'];
      const { code, out, err } = timed(() => run(argv, 80, { files, load: () => parameters }), text);
      expect([0, 1, 2], text).toContain(code);
      if (code === 2) expect([out, /^[^\n\p{Cc}\p{Cf}]+\n$/u.test(err)], text).toEqual(['', true]);
    }
  });

  it('explains what is valid and huge', () => {
    const random = randomFrom(seed + 2);
    let explained = 0;
    for (let call = 0; call < calls * 0.05; call += 1) {
      const answer = answers[Math.floor(random() * answers.length)] as (typeof answers)[number];
      const request = grown(answer.request, random);
      const files = { 'r.json': JSON.stringify({ ...answer, request }) };
      const { code } = timed(() => run(['explain', 'r.json'], 80, { files, load: () => parameters }), request);
      expect([0, 1, 2], JSON.stringify(request)).toContain(code);
      if (code === 0) explained += 1;
    }
    expect(explained).toBeGreaterThan(0);
  });

  it('reads a changed file of a patient, or refuses it in one sentence', () => {
    const random = randomFrom(seed + 3);
    const originals = ['patient.json', 'woman-82.fhir.json', 'woman-82.ndjson'].map((name) =>
      readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'),
    );
    const parsed = originals.slice(0, 2).map((text) => JSON.parse(text) as unknown);
    for (let call = 0; call < calls * 0.15; call += 1) {
      const text =
        random() < 0.6
          ? JSON.stringify(mutated(parsed[call % 2], random))
          : garbled(originals[call % 3] as string, random);
      const argv = [...(random() < 0.5 ? ['renal'] : ['titrate', '--start', '5']), '--patient', 'p'];
      const { code, out, err } = timed(() => run(argv, 80, { files: { p: text }, load: () => parameters }), text);
      expect([0, 1, 2], text).toContain(code);
      if (code === 2)
        expect([out, /^[^\p{Cc}\p{Cf}]+$/u.test(err.trimEnd().replaceAll('\n', ' '))], text).toEqual(['', true]);
    }
  });
});

/** The same with every number a hundred or a thousand times as large, or small, here and there. */
function grown(part: unknown, random: () => number): unknown {
  if (typeof part === 'number') return random() < 0.5 ? part : Math.round(part * 10 ** (1 + Math.floor(random() * 4)));
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, each]) => [key, grown(each, random)]);
  return Array.isArray(part) ? entries.map(([, each]) => each) : Object.fromEntries(entries as [string, unknown][]);
}

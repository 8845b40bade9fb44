import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { quickRun } from '../cli/trouble.js';
import { callsOf, growsLittle, seed, timed } from './calls.js';

const folder = mkdtempSync(join(tmpdir(), 'baclofen-records-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'record.json');

const cases = fileURLToPath(new URL('../fixtures/records/', import.meta.url));
const records = readdirSync(cases)
  .filter((name) => name.endsWith('.json') && !name.includes('utf-16'))
  .map((name) => readFileSync(join(cases, name), 'utf8'));

type Holder = Record<string, unknown> | unknown[];

/** Every place of a record that holds something. */
function places(part: unknown): { readonly holder: Holder; readonly key: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [{ holder: part as Holder, key }, ...places(value)]);
}

type Mutation = (holder: Holder, key: string) => void;

const strange = [
  null,
  true,
  -1,
  1e300,
  0,
  '',
  'x',
  '2026-13-45',
  [],
  {},
  [null],
  { resourceType: 'Bundle' },
  '\u0000\u001b[31m',
  '0'.repeat(500),
];

const mutations: readonly Mutation[] = [
  (holder, key) => void Reflect.deleteProperty(holder, key),
  (holder, key) => void Reflect.set(holder, key, [Reflect.get(holder, key)]),
  (holder, key) => void Reflect.set(holder, key, { value: Reflect.get(holder, key) }),
  (holder, key) => void Reflect.set(holder, `${key}x`, Reflect.get(holder, key)),
  (holder, key) => void Reflect.set(holder, key, JSON.stringify(Reflect.get(holder, key)) ?? 'x'),
  ...strange.map(
    (value): Mutation =>
      (holder, key) =>
        // A copy, as a later change may reach into it.
        void Reflect.set(holder, key, structuredClone(value)),
  ),
];

const commands = [
  ['renal'],
  ['titrate', '--start', '5'],
  ['taper', '--days', '21'],
  ['titrate', '--start', '5', '--json'],
];

describe(`a record changed anywhere, ${callsOf('records')} calls from seed ${seed}`, { timeout: 3_600_000 }, () => {
  it('is answered, refused or named in one sentence, quickly', () => {
    growsLittle(() =>
      fc.assert(
        fc.property(
          fc.constantFrom(...records),
          fc.array(fc.tuple(fc.nat(), fc.constantFrom(...mutations)), { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...commands),
          (record, changes, argv) => {
            const content = JSON.parse(record);
            for (const [at, change] of changes) {
              const all = places(content);
              const place = all[at % Math.max(all.length, 1)];
              if (place) change(place.holder, place.key);
            }
            writeFileSync(path, JSON.stringify(content));
            const { out, err, code } = timed(() => quickRun([...argv, '--patient', path]), content);
            expect([0, 1, 2]).toContain(code);
            expect(out + err).not.toMatch(/\n {4}at |\bNaN\b|Infinity|\[object|undefined/);
            if (code === 2) expect([out, err.split('\n').length]).toEqual(['', 2]);
          },
        ),
        { numRuns: callsOf('records'), seed },
      ),
    );
  });
});

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { run } from '../cli/run.js';

const whole = fileURLToPath(new URL('../../data/', import.meta.url));
const files = readdirSync(whole).filter((name) => name.endsWith('.json'));
const texts = new Map(files.map((name) => [name, readFileSync(join(whole, name))] as const));
const scratch = mkdtempSync(join(tmpdir(), 'baclofen-damage-'));
const folder = pathToFileURL(`${scratch}/`);

beforeAll(() => cpSync(whole, scratch, { recursive: true }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const lines = [
  'titrate --start 5',
  'titrate --start 5 --crcl 25 --explain',
  'titrate --age 5 --weight 20 --json',
  'renal --age 72 --sex female --weight 60 --height 162 --creatinine 1.4mg/dL --daily-dose 60',
  'taper --days 14 --from 60',
  'taper --days 14 --format csv',
  'infant-dose --milk 0.32 --maternal-dose 80',
  'milk --dose 20 --times 06:00,14:00,22:00',
  'newborn --weight 2.9 --regimen a --with-milk 1/3',
  'products',
  'rules',
  'sources judgement',
].map((line) => line.split(' '));

/** Runs every line on data with one file changed; each ends in an answer, or in exit 3 with one sentence. */
function survive(name: string, content: Uint8Array | string, which = lines): Set<number> {
  writeFileSync(join(scratch, name), content);
  const seen = new Set<number>();
  try {
    let loaded: Parameters | unknown;
    let failed = false;
    try {
      loaded = loadParameters(folder);
    } catch (error) {
      [loaded, failed] = [error, true];
    }
    for (const argv of failed ? which.slice(0, 1) : which) {
      const load = () => {
        if (failed) throw loaded;
        return loaded as Parameters;
      };
      const begin = performance.now();
      const { out, err, code } = run(argv, 80, { load });
      seen.add(code);
      expect(performance.now() - begin).toBeLessThan(5000);
      expect(out + err).not.toMatch(/\n {4}at |\[object/);
      if (code < 3) expect(out + err).not.toMatch(/undefined|\bNaN\b|Infinity/);
      expect([0, 1, 2, 3]).toContain(code);
      if (failed) expect(code).toBe(3);
      if (code > 1) {
        expect(out).toBe('');
        expect(err).toMatch(/^[^\n]+\n$/);
      }
    }
  } finally {
    writeFileSync(join(scratch, name), texts.get(name) ?? '');
  }
  return seen;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every way to a part of a file that is a `kind`. */
function ways(part: Json, wanted: (value: Json, key: string) => boolean, way: string[] = []): string[][] {
  const own = way.length > 0 && wanted(part, way.at(-1) ?? '') ? [way] : [];
  if (typeof part !== 'object' || part === null) return own;
  return [...own, ...Object.entries(part).flatMap(([key, value]) => ways(value, wanted, [...way, key]))];
}

/** The file with one part replaced, or with undefined dropped. */
function changed(name: string, way: readonly string[], change: (value: Json) => Json | undefined): string {
  const content = JSON.parse(texts.get(name)?.toString() ?? '') as Json;
  let part = content as { [key: string]: Json };
  for (const key of way.slice(0, -1)) part = part[key] as { [key: string]: Json };
  const last = way.at(-1) ?? '';
  const value = change(part[last] ?? null);
  if (value === undefined) {
    if (Array.isArray(part)) part.splice(Number(last), 1);
    else delete part[last];
  } else part[last] = value;
  return JSON.stringify(content);
}

const anyWay = (wanted: (value: Json, key: string) => boolean) =>
  fc.constantFrom(
    ...files.flatMap((name) =>
      ways(JSON.parse(texts.get(name)?.toString() ?? '') as Json, wanted).map((way) => ({ name, way })),
    ),
  );

const loads = (name: string, text: string) => {
  writeFileSync(join(scratch, name), text);
  try {
    loadParameters(folder);
    return true;
  } catch {
    return false;
  } finally {
    writeFileSync(join(scratch, name), texts.get(name) ?? '');
  }
};

describe('random damage to the data', { timeout: 300_000 }, () => {
  it('a bit flipped ends in an answer or in one sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 0, max: 7 }), (name, at, bit) => {
        const bytes = Uint8Array.from(texts.get(name) ?? []);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        survive(name, bytes);
      }),
      { numRuns: 40 },
    );
  });

  it('a key dropped is refused, or changes nothing but what is optional', () => {
    const optional = /^(alternatives|note|url|accessed|version|publisher|markets|text)$/;
    const passed = new Set<string>();
    fc.assert(
      fc.property(
        anyWay((_, key) => !/^\d+$/.test(key)),
        ({ name, way }) => {
          const text = changed(name, way, () => undefined);
          survive(name, text, lines.slice(0, 9));
          if (loads(name, text)) passed.add(way.at(-1) ?? '');
        },
      ),
      { numRuns: 40 },
    );
    // A number that is needed is never among them.
    expect(
      [...passed].filter((key) => /^(value|unit|source|locator|checked|evidence)$/.test(key) && !optional.test(key)),
    ).toEqual([]);
  });

  it('a quoted number is always refused', () => {
    fc.assert(
      fc.property(
        anyWay((value) => typeof value === 'number'),
        ({ name, way }) => {
          expect([...survive(name, changed(name, way, String))]).toEqual([3]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('null, a list or a word in place of a number is always refused', () => {
    fc.assert(
      fc.property(
        anyWay((value) => typeof value === 'number'),
        fc.constantFrom<Json>(null, [], {}, true, 'five', [5]),
        ({ name, way }, other) => {
          expect([
            ...survive(
              name,
              changed(name, way, () => other),
            ),
          ]).toEqual([3]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a number a thousand times too large, negated or zero ends in an answer or in one sentence, at once', () => {
    fc.assert(
      fc.property(
        anyWay((value) => typeof value === 'number'),
        fc.constantFrom(1000, -1, 0, 0.001),
        ({ name, way }, factor) => {
          survive(
            name,
            changed(name, way, (value) => Number(value) * factor),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a file cut off anywhere is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), (name, at) => {
        const text = texts.get(name)?.toString().trimEnd() ?? '';
        expect([...survive(name, text.slice(0, at % text.length))]).toEqual([3]);
      }),
      { numRuns: 15 },
    );
  });
});

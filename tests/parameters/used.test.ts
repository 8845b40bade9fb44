import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interactionFindings } from '../../src/core/interactions/findings.js';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { argvOf, run } from '../cli/run.js';

const folder = new URL('../../docs/commands/', import.meta.url);
const lines = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => argvOf(/^\$ (baclofen.*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? ''))
    .filter(([command, ...rest]) => command !== 'sources' && !rest.includes('--output')),
  // What looks up everything that is there is no use of a number; these are plans of every country, age and product.
  ...['us', 'ca', 'uk', 'au', 'de', 'fr'].flatMap((rules) =>
    [[], ['--crcl', '70'], ['--crcl', '40'], ['--crcl', '20'], ['--age', '82'], ['--target', '30']].map((more) => [
      'titrate',
      '--start',
      '5',
      '--rules',
      rules,
      ...more,
    ]),
  ),
  ...[1, 3, 5, 9, 11, 13, 17].map((age) => ['titrate', '--age', String(age), '--weight', String(8 + 3 * age)]),
  ...loadParameters().products.products.map(({ id }) => ['titrate', '--start', '20', '--product', id]),
  ...['paraplegia', 'unspecified'].map((level) =>
    `renal --age 34 --sex male --weight 52 --creatinine 0.8mg/dL --spinal-cord-injury ${level}`.split(' '),
  ),
  ...loadParameters().products.products.map(({ id }) => ['titrate', '--age', '2', '--weight', '9', '--product', id]),
  ...[
    '14 --weight 50',
    '14 --weight 140',
    '40 --weight 30',
    '40 --weight 30 --crcl 20',
    '40 --weight 44',
    '70 --crcl 20',
  ].map((who) => `titrate --start 5 --age ${who}`.split(' ')),
  ...['child-1', 'child-5'].map((name) => ['titrate', '--patient', `tests/fixtures/${name}.fhir.json`]),
  ['taper', '--days', '14', '--patient', 'tests/fixtures/clock-times.fhir.json'],
  ['titrate', '--start', '5', '--patient', 'tests/fixtures/pregnancy.fhir.json'],
  ['titrate', '--start', '5', '--weight', '44'],
  ['titrate', '--start', '5', '--taking', '20x3'],
  'titrate --age 8 --weight 24 --height 120 --creatinine 0.5mg/dL'.split(' '),
  'titrate --start 5 --age 40 --sex male --weight 50 --height 150 --creatinine 1mg/dL'.split(' '),
  ...[1, 2, 4, 6, 9, 12].map((months) => ['infant-dose', '--milk', '0.32', '--infant-age', `${months}mo`]),
  ['taper', '--from', '15', '--to', '10', '--days', '7'],
  ...['12h', '2d', '5d'].flatMap((gap) =>
    ['', ' --age 70', ' --crcl 85'].map((who) => `restart --from 20x3 --missed ${gap}${who}`.split(' ')),
  ),
  ...['suspension-5', '10mg/mL', '0.5mg/mL --label 5mg/10mL'].map((to) =>
    `switch --dose 5x3 --from solution-1 --to ${to}`.split(' '),
  ),
];

/** The data, noting the way of each number that is read. */
function watched(part: unknown, read: Set<string>, way = ''): unknown {
  if (typeof part !== 'object' || part === null) return part;
  // A copy, since the proxy of a frozen object has to give back what is in it.
  const copy: object = Array.isArray(part) ? [...part] : { ...part };
  for (const [key, value] of Object.entries(part))
    Reflect.set(copy, key, watched(value, read, way ? `${way}.${key}` : key));
  return new Proxy(copy, {
    get: (target, key) => {
      const value = Reflect.get(target, key);
      if (typeof value === 'number' && typeof key === 'string' && key !== 'length')
        read.add(way ? `${way}.${key}` : key);
      return value;
    },
  });
}

function numbers(part: unknown, way = ''): string[] {
  if (typeof part === 'number') return [way];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => numbers(value, way ? `${way}.${key}` : key));
}

describe('every number in data/', () => {
  it('is read by some command line', () => {
    const parameters = loadParameters();
    const read = new Set<string>();
    const proxied = watched(parameters, read) as Parameters;
    for (const argv of lines) {
      const { code } = run(argv, 80, { load: () => proxied });
      expect(code, argv.join(' ')).toBeLessThan(3);
    }
    // No command asks for it yet: one depressant, and a clearance to hold against the limit.
    interactionFindings(['codeine'], { clearance: { value: 45, unit: 'mL/min' } }, proxied.interactions);
    const all = numbers(parameters);
    expect(all.length).toBeGreaterThan(200);
    // What another source says beside the value followed is for the reviewer; no dose is made of it.
    const needed = all.filter((way) => !way.includes('.alternatives.'));
    expect(needed.filter((way) => !read.has(way))).toEqual([]);
  });
});

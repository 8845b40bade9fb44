import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';
import { type Located, provenances } from '../../src/parameters/located.js';

const folder = new URL('../../data/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const contentOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const parameters = loadParameters();
const { sources, date: _, ...parts } = parameters;
const { renal, titration, taper, lactation, products } = parts;

/** Every object of the data files with a source, found by walking the files themselves. */
function located(part: unknown, path: string): Located[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'source' in part ? [{ ...(part as Located), path, value: part }] : [];
  return [...own, ...Object.entries(part).flatMap(([key, value]) => located(value, `${path}.${key}`))];
}

const values = files.flatMap((name) => located(contentOf(name), name));

/** Every string that a reader may see; addresses and units are not prose. */
function printed(part: unknown, path: string): [path: string, text: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([key]) => key !== 'url' && key !== 'unit')
    .flatMap(([key, value]) => printed(value, `${path}.${key}`));
}

describe('provenance', () => {
  it('is there for every file and many values', () => {
    expect(files.sort()).toEqual([
      'brief.json',
      'check.json',
      'conditions.json',
      'interactions.json',
      'intrathecal.json',
      'lactation.json',
      'leaflet.json',
      'levels.json',
      'milk.json',
      'monograph.json',
      'newborn.json',
      'products.json',
      'records.json',
      'renal.json',
      'restart.json',
      'sources.json',
      'switch.json',
      'taper.json',
      'titration.json',
      'wording.json',
    ]);
    expect(values.length).toBeGreaterThan(100);
    // What the loader checks is what stands in the files.
    const loaded = Object.values(parts).flatMap((part) => provenances(part, ''));
    expect(loaded.length).toBe(values.length);
  });

  it('every citation has its source', () => {
    const known = new Set(sources.map(({ id }) => id));
    expect(values.filter(({ source }) => !known.has(source)).map(({ path }) => path)).toEqual([]);
  });

  it('every source is cited', () => {
    const cited = new Set(values.map(({ source }) => source));
    expect(sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  it('every cited value has a locator, a date that was, and a note', () => {
    for (const { path, locator, checked, note } of values) {
      expect(locator?.trim(), path).toBeTruthy();
      expect(note?.trim(), path).toBeTruthy();
      expect(checked, path).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(new Date(checked).toISOString().slice(0, 10), path).toBe(checked);
      expect(checked <= parameters.date, path).toBe(true);
    }
  });

  it('a judgement is marked as one, and nothing else is', () => {
    const kinds = new Map(sources.map(({ id, type }) => [id, type]));
    for (const { path, source, evidence } of values) {
      expect(evidence === 'judgement', path).toBe(kinds.get(source) === 'judgement');
    }
    expect(sources.filter(({ type }) => type === 'judgement').map(({ id }) => id)).toEqual(['judgement']);
  });

  it('a judgement gives its reason, in more than a few words', () => {
    for (const { path, source, note } of values) {
      if (source === 'judgement') expect(note.split(' ').length, path).toBeGreaterThanOrEqual(5);
    }
  });

  it('the date of the data is the newest check', () => {
    expect(parameters.date).toBe(
      values
        .map(({ checked }) => checked)
        .sort()
        .at(-1),
    );
  });

  it('source ids are unique kebab case, and addresses are addresses', () => {
    const ids = sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, url } of sources) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      if (url) expect(new URL(url).protocol).toMatch(/^https?:$/);
    }
  });

  it('no value says what its alternative says, unless the note tells them apart', () => {
    for (const { path, value } of values) {
      const { alternatives = [], note } = value as { alternatives?: { note: string }[]; note: string };
      for (const alternative of alternatives) expect(alternative.note, path).not.toBe(note);
    }
  });

  it('is frozen', () => {
    expect(Object.isFrozen(parameters)).toBe(true);
    expect(Object.isFrozen(titration.rules.us.start)).toBe(true);
    expect(Object.isFrozen(renal.bands[0]?.edges)).toBe(true);
  });
});

describe('what is printed', () => {
  const texts = files.flatMap((name) => printed(contentOf(name), name));

  it('is there', () => expect(texts.length).toBeGreaterThan(500));

  it('is plain ASCII without control characters', () => {
    expect(texts.filter(([, text]) => !/^[\x20-\x7e]+$/.test(text))).toEqual([]);
  });

  it('has none of the signs that can be misread', () => {
    expect(texts.filter(([, text]) => /[<>@&]/.test(text))).toEqual([]);
  });

  it('has no trailing zero, no naked decimal point and no number run into its unit', () => {
    const prose = texts.filter(([path]) => /\.(text|note|name|locator|summary|about|whose)$/.test(path));
    expect(prose.filter(([, text]) => /\d\.\d*0 (mg|mcg|mL)\b/.test(text))).toEqual([]);
    expect(prose.filter(([, text]) => /(^|[\s(])\.\d/.test(text))).toEqual([]);
    expect(prose.filter(([, text]) => /\d(mg|mcg|mL|kg)\b/.test(text))).toEqual([]);
  });
});

describe('bands of clearance', () => {
  const { bands } = renal;

  it('tile from zero without end', () => {
    expect(bands[0]?.from.value).toBe(0);
    expect(bands.at(-1)?.below).toBeNull();
    for (const [index, { below }] of bands.slice(0, -1).entries()) {
      expect(below?.value).toBe(bands[index + 1]?.from.value);
      expect(below?.value).toBeGreaterThan(bands[index]?.from.value ?? Number.NaN);
    }
  });

  it('have whole numbers as edges: 15, 30, 50, 80', () => {
    const edges = bands.slice(1).map(({ from }) => from.value);
    expect(edges.every(Number.isInteger)).toBe(true);
    expect(edges).toEqual([15, 30, 50, 80]);
  });

  it('are named after their edges', () => {
    expect(bands.map(({ id }) => id)).toEqual([
      'below-15',
      '15-to-below-30',
      '30-to-below-50',
      '50-to-below-80',
      '80-and-over',
    ]);
  });

  it('avoid, fix, halve, keep two thirds, leave alone', () => {
    expect(bands.map(({ action }) => action)).toMatchObject([
      { kind: 'avoid' },
      { kind: 'fixed', dose: { value: 5 }, timesDaily: [1, 2], ceiling: { value: 10 } },
      { kind: 'scale', keep: { numerator: 1, denominator: 2 } },
      { kind: 'scale', keep: { numerator: 2, denominator: 3 } },
      { kind: 'usual' },
    ]);
  });

  it('reduce by the week, and leave the labelled pace where they leave the dose', () => {
    const week = { value: 7, unit: 'd', source: 'judgement' };
    expect(bands.map(({ action }) => action)).toMatchObject([
      { ifOverridden: { interval: week } },
      { interval: week },
      { interval: week },
      { interval: week },
      {},
    ]);
    expect(renal.dialysis.interval).toMatchObject(week);
    expect(bands.at(-1)?.action).toEqual({ kind: 'usual' });
  });
});

describe('the adopted numbers', () => {
  it('titration: the label of the United States', () => {
    const { start, timesDaily, increment, interval, doseCeiling, dailyCeiling, target } = titration.rules.us;
    expect([start, timesDaily, increment, interval, doseCeiling, dailyCeiling, target]).toMatchObject([
      { value: 5, unit: 'mg' },
      { value: 3, unit: '/d' },
      { value: 5, unit: 'mg' },
      { value: 3, unit: 'd' },
      { value: 20, unit: 'mg' },
      { value: 80, unit: 'mg/d' },
      { value: 60, unit: 'mg/d', source: 'judgement' },
    ]);
    expect(titration.neverAbove.value).toBe(100);
  });

  it('taper: 7 days at least, 21 after 60 days of use, nothing above 400 mg per day', () => {
    expect(taper.shortest.value).toBe(7);
    expect([taper.longUse.usedFor.value, taper.longUse.advised.value]).toEqual([60, 21]);
    expect(taper.implausibleAbove).toMatchObject({ value: 400, source: 'judgement' });
    expect(taper.levels).toMatchObject({ atLeast: 7, daysPerLevel: 7 });
  });

  it('lactation: 150 and 200 mL/kg/day, 60 and 70 kg, 10%, 0.1 mg/kg/day, 213.66 g/mol', () => {
    expect([lactation.intake.value, lactation.cautiousIntake.value]).toEqual([150, 200]);
    expect(lactation.cautiousIntake.source).toBe('judgement');
    expect(lactation.maternalWeights.map(({ value }) => value)).toEqual([60, 70]);
    expect([lactation.relativeDoseThreshold.value, lactation.withdrawalDose.value]).toEqual([10, 0.1]);
    expect(lactation.molarMass.value).toBe(213.66);
  });

  it('spinal cord injury: 0.8, 0.6, 0.7', () => {
    const { paraplegia, tetraplegia, unspecified } = renal.spinalCordInjury;
    expect([paraplegia.value, tetraplegia.value, unspecified.value]).toEqual([0.8, 0.6, 0.7]);
  });

  it('products: strengths and what may be halved', () => {
    const solids = products.products.flatMap((each) =>
      each.kind === 'solid' ? [[each.id, each.strength.value, each.halves.allowed]] : [],
    );
    expect(solids).toEqual([
      ['tablet-5', 5, false],
      ['tablet-10', 10, true],
      ['tablet-15', 15, false],
      ['tablet-20', 20, true],
      // Not in halves: the line of Lioresal 25 mg does not give equal ones.
      ['tablet-25', 25, false],
      // Baclofen dura and Austrian tablets do.
      ['tablet-25-divisible', 25, true],
      ['granules-5', 5, false],
      ['granules-10', 10, false],
      ['granules-20', 20, false],
    ]);
    const liquids = products.products.flatMap((each) =>
      each.kind === 'liquid' ? [[each.id, each.concentration.value, each.step.value]] : [],
    );
    expect(liquids).toEqual([
      ['solution-1', 1, 0.5],
      ['solution-2', 2, 0.5],
      ['suspension-5', 5, 0.1],
    ]);
    expect(products.usual).toMatchObject({ id: 'tablet-10', source: 'judgement' });
  });
});

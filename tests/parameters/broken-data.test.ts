import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { DataError } from '../../src/parameters/data-error.js';
import { loadParameters, type Parameters } from '../../src/parameters/load.js';
import { type Ran, run } from '../cli/run.js';

const runWith = (argv: readonly string[], load: () => Parameters): Ran => run(argv, 80, { load });

const whole = fileURLToPath(new URL('../../data/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'baclofen-data-'));
let folders = 0;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of data/ with one file changed, as the URL of a folder. */
function damaged(file: string, damage: (text: string) => string | undefined): URL {
  folders += 1;
  const folder = join(scratch, String(folders));
  cpSync(whole, folder, { recursive: true });
  const path = join(folder, file);
  const text = damage(readFileSync(path, 'utf8'));
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
  return pathToFileURL(`${folder}/`);
}

type Json = { [key: string]: Json } & Json[];

/** The part that a path such as "rules.us.start" leads to. */
function at(content: Json, path: string): Json {
  let part = content;
  for (const key of path.split('.')) {
    const next = part[key];
    if (next === undefined) throw new Error(`there is no ${path}`);
    part = next;
  }
  return part;
}

/** Sets, or with undefined removes, what stands at a path that exists; a new key with `add`. */
function set(path: string, value: unknown, add = false) {
  return (text: string): string => {
    const content = JSON.parse(text) as Json;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.length === 0 ? content : at(content, keys.join('.'));
    if (!add && parent[last] === undefined) throw new Error(`there is no ${path}`);
    if (value === undefined) delete parent[last];
    else Object.defineProperty(parent, last, { value, enumerable: true, writable: true, configurable: true });
    return JSON.stringify(content, null, 2);
  };
}

/** Appends a copy of the first entry of a list. */
function twice(path: string) {
  return (text: string): string => {
    const content = JSON.parse(text) as Json;
    const list = at(content, path);
    list.push(list[0] as Json);
    return JSON.stringify(content, null, 2);
  };
}

type Damage = readonly [what: string, file: string, damage: (text: string) => string | undefined, field: string];

const start = 'rules.us.start';

const damages: readonly Damage[] = [
  ['a key is missing', 'titration.json', set('rules.us.increment', undefined), 'rules.us.increment'],
  ['a value is missing', 'titration.json', set(`${start}.value`, undefined), `${start}.value`],
  ['a number is quoted', 'titration.json', set(`${start}.value`, '5'), `${start}.value`],
  ['a number is null', 'lactation.json', set('intake.value', null), 'intake.value'],
  ['a number is negative', 'taper.json', set('shortest.value', -7), 'shortest.value'],
  ['a ceiling of 80 g', 'titration.json', set('rules.us.dailyCeiling.value', 80_000), 'rules.us.dailyCeiling.value'],
  ['a key is not known', 'titration.json', set('rules.us.maximum', 80, true), 'maximum'],
  ['a key of a value is not known', 'titration.json', set(`${start}.unti`, 'mg', true), 'unti'],
  ['a key of the whole file is not known', 'renal.json', set('band', [], true), 'band'],
  ['a start per day', 'titration.json', set(`${start}.unit`, 'mg/d'), `${start}.unit`],
  ['a ceiling per dose', 'titration.json', set('rules.us.dailyCeiling.unit', 'mg'), 'rules.us.dailyCeiling.unit'],
  ['mcg for mg', 'lactation.json', set('publishedCase.level.unit', 'ug/L'), 'publishedCase.level.unit'],
  ['a unit is missing', 'products.json', set('products.1.strength.unit', undefined), 'products.1.strength.unit'],
  ['a gap between bands', 'renal.json', set('bands.1.below.value', 29), 'bands'],
  ['bands that overlap', 'renal.json', set('bands.1.below.value', 31), 'bands'],
  ['a first band above zero', 'renal.json', set('bands.0.from.value', 1), 'bands'],
  ['a last band that ends', 'renal.json', set('bands.4.below', { value: 200, unit: 'mL/min' }), 'bands'],
  ['a band in the middle without end', 'renal.json', set('bands.2.below', null), 'bands'],
  ['no bands', 'renal.json', set('bands', []), 'bands'],
  ['a fraction above one', 'renal.json', set('bands.3.action.keep.numerator', 4), 'bands.3.action.keep'],
  ['a fraction by zero', 'renal.json', set('bands.3.action.keep.denominator', 0), 'bands.3.action.keep.denominator'],
  ['a reduction without a pace', 'renal.json', set('bands.3.action.interval', undefined), 'bands.3.action.interval'],
  ['a pace where nothing is reduced', 'renal.json', set('bands.4.action.interval', 7, true), 'bands.4.action'],
  ['an action that does not exist', 'renal.json', set('bands.3.action.kind', 'double'), 'bands.3.action'],
  ['a source that does not exist', 'titration.json', set(`${start}.source`, 'fda-tablets-1977'), start],
  [
    'a source of an alternative that does not exist',
    'titration.json',
    set('rules.us.dailyCeiling.alternatives.0.source', 'nobody'),
    'rules.us.dailyCeiling.alternatives.0',
  ],
  ['a source that nobody names', 'taper.json', set('emergency.source', ''), 'emergency.source'],
  ['a source that was removed', 'sources.json', set('sources.0.id', 'renamed'), 'fda-tablets-2023'],
  ['no locator', 'taper.json', set('abruptStop.locator', undefined), 'abruptStop.locator'],
  ['an empty locator', 'taper.json', set('abruptStop.locator', ''), 'abruptStop.locator'],
  ['no date', 'lactation.json', set('intake.checked', undefined), 'intake.checked'],
  ['a date that does not exist', 'lactation.json', set('intake.checked', '2026-02-30'), 'intake.checked'],
  ['a date written otherwise', 'lactation.json', set('intake.checked', '22.11.2026'), 'intake.checked'],
  ['evidence that does not exist', 'renal.json', set('accumulation.evidence', 'hearsay'), 'accumulation.evidence'],
  ['a judgement without a note', 'titration.json', set('rules.us.target.note', undefined), 'rules.us.target.note'],
  ['a judgement with an empty note', 'titration.json', set('neverAbove.note', '  '), 'neverAbove.note'],
  ['a sentence is missing', 'lactation.json', set('neverStop.text', undefined), 'neverStop.text'],
  ['a list is empty', 'taper.json', set('withdrawalSigns', []), 'withdrawalSigns'],
  ['a list is an object', 'lactation.json', set('comparisons', {}), 'comparisons'],
  ['half a level', 'taper.json', set('levels.atLeast', 6.5), 'levels.atLeast'],
  ['two products share an id', 'products.json', twice('products'), 'two products share an id'],
  ['the usual product is not there', 'products.json', set('usual.id', 'tablet-30'), 'usual product'],
  ['an id in capitals', 'products.json', set('products.0.id', 'Tablet 5'), 'products.0.id'],
  ['halves in words', 'products.json', set('products.0.halves.allowed', 'yes'), 'products.0.halves.allowed'],
  ['a form that does not exist', 'products.json', set('products.0.form', 'syrup'), 'products.0.form'],
  ['a topic that is not there', 'monograph.json', set('topics.0.id', 'history'), 'topics.0.id'],
  ['a topic twice', 'monograph.json', twice('topics'), 'topics'],
  ['a word for two topics', 'monograph.json', set('topics.0.synonyms.0', 'renal'), 'one word asks for two topics'],
  ['a topic without lines', 'monograph.json', set('topics.0.lines', []), 'topics.0.lines'],
  ['a line that nobody says', 'monograph.json', set('topics.0.lines.0.whose', ''), 'topics.0.lines.0.whose'],
  ['a line without a source', 'monograph.json', set('topics.0.lines.0.citations', []), 'topics.0.lines.0.citations'],
  ['a line of no weight', 'monograph.json', set('topics.0.lines.0.weight', 'light'), 'topics.0.lines.0.weight'],
  ['a disagreement of nobody', 'monograph.json', set('topics.0.lines.2.sides', []), 'topics.0.lines.2.sides'],
  ['two sources share an id', 'sources.json', twice('sources'), 'two sources share an id'],
  ['an address that is none', 'sources.json', set('sources.0.url', 'at the library'), 'sources.0.url'],
  ['a type of source that does not exist', 'sources.json', set('sources.0.type', 'rumour'), 'sources.0.type'],
  ['a drug of no group', 'interactions.json', set('lists.0.drugs.0.group', 'opiods'), 'belongs to no group'],
  ['a drug twice', 'interactions.json', twice('lists.0.drugs'), 'stands for two drugs'],
  [
    'a brand of another drug',
    'interactions.json',
    set('lists.0.drugs.0.brands.0', 'X-anax'),
    'one name or code stands for two drugs',
  ],
  ['a code of another drug', 'interactions.json', set('lists.0.drugs.0.atc.0', 'N02AX02'), 'stands for two drugs'],
  ['a code of baclofen', 'interactions.json', set('lists.0.drugs.0.atc.0', 'M03BX01'), 'stands for two drugs'],
  ['a code that is none', 'interactions.json', set('lists.0.drugs.0.atc.0', 'N02'), 'lists.0.drugs.0.atc.0'],
  ['a group without a drug', 'interactions.json', set('groups.0.id', 'oxybate'), 'belongs to no group'],
  ['two groups share an id', 'interactions.json', twice('groups'), 'two groups share an id'],
  ['a severity that is none', 'interactions.json', set('groups.0.severity.value', 'severe'), 'groups.0.severity.value'],
  ['a severity without a reason', 'interactions.json', set('groups.0.severity.note', ''), 'groups.0.severity.note'],
  ['no word on depression', 'interactions.json', set('groups.0.depressant', undefined), 'groups.0.depressant'],
  ['a limit without unit', 'interactions.json', set('twoSedatives.kidneyBelow.unit', 'mL'), 'kidneyBelow.unit'],
  ['a condition twice', 'conditions.json', twice('conditions'), 'one name stands for two conditions'],
  ['a synonym of another', 'conditions.json', set('conditions.1.synonyms.0', 'Stroke'), 'one name stands for two'],
  ['a code of another', 'conditions.json', set('conditions.1.icd10.0', 'G40'), 'one code stands for two conditions'],
  ['a country that is none', 'conditions.json', set('conditions.1.lines.0.country', 'gb'), 'lines.0.country'],
  ['a country that says two things', 'conditions.json', twice('conditions.1.lines'), 'a country says two things'],
  ['a refusal nowhere', 'conditions.json', set('conditions.1.refusal.countries', []), 'refusal.countries'],
  ['a condition without a line', 'conditions.json', set('conditions.1.lines', []), 'conditions.1.lines'],
  ['a list instead of an object', 'taper.json', () => '[]', 'the whole file'],
  ['a file cut off', 'renal.json', (text) => text.slice(0, text.length / 2), 'renal.json'],
  ['a file that is not JSON', 'renal.json', (text) => text.replace('"bands": [', '"bands": oops ['), 'renal.json'],
  ['a comment', 'taper.json', (text) => text.replace('{', '{\n  // the shortest\n'), 'taper.json'],
  ['an empty file', 'lactation.json', () => '', 'lactation.json'],
  ['no file', 'products.json', () => undefined, 'products.json'],
  ['no sources', 'sources.json', () => undefined, 'sources.json'],
];

/** Zero passes for a number, but stepping by it never ends. */
const zeros: readonly Damage[] = [
  ['steps of 0 mg', 'titration.json', set('rules.us.increment.value', 0), 'rules.us.increment.value'],
  ['steps every 0 days', 'titration.json', set('rules.us.interval.value', 0), 'rules.us.interval.value'],
  ['no doses a day', 'titration.json', set('rules.us.timesDaily.value', 0), 'rules.us.timesDaily.value'],
  ['two and a half doses a day', 'titration.json', set('rules.us.timesDaily.value', 2.5), 'rules.us.timesDaily.value'],
  ['a tablet of 0 mg', 'products.json', set('products.1.strength.value', 0), 'products.1.strength.value'],
  ['a liquid of 0 mg per mL', 'products.json', set('products.6.concentration.value', 0), 'products.6.concentration'],
  ['a syringe with marks of 0 mL', 'products.json', set('products.6.step.value', 0), 'products.6.step.value'],
];

describe.each([...damages, ...zeros])('%s (%s)', (_, file, damage, field) => {
  const folder = damaged(file, damage);

  it('throws a DataError that names file and field', () => {
    const load = () => loadParameters(folder);
    expect(load).toThrow(DataError);
    expect(load).toThrow(expect.objectContaining({ message: expect.stringContaining(`data/`) }));
    expect(load).toThrow(expect.objectContaining({ message: expect.stringContaining(field) }));
    // Where a citation has lost its source, the file that cites is named.
    if (field !== 'fda-tablets-2023') {
      expect(load).toThrow(expect.objectContaining({ message: expect.stringContaining(`data/${file}`) }));
    }
  });

  it('ends a command with exit 3, one sentence, no stack and nothing on stdout', () => {
    // An invalid product: should the data pass, the command ends before it plans anything.
    const argv = ['titrate', '--start', '5', '--product', 'none'];
    const { code, out, err } = runWith(argv, () => loadParameters(folder));
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(field);
    expect(err).not.toMatch(/ at .*\.[jt]s/);
  });
});

describe('a fault', () => {
  const fail = () => {
    throw new TypeError('something is undefined');
  };

  it('of ours is exit 3 and one sentence as well', () => {
    const { code, out, err } = runWith(['titrate', '--start', '5'], fail);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/^[^\n]*something is undefined[^\n]*\n$/);
  });

  it('shows its stack with --debug', () => {
    const { code, out, err } = runWith(['titrate', '--start', '5', '--debug'], fail);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/something is undefined\n {4}at /);
  });
});

describe('an untouched copy', () => {
  it('loads and equals the original', () => {
    expect(loadParameters(damaged('renal.json', (text) => text))).toEqual(loadParameters());
  });

  it('help needs no data', () => {
    const fail = () => {
      throw new DataError('not to be read');
    };
    expect(runWith(['--help'], fail).code).toBe(0);
    expect(runWith(['titrate', '--help'], fail).code).toBe(0);
  });
});

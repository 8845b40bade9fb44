import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';

const scratch = mkdtempSync(join(tmpdir(), 'baclofen-wording-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
cpSync(fileURLToPath(new URL('../../data/', import.meta.url)), scratch, { recursive: true });
const path = join(scratch, 'wording.json');
const whole = readFileSync(path, 'utf8');

function loadWith(from: string, to: string) {
  expect(whole).toContain(from);
  writeFileSync(path, whole.replace(from, to));
  return () => loadParameters(pathToFileURL(`${scratch}/`));
}

describe('a sentence in data/wording.json', () => {
  it('that lost the place of its number is a broken file', () => {
    expect(loadWith('sources ask for at least {shortest}', 'sources ask for more')).toThrow(
      'data/wording.json, notices.taper-short: exactly the places {days}, {shortest}',
    );
  });

  it('that asks for a number which no answer has is a broken file', () => {
    expect(loadWith('sources ask for at least {shortest}', 'sources ask for at least {shortest} or {longest}')).toThrow(
      'data/wording.json, notices.taper-short',
    );
  });

  it('of a refusal is held to its places, reason and advice together', () => {
    expect(loadWith('A specialist who must: {override}.', 'A specialist who must.')).toThrow(
      'data/wording.json, refusals.clearance-too-low',
    );
  });

  it('that is missing is a broken file', () => {
    expect(loadWith('"taper-short": {', '"taper-brief": {')).toThrow('data/wording.json, notices');
  });
});

describe('what the words layer says itself', () => {
  const code = (name: string) => readFileSync(new URL(`../../src/report/wording/${name}.ts`, import.meta.url), 'utf8');
  const table = (name: string, start: string) =>
    [...(code(name).split(start)[1]?.split('\n};')[0] ?? '').matchAll(/^ {2}'?([\w-]+)'?: /gm)].map(([, each]) => each);

  // A sentence about medicine goes to data/wording.json. These are about the request, the record, products and flags.
  it('is about the tool: a code that is added here is added on purpose', () => {
    expect(table('notices', 'const sentences')).toEqual([
      'lowered-to-allowed',
      'asked-lowered',
      'fewer-doses-than-rule',
      'tablets-make-fewer-doses',
      'weight-without-age',
      'shown-estimate-lower',
      'creatinine-not-used',
      'daily-dose-within-ceiling',
      'departs-from-label',
      'refusal-lifted',
      'override-not-needed',
      'record-partial',
      'record-remark',
      'file-other-material',
      'file-part-left-out',
      'flag-instead-of-file',
      'not-read-from-fhir',
      'poisoning-first',
      // What an amount would be of another product, and what was not compared.
      'old-amount-of-new',
      'old-amount-differs',
      'ceiling-not-compared',
      'newborn-excipients',
      // The sentences of these are those of data/interactions.json and data/conditions.json.
      'two-sedatives',
      'another-baclofen',
      'interacting-drugs',
      'drug-noted',
      'condition-noted',
      'name-not-known',
      'record-not-recognised',
      'not-used',
      'relative-dose-needs-maternal-dose',
      // The sentences of these are those of data/intrathecal.json, whole.
      'intrathecal-boxed-warning',
      'intrathecal-withdrawal',
      'intrathecal-overdose',
    ]);
    expect(table('refusals', 'const words')).toEqual([
      'cannot-be-made',
      'daily-dose-cannot-be-made',
      'start-too-small',
      'fixed-by-rule',
      'suspected-toxicity',
      'suspected-withdrawal',
      'toxicity-or-withdrawal',
      'nothing-to-bring-down',
      'end-too-small',
      'reduction-too-small',
      'taper-too-long',
      'would-rise',
      'no-level-below',
      // Another product, a strength not known, and sentences of data/restart.json.
      'pump-interrupted',
      'restart-where-avoided',
      'switch-elsewhere',
      'strength-unknown',
      'switch-cannot-be-made',
      'no-oral-conversion',
      'reserve-not-below-reservoir',
      'start-above-end',
      'step-cannot-be-made',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleForBrowser } from '../../scripts/bundle-for-browser.mjs';
import { quantity } from '../../src/core/values/quantity.js';
import { planTitration } from '../../src/library.js';
import { loadParameters } from '../../src/parameters/load.js';

let code = '';
beforeAll(async () => {
  code = await bundleForBrowser();
});

describe('a bundle of the library for a web page', () => {
  it('asks for nothing of Node', () => {
    expect(code.length).toBeGreaterThan(100_000);
    expect(code).not.toMatch(/["'`]node:|\brequire\(|\bprocess\b\s*\.\s*(?:env|argv|exit|platform)/);
  });

  it('plans as Node does where there is no process, no file and no module', () => {
    const page = createContext({ URL });
    runInContext(code, page);
    const request = { start: quantity(5, 'mg'), patient: { creatinineClearance: quantity(42, 'mL/min') } };
    const answer = JSON.parse(runInContext('answer', page));
    expect(answer).toEqual(JSON.parse(JSON.stringify(planTitration(request, loadParameters()))));
    // Half of the label at 42 mL/min: the first day is 5 mg, not 15.
    expect(answer.plan.schedule[0].dailyDose).toEqual({ value: 5, unit: 'mg/d' });
  });

  it('has its data from the package: baclofen/data is what stands in data/', async () => {
    const { data } = await import('../../dist/data-files.js');
    const file = new URL('../../data/titration.json', import.meta.url);
    expect(data.titration).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});

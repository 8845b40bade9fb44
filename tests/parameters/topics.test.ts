import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';
import { topics } from '../../src/parameters/topics.js';
import { topicsOf } from '../../src/parameters/topics-of.js';
import { run } from '../cli/run.js';

const names = Object.keys(topics);

it('every file of data/ is in the list of topics, and nothing else', () => {
  const files = readdirSync(new URL('../../data/', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual([...names, 'sources'].map((name) => `${name}.json`).sort());
});

it('sources shows values of every file', () => {
  const { taken } = JSON.parse(run(['sources', '--json']).out);
  const shown = taken.map(({ path }: { path: string }) => path.split('.')[0]);
  expect(new Set(shown)).toEqual(new Set(names));
  expect(Object.keys(topicsOf(loadParameters()))).toEqual(names);
});

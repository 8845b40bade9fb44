// What tests of src/core ask of vitest, without its workers: tests are collected into a list.

import { readFileSync } from 'node:fs';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
for (const matchers of [customMatchers, { toMatchFileSnapshot }]) chai.expect.extend(expect, matchers);

function toMatchFileSnapshot(received, path) {
  return { pass: received === readFileSync(path, 'utf8'), message: () => `differs from ${path}` };
}

let collected = [];

/** @returns the tests of a file, by what they are called and their number in it. */
export async function testsOf(file, load) {
  collected = [];
  await load();
  return collected.map(({ name, test }, number) => ({ id: `${file}#${number}`, name: `${file} ${name}`, test }));
}

export const it = withVariants((name, test) => collected.push({ name, test }));
export const describe = withVariants((_, body) => body());

function withVariants(declare) {
  const each = (rows) => (name, body) => {
    for (const row of rows) declare(name, () => body(...(Array.isArray(row) ? row : [row])));
  };
  return Object.assign(declare, { each, skipIf: (skipped) => (skipped ? () => {} : declare) });
}

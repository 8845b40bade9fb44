import { defineConfig } from 'vitest/config';

const room = process.env.MUTATED;

/** What mutation testing runs: the tests of the room, and the patients and examples worked by hand. */
export default defineConfig({
  test: {
    include: [`tests/core/${room}/**/*.test.ts`, 'tests/core/{patients,worked-examples}.test.ts'],
    testTimeout: 120_000,
  },
});

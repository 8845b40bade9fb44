import { defineConfig } from 'vitest/config';
import { titles } from './tests/titles.js';

/** Generators, cohorts, records of real systems, whole processes and packages: `npm run test:quick` does without. */
const slow = [
  'tests/agreement/**',
  'tests/differential/**',
  'tests/fhir/**',
  'tests/fuzz/**',
  'tests/supply/**',
  'tests/words/**',
  'tests/bin.test.ts',
  'tests/exit-codes.test.ts',
  'tests/layers.test.ts',
  'tests/readme.test.ts',
  'tests/review.test.ts',
  'tests/cli/completion.test.ts',
  'tests/cli/hostile.test.ts',
  'tests/cli/monograph.test.ts',
  'tests/cli/panel/**',
  'tests/cli/printed-lines.test.ts',
  'tests/cli/records/**',
  'tests/core/check/plans.test.ts',
  'tests/core/properties.test.ts',
  'tests/core/risks.test.ts',
  'tests/parameters/broken-data.test.ts',
  'tests/report/views/words.test.ts',
  'tests/**/laws.test.ts',
  'tests/**/used.test.ts',
];
const quick = process.env.QUICK === '1';

export default defineConfig({
  test: {
    // What is quick runs from the source; the built program is for the rest.
    setupFiles: ['tests/as-built.ts'],
    globalSetup: quick ? [] : ['tests/build.ts'],
    include: ['tests/**/*.test.ts'],
    exclude: quick ? slow : [],
    // Modules are read once for each worker: no test changes what they keep.
    isolate: false,
    // Left to itself the runner keeps one core free, which of two is half.
    maxWorkers: '100%',
    reporters: ['default', titles],
    // Properties run hundreds of plans; a busy machine must not fail them.
    testTimeout: 120_000,
  },
});

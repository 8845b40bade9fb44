// What scripts/mutate.mjs asks of Stryker: in which places, and where the report goes.
const { MUTATED, REPORT } = process.env;

export default {
  testRunner: 'vitest-collecting',
  plugins: ['./safety/test-runner.mjs'],
  vitest: { configFile: 'safety/vitest.core.config.ts', related: false },
  mutate: JSON.parse(MUTATED),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['json'],
  jsonReporter: { fileName: REPORT },
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', 'coverage'],
  allowEmpty: false,
};

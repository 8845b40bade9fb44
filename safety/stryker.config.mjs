// Mutation testing of one room of src/core, which MUTATED names: see scripts/mutate.mjs.
const room = process.env.MUTATED;

export default {
  testRunner: 'vitest-collecting',
  plugins: ['./safety/test-runner.mjs'],
  vitest: { configFile: 'safety/vitest.core.config.ts', related: false },
  mutate: [`src/core/${room}/**/*.ts`],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `coverage/mutation/${room}.json` },
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', 'coverage'],
  allowEmpty: false,
};

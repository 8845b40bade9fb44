// What scripts/mutate.mjs asks of Stryker: in which room of core, and where the report goes.
const { ROOM, REPORT } = process.env;

export default {
  testRunner: 'bundled',
  plugins: ['./safety/mutation/test-runner.mjs'],
  mutate: [`src/core/${ROOM}/**/*.ts`],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A bundle that was read stays in memory.
  maxTestRunnerReuse: 200,
  // A busy machine is not an endless loop.
  timeoutMS: 20_000,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: REPORT },
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', 'coverage'],
};

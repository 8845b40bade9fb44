import { defineConfig } from 'vitest/config';

/** What mutation testing runs, which scripts/mutate.mjs names. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env.TESTS ?? '[]'),
    exclude: JSON.parse(process.env.NOT ?? '[]'),
    testTimeout: 120_000,
    // Each mutant runs them anew: modules are read once for all files.
    isolate: false,
  },
});

import { defineConfig } from 'vitest/config';

/** What mutation testing runs: the tests of the calculations alone. */
export default defineConfig({ test: { include: ['safety/core.test.ts'], testTimeout: 120_000 } });

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/build.ts'],
    include: ['tests/**/*.test.ts'],
    // Properties run hundreds of plans; a busy machine must not fail them.
    testTimeout: 120_000,
  },
});

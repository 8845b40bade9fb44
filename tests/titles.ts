import type { Reporter, TestModule } from 'vitest/node';

/** A title with a hole in it says nothing of what failed: a run that has one does not pass. */
export const titles: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const names = modules.flatMap((module) => [...module.children.allTests()].map(({ fullName }) => fullName));
    const holes = names.filter((name) => hole.test(name));
    if (holes.length === 0) return;
    process.stderr.write(`Titles that print undefined:\n${holes.map((name) => `  ${name}\n`).join('')}`);
    process.exitCode = 1;
  },
};

/** What is quoted is what was typed. */
export const hole = /(?<!["'\w])undefined(?!["'\w])|\[object Object\]|%[sdj]/;

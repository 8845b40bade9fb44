// Runs the tests on several versions of Node.js, which the npm package "node" brings. Stops at the first that fails.
// npm run check:nodes [-- 20 22 24]
import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const asked = process.argv.slice(2);
for (const version of asked.length > 0 ? asked : ['20', '22', '24']) {
  const { status, stdout } = spawnSync(
    'npx',
    [
      '--yes',
      '-p',
      `node@${version}`,
      '-c',
      'node --version && node node_modules/vitest/vitest.mjs run --reporter=dot',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
  );
  const said = stripVTControlCharacters(stdout).split('\n');
  const tests = said.find((line) => /\bTests\b/.test(line)) ?? '';
  process.stdout.write(`Node.js ${said[0]}: ${status === 0 ? 'passed' : 'failed'}. ${tests.trim()}\n`);
  if (status !== 0) {
    process.stdout.write(stdout);
    process.exitCode = 1;
    break;
  }
}

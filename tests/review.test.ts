import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../scripts/review.mjs', import.meta.url));

describe('the page of npm run review', () => {
  it('ends quietly where the reader has seen enough', () => {
    const line = `set -o pipefail; '${process.execPath}' '${script}' | head -n 1`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^# Review of the data of \d{4}-\d{2}-\d{2}\n$/);
    expect(status).toBe(0);
  });
});

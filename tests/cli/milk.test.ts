import { describe, expect, it } from 'vitest';
import { contract } from './contracts.js';
import { argvOf, run } from './run.js';

const cli = (flags: string) => run(argvOf(`baclofen milk ${flags}`));

describe('milk on the command line', () => {
  it.each([
    '--dose 20 --times 06:00,11:20,16:40,22:00',
    '--dose 5mg --times 23:59',
    '--dose 40 --times 06:00,18:00,23:00',
  ])('%s --json holds the contract', (flags) => {
    const { out, code } = cli(`${flags} --json`);
    expect(code).toBe(0);
    expect(contract.milk.safeParse(JSON.parse(out)).error).toBeUndefined();
  });

  it.each([
    ['', '--dose'],
    ['--dose 20', '--times'],
    ['--dose 20mL --times 06:00', '--dose'],
    ['--dose 0 --times 06:00', '--dose'],
    ['--dose 20 --times 6:00', '--times'],
    ['--dose 20 --times 24:00', '--times'],
    ['--dose 20 --times 06:00,', '--times'],
    ['--dose 20 --times 06:00,06:00', '--times'],
    ['--dose 20 --times 01:00,02:00,03:00,04:00,05:00,06:00,07:00,08:00,09:00', '--times'],
  ])('%s is one sentence that names %s', (flags, flag) => {
    const { out, err, code } = cli(flags);
    expect(code).toBe(2);
    expect(out).toBe('');
    // Typed alone it is followed by lines to type.
    const [sentence = '', ...more] = err.trimEnd().split('\n');
    expect(more.length > 0).toBe(flags === '');
    expect(sentence).toMatch(new RegExp(`^${flag} got .*; it takes .*\\.$`));
  });
});

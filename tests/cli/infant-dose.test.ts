import { describe, expect, it } from 'vitest';
import { contract } from './contracts.js';
import { argvOf, run } from './run.js';

const cli = (flags: string) => run(argvOf(`baclofen infant-dose ${flags}`));

describe('infant-dose on the command line', () => {
  it.each([
    '--milk 0.32',
    '--maternal-dose 80mg --exposed-before-birth --infant-age 0d --gestational-age 34+3',
    '--peak 1.6umol/L --trough 297mcg/L --infant-age 6mo --infant-weight 7.5 --with clonazepam',
    '--route intrathecal --maternal-dose 330mcg/day',
    '--route intrathecal --milk 0.617mcg/L',
    '--assume janusmed --infant-age 3weeks',
  ])('%s --json holds the contract', (flags) => {
    const { out, code } = cli(`${flags} --json`);
    expect(code).toBe(0);
    expect(contract['infant-dose'].safeParse(JSON.parse(out)).error).toBeUndefined();
  });

  it.each([
    ['', '--milk'],
    ['--maternal-dose 330mcg', '--maternal-dose'],
    ['--route intrathecal --maternal-dose 0.33mg', '--maternal-dose'],
    ['--route intrathecal --maternal-dose 330', '--maternal-dose'],
    ['--route epidural --milk 1', '--route'],
    ['--peak 0.3', '--trough'],
    ['--trough 0.3', '--peak'],
    ['--peak 0.2 --trough 0.3', '--trough'],
    ['--milk 0.3 --peak 0.3 --trough 0.2', '--milk'],
    // A bare number: days, weeks or months?
    ['--milk 0.3 --infant-age 6', '--infant-age'],
    ['--milk 0.3 --infant-age 25mo', '--infant-age'],
    ['--milk 0.3 --gestational-age 34+7', '--gestational-age'],
    ['--milk 0.3 --gestational-age 240', '--gestational-age'],
    ['--milk 0.3 --with "<b>"', '--with'],
    ['--milk 0.3 --maternal-crcl -5', '--maternal-crcl'],
    ['--assume hale', '--assume'],
    ['--assume lactmed --share 0.5', '--assume'],
  ])('%s is one sentence that names %s', (flags, flag) => {
    const { out, err, code } = cli(flags);
    expect(code).toBe(2);
    expect(out).toBe('');
    // Typed alone it is followed by lines to type.
    expect(err.trimEnd().split('\n').length > 1).toBe(flags === '');
    expect(err).toMatch(new RegExp(`^${flag} got .*; .*\\.$`, 'm'));
  });
});

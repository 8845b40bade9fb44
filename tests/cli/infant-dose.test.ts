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

describe('what is printed of an exposure', () => {
  const flat = (flags: string) => cli(flags).out.replaceAll(/\s+/g, ' ');

  it('150 mL/kg/day leads, and what was measured at the age stands beside it', () => {
    const out = flat('--milk 0.32 --infant-age 3mo --share 50% --infant-weight 6');
    // 0.32 x 0.150 x 0.5 = 0.024; x 6 = 0.144
    expect(out).toContain('The infant takes 0.024 mg/kg/day, 0.144 mg per day (milk 150 mL/kg/day)');
    // 0.32 x 0.126 x 0.5 = 0.02016; x 6 = 0.12096
    expect(out).toContain('measured at this age: 0.0202 mg/kg/day, 0.121 mg per day (milk 126 mL/kg/day)');
    // 0.024 / 0.1 = 24%; 0.024 / 0.3 = 8%
    expect(out).toContain('That is 24% of 0.1 mg/kg/day');
    expect(out).toContain('8% of 0.3 mg/kg/day');
  });

  it('an intake that was asked for leads', () => {
    // 0.32 x 0.120 = 0.0384
    expect(flat('--milk 0.32 --infant-age 3mo --intake 120')).toContain(
      'The infant takes 0.0384 mg/kg/day (milk 120 mL/kg/day)',
    );
  });

  it('the share of the diet is said, above and in the table', () => {
    // 0.32 x 40 / 80 = 0.16; x 0.150 / 3 = 0.008
    const out = flat('--maternal-dose 40 --share 1/3');
    expect(out).toContain('milk is 33.3% of the diet. The infant takes 0.008 mg/kg/day');
    expect(flat('--maternal-dose 40 --share 1/3 --full --format markdown')).toContain(
      'Infant dose, milk 33.3% of the diet',
    );
    expect(flat('--maternal-dose 40')).not.toContain('of the diet');
  });

  it.each([
    ['--maternal-dose 80', /CRAT, Switzerland.*: with reserve or against/],
    // CRAT: by mouth preferably no breastfeeding, by pump it is possible.
    ['--route intrathecal --maternal-dose 330mcg', /e-lactancia, CRAT: acceptable, watch\. Switzerland/],
  ])('%s: where CRAT stands goes by the route', (flags, words) => {
    expect(flat(flags)).toMatch(words);
    expect(flat(`${flags} --full`)).toMatch(words);
  });

  it("the user's own trough and peak are called so", () => {
    const out = flat('--peak 0.343 --trough 0.297');
    // 0.297 x 0.150 = 0.04455; 0.343 x 0.200 = 0.0686
    expect(out).toContain(
      'With the trough and the peak given, and the lowest and highest intake: 0.0446 to 0.0686 mg/kg/day.',
    );
    expect(out).not.toContain('published milk level');
  });
});

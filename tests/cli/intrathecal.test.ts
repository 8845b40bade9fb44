import { describe, expect, it } from 'vitest';
import { argvOf, run } from './run.js';
import { expectCivil } from './trouble.js';

const baclofen = (line: string) => run(argvOf(`baclofen ${line}`));
const answer = (line: string) => JSON.parse(baclofen(`${line} --json`).out);
const pump = 'intrathecal --dose 350mcg --concentration 2000mcg/mL --reservoir 20mL';

describe('baclofen intrathecal', () => {
  it.each([
    'intrathecal',
    pump,
    'intrathecal --dose 350mcg --change 15% --of spinal',
    'intrathecal --from-oral 60',
    'intrathecal --dose 3000mcg --concentration 2000mcg/mL --reservoir 20mL',
  ])('%s begins with the boxed warning, withdrawal and overdose', (line) => {
    expect(baclofen(line).out).toMatch(/^[^\n]+\n\n?WARNING: Never stop it abruptly/);
    const { out } = baclofen(line);
    const order = ['Never stop it abruptly', 'WARNING: Withdrawal:', 'WARNING: Overdose:'].map((words) =>
      out.indexOf(words),
    );
    expect(order[0]).toBeGreaterThan(0);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it.each([
    'intrathecal',
    `${pump} --refilled 2026-11-25`,
    `${pump} --reserve 1 --change 15% --of spinal`,
    'intrathecal --from-oral 60',
    'intrathecal --dose 350mcg --change 31% --of spinal',
  ])('%s is brief: 22 rows of 80 columns', (line) => {
    expect(baclofen(line).out.trimEnd().split('\n').length).toBeLessThanOrEqual(22);
  });

  it.each([
    ['--refilled 2026-11-25', '2027-02-24'],
    ['--refilled today', '2027-03-02'],
  ])('%s: 91 days, until %s', (flag, date) => {
    // (20 - 4) x 2000 / 350 = 91.4. From 25 November: 5 + 31 + 31 = 67 to 31 January, 24 more. From 1 December: 30 +
    // 31 + 28 = 89 to 28 February, 2 more.
    expect(answer(`${pump} ${flag}`).plan).toMatchObject({ daysToReserve: { value: 91, unit: 'd' }, emptyOn: date });
  });

  it.each(['350mcg', '350mcg/day', '350 mcg', '350ug/d'])('reads %s', (dose) => {
    const { plan } = answer(`intrathecal --dose '${dose}' --concentration 2000mcg/mL --reservoir 20`);
    expect(plan.dose).toEqual({ value: 350, unit: 'ug/d' });
  });

  it('reads a change up and down', () => {
    const to = (change: string) => answer(`intrathecal --dose 200mcg --change ${change} --of spinal`).plan.dose.value;
    expect([to('15%'), to('+15%'), to('15'), to('-15%')]).toEqual([230, 230, 230, 170]);
  });

  it('carries no milligrams: what was to be converted is not in the answer', () => {
    expect(answer('intrathecal --from-oral 60mg').request).toEqual({ fromOral: true });
  });

  it.each([
    ['intrathecal --dose 0.35mg --concentration 2000mcg/mL --reservoir 20mL', '--dose', '0.35mg'],
    ['intrathecal --dose 350 --concentration 2000mcg/mL --reservoir 20mL', '--dose', '350'],
    ['intrathecal --dose 350mcg --concentration 2mg/mL --reservoir 20mL', '--concentration', '2mg/mL'],
    ['intrathecal --dose 350mcg --concentration 2000 --reservoir 20mL', '--concentration', '2000'],
    ['intrathecal --dose 350mcg --concentration 2000mcg/mL', '--reservoir', 'nothing'],
    ['intrathecal --dose 350mcg', '--concentration', 'nothing'],
    ['intrathecal --dose 350mcg --reservoir 20mL', '--concentration', 'nothing'],
    ['intrathecal --concentration 2000mcg/mL --reservoir 20mL', '--dose', 'nothing'],
    ['intrathecal --change 15% --of spinal', '--dose', 'nothing'],
    ['intrathecal --dose 350mcg --change 15%', '--of', 'nothing'],
    ['intrathecal --dose 350mcg --of spinal', '--of', 'no --change'],
    ['intrathecal --dose 350mcg --change 0% --of spinal', '--change', '0%'],
    ['intrathecal --dose 350mcg --change 15mcg --of spinal', '--change', '15mcg'],
    ['intrathecal --dose 350mcg --change 15% --of brain', '--of', 'brain'],
    [`${pump} --label 4000mcg/mL`, '--label', '4000 mcg/mL'],
    [`${pump} --refilled 2026-02-29`, '--refilled', '2026-02-29'],
    [`${pump} --reservoir 20`, '--reservoir', 'two values'],
  ])('%s is bad input', (line, flag, got) => {
    const { code, err } = expectCivil(argvOf(`baclofen ${line}`));
    expect(code).toBe(2);
    expect(err.startsWith(`${flag} got ${got}`) || err.startsWith(`${flag} got "${got}"`), err).toBe(true);
  });
});

describe('dates held to today, 1 December 2026', () => {
  it('a reserve in the past is the first warning', () => {
    const out = baclofen(`${pump} --refilled 2025-01-01`).out.replaceAll(/\s+/g, ' ');
    expect(out).toMatch(
      /WARNING: The reserve was reached on Wed 2 Apr 2025, before today, Tue 1 Dec 2026: .*WARNING: Never stop it abruptly/,
    );
  });

  it('a refill ahead is a caution', () => {
    const { out, code } = baclofen(`${pump} --refilled 2027-01-01`);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Caution: The day of the refill, Fri 1 Jan 2027, is after today');
  });

  it('a step down beyond its range names how far down at most', () => {
    const { out } = baclofen('intrathecal --dose 350mcg --change -30% --of spinal');
    expect(out).toContain('No more than 20% down (--change -20%)');
  });
});

import { describe, expect, it } from 'vitest';
import { contract } from './contracts.js';
import { argvOf, run } from './run.js';

const cli = (flags: string) => run(argvOf(`baclofen newborn ${flags}`));

describe('newborn on the command line', () => {
  it.each([
    '--weight 2.9 --regimen a',
    '--weight 2.1 --regimen b --birth-date 2028-02-27 --concentration 5',
    '--weight 2.9kg --regimen a --with-milk 1/3 --milk 320mcg/L --intake 60',
    '--weight 0.5 --regimen a --concentration 5mg/mL',
    '--weight 7 --regimen a',
    '--weight 2.9 --regimen a --concentration 3',
  ])('%s --json holds the contract', (flags) => {
    const { out, code } = cli(`${flags} --json`);
    const answer = JSON.parse(out);
    expect(contract.newborn.safeParse(answer).error).toBeUndefined();
    expect(code).toBe(answer.outcome === 'plan' ? 0 : 1);
  });

  it.each(['table', 'markdown', 'csv', 'json'])(
    '--format %s says that it is a single case and no protocol',
    (format) => {
      for (const regimen of ['a', 'b']) {
        const { out, err } = cli(`--weight 2.9 --regimen ${regimen} --format ${format}`);
        // A table of doses has nothing else: beside it, on stderr.
        expect((format === 'csv' ? err : out).replace(/\s+/g, ' ')).toContain(
          'one of two published single cases, neither a protocol',
        );
      }
    },
  );

  it('is labelled with a name and drawn, and refuses as text in every view', () => {
    expect(cli('--weight 2.9 --regimen a --name Lee').out).toContain('Patient: Lee');
    expect(cli('--weight 2.9 --regimen a --name Lee --format patient').out).toContain('Name: Lee');
    expect(cli('--weight 2.9 --regimen a --chart').out).toContain('0.28 mg per day │');
    for (const format of ['patient', 'pharmacy', 'html', 'ics', 'fhir']) {
      const { out, code } = cli(`--weight 7 --regimen a --format ${format}`);
      expect([/refus|OperationOutcome/i.test(out), code], format).toEqual([true, 1]);
    }
  });

  it('tells parents that it is for their baby, how to measure, what to watch for and whom to call', () => {
    const out = cli('--weight 2.9 --regimen a --format patient').out.replace(/\s+/g, ' ');
    for (const words of [
      "Your baby's clinician made this plan",
      'oral syringe from the pharmacy',
      'Never stop suddenly',
      'Watch your baby for at least 7 days',
      'call the clinician named on this sheet at once',
      'emergency number',
    ]) {
      expect(out).toContain(words);
    }
    expect(out).not.toMatch(/alcohol|drive|tablet/i);
  });

  it('frames only the days on which the dose is new', () => {
    // Ten steps and the first day without; rounding leaves days 6 and 7 alike (0.05 mg), and 10 and 11 (0.02 mg).
    const { out } = cli('--weight 2.9 --regimen a --format html');
    expect(out.match(/<td class="new">/g)).toHaveLength(9);
  });

  it('states the evidence before any dose', () => {
    const { out } = cli('--weight 2.9 --regimen a');
    expect(out.indexOf('neither a protocol')).toBeLessThan(out.indexOf('0.07 mg'));
  });

  it.each([
    ['', '--weight'],
    ['--weight 2.9', '--regimen'],
    ['--weight 2900mL --regimen a', '--weight'],
    ['--weight 6lb --regimen a', '--weight'],
    ['--weight 2.9 --regimen c', '--regimen'],
    ['--weight 2.9 --regimen a --birth-date 2026-02-29', '--birth-date'],
    ['--weight 2.9 --regimen a --format ics', '--birth-date'],
    ['--weight 2.9 --regimen a --chart --format patient', '--chart'],
    ['--weight 2.9 --regimen a --force', '--force'],
    ['--weight 2.9 --regimen a --concentration 5mL', '--concentration'],
    ['--weight 2.9 --regimen a --with-milk 1.5', '--with-milk'],
    ['--weight 2.9 --regimen a --milk 0.3', '--with-milk'],
  ])('%s is one sentence that names %s', (flags, flag) => {
    const { out, err, code } = cli(flags);
    expect(code).toBe(2);
    expect(out).toBe('');
    // Typed alone it is followed by lines to type.
    const [sentence = '', ...more] = err.trimEnd().split('\n');
    expect(more.length > 0).toBe(flags === '');
    expect(sentence).toMatch(new RegExp(`^${flag} got .*; .*\\.$`));
  });
});

describe('what the brief answer of a newborn says', () => {
  it('has drug and route in its title, and which day is day 1', () => {
    const out = cli('--weight 2.9 --regimen a').out.replaceAll(/\s+/g, ' ');
    expect(out).toMatch(/^Baclofen, oral: course A, to prevent withdrawal, a single case, 2\.9 kg /);
    expect(out).toContain('Day 1 is the day of birth (assumed).');
  });

  it('says days where there are several', () => {
    const { out } = cli('--weight 2.9 --regimen a --format patient');
    expect(out).toMatch(/^Days 1 to 4 /m);
    expect(out).toMatch(/^Day 5 /m);
  });
});

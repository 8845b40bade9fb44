import { describe, expect, it } from 'vitest';
import { lineOf } from '../../src/cli/incomplete.js';
import { main } from '../../src/cli/main.js';
import { shellIn, wantsColour } from '../../src/cli/surroundings.js';
import { closest } from '../../src/core/values/closest.js';
import { plain } from '../../src/report/render/paint.js';
import { world } from './run.js';

function troubleOnTerminal(argv: readonly string[], columns = 80): string {
  let err = '';
  const stderr = { isTTY: true, columns, write: (text: string) => (err += text) };
  const stdout = { write: () => {} };
  main(argv, { ...shellIn({ env: {}, stdout, stderr }), paints: plain }, world);
  return err;
}

describe('a forgotten flag, on a terminal', () => {
  it('is named, with the line to type and no dose in it', () => {
    expect(troubleOnTerminal(['titrate', '--crcl', '40'])).toBe(
      '--start got nothing; it takes the first dose in mg per dose, such as 5.\n\n  baclofen titrate --crcl 40 --start MG\n',
    );
  });

  it('quotes what a shell would split', () => {
    expect(troubleOnTerminal(['infant-dose', '--share', '4/3 '])).not.toContain('  baclofen');
    expect(troubleOnTerminal(['taper', '--from', '60'])).toContain('\n  baclofen taper --from 60 --days DAYS\n');
    expect(troubleOnTerminal(['infant-dose', '--share', '1/3'])).toContain('--milk LEVEL');
  });
});

describe('surroundings', () => {
  const stream = (isTTY: boolean, columns?: number) => ({ isTTY, ...(columns && { columns }), write: () => {} });

  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('colour on a terminal (%s) with %o: %s', (isTTY, env, expected) => {
    expect(wantsColour(stream(isTTY), env)).toBe(expected);
  });

  it.each([
    [{}, 100, 100],
    [{}, 0, 80],
    [{}, 20, 60],
    [{}, 400, 200],
    [{ COLUMNS: '120' }, 100, 120],
    [{ COLUMNS: '-3' }, 100, 100],
  ])('columns with %o on a terminal of %s: %s', (env, columns, expected) => {
    expect(shellIn({ env, stdout: stream(true, columns), stderr: stream(false) }).columns).toBe(expected);
  });

  it('columns where the terminal does not tell: 80', () => {
    expect(shellIn({ env: {}, stdout: stream(true), stderr: stream(false) }).columns).toBe(80);
  });

  it.each([
    [{}, false],
    [{ LANG: 'C' }, true],
    [{ LANG: 'de_DE.ISO-8859-1' }, true],
    [{ LANG: 'de_DE.UTF-8' }, false],
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, true],
    [{ LC_ALL: 'C.utf8' }, false],
    [{ TERM: 'linux', LANG: 'de_DE.UTF-8' }, true],
    [{ TERM: 'dumb' }, true],
  ])('ASCII with %o: %s', (env, expected) => {
    expect(shellIn({ env, stdout: stream(true), stderr: stream(true) }).ascii).toBe(expected);
  });
});

describe('Windows', () => {
  it.each([
    [{}, true],
    [{ WT_SESSION: '1' }, false],
    [{ LANG: 'en_US.UTF-8' }, false],
  ])('ASCII with %o: %s', (env, expected) => {
    const stream = { write: () => {} };
    expect(shellIn({ env, platform: 'win32', stdout: stream, stderr: stream }).ascii).toBe(expected);
  });
});

describe('what was meant', () => {
  it.each([
    ['tabel', ['table', 'json'], 'table'],
    ['mardown', ['markdown', 'csv'], 'markdown'],
    ['JSON', ['table', 'json'], 'json'],
  ])('"%s" of %o: %s', (typed, words, expected) => {
    expect(closest(typed, words)).toBe(expected);
  });

  it.each([
    ['html', ['table', 'json']],
    ['', ['csv']],
    // One letter of two decides a country or a case.
    ['ux', ['us', 'uk']],
    ['c', ['a', 'b']],
  ])('"%s" of %o is not guessed', (typed, words) => {
    expect(closest(typed, words)).toBeUndefined();
  });
});

describe('a pager', () => {
  function shownBy(argv: readonly string[], env: Readonly<Record<string, string>>, isTTY = true) {
    const programs: string[] = [];
    const stdout = { isTTY, write: () => {} };
    const showWith = (program: string) => programs.push(program) > 0;
    main(argv, { ...shellIn({ env, stdout, stderr: stdout, showWith }), paints: plain }, world);
    return programs;
  }

  it.each([
    [['titrate', '--start', '5', '--full'], 1],
    [['titrate', '--help'], 1],
    [['help', 'titrate'], 1],
    [['sources'], 1],
    [['titrate', '--start', '5'], 0],
    [['monograph', 'overdose'], 0],
    [['titrate', '--start', '5', '--full', '--no-pager'], 0],
    [['titrate', '--help', '--no-pager'], 0],
  ])('shows %j on a terminal: %s', (argv, count) => expect(shownBy(argv, {})).toHaveLength(count));

  it('is the one that PAGER names, and none in a pipe, with NO_PAGER, or with cat', () => {
    const full = ['titrate', '--start', '5', '--full'];
    expect(shownBy(full, { PAGER: 'most' })).toEqual(['most']);
    for (const env of [{ PAGER: 'cat' }, { PAGER: '' }, { NO_PAGER: '1' }, { TERM: 'dumb' }])
      expect(shownBy(full, env)).toEqual([]);
    expect(shownBy(full, { PAGER: 'most' }, false)).toEqual([]);
  });
});

describe('a line to copy', () => {
  it('is quoted where the shell reads such quotes, and left out where it may not', () => {
    const words = ['baclofen', 'titrate', '--name', "O'Neil Lee"];
    expect(lineOf(words, true)).toBe("baclofen titrate --name 'O'\\''Neil Lee'");
    expect(lineOf(words, false)).toBeUndefined();
    expect(lineOf(['baclofen', 'taper', '--from', '60'], false)).toBe('baclofen taper --from 60');
  });
});

import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { planFormats } from '../../../src/cli/flags/format.js';
import { run } from '../../cli/run.js';

const plans = [
  'titrate --start 5 --start-date 2026-12-01',
  'titrate --start 2.5 --product solution-1 --crcl 40',
  'taper --from 60 --days 14 --start-date 2026-12-28 --name Lee',
  'taper --from 20x4 --days 400 --product suspension-5 --start-date 2026-12-28',
  'taper --from 40x2 --days 3 --product tablet-10 tablet-15 --start-date 2026-12-28',
  'newborn --weight 2.9 --regimen a --birth-date 2026-11-22',
  'newborn --weight 0.5 --regimen b --concentration 5 --name Lee',
  'taper --from 30 --percent 25 --every 3 --product granules-5 --start-date 2026-12-28',
];

/** What a person reads in a view, without the marks of its format. */
function words(format: string, out: string): string {
  if (format === 'html')
    return [...parseHTML(out).document.querySelectorAll('body, title, [aria-label]')]
      .map((each) => `${each.textContent} ${each.getAttribute('aria-label') ?? ''}`)
      .join('\n');
  if (format === 'markdown') return out.replaceAll('<br>', '\n').replace(/\\(.)/g, '$1');
  if (format === 'ics') {
    const events = new ICAL.Component(ICAL.parse(out))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    return events.map(({ summary, description }) => `${summary}\n${description}`).join('\n');
  }
  if (format === 'fhir')
    return [...out.matchAll(/"(?:text|display|unit)": "(.*)"/g)].map(([, text]) => text).join('\n');
  if (format === 'json')
    return [...out.matchAll(/"(?:message|text|reason)": "(.*)"/g)].map(([, text]) => text).join('\n');
  return out;
}

const forbidden = {
  'a trailing zero': /\d\.\d*0 ?(?:mg|mL|mcg)\b/,
  'a naked point': /(?<![\d.])\.\d/,
  'a number glued to its unit': /\d(?:mg|mL|mcg)\b/,
  'a thousand without a comma': /(?<![\d.])\d{4,}(?:\.\d+)? (?:mg|mL|tablets?|packets?)\b/,
  'a symbol for a word': /[<>@&]/,
  'the micro sign': /[µμ]|\bug\b/,
  'a fraction': /[½¼¾]|\b1\/2 tablet/,
  'an abbreviation': /\b(?:QD|QID|BID|TID|HS|PRN|PO|D\/C|q\.d\.|t\.i\.d\.)\b/i,
};

describe('words and numbers as ISMP asks', () => {
  it.each(planFormats)('%s', (format) => {
    for (const line of plans) {
      if (format === 'ics' && !/--(?:start|birth)-date/.test(line)) continue;
      const { out, code } = run([...line.split(' '), '--format', format]);
      expect(code, line).toBe(0);
      expect(words(format, out).length, line).toBeGreaterThan(300);
      for (const [what, pattern] of Object.entries(forbidden)) {
        expect(pattern.exec(words(format, out))?.[0], `${line}: ${what}`).toBeUndefined();
      }
    }
  });
});

describe('what a limit is said to be', () => {
  // 2 mg/kg/day of 9 kg is 18 mg per day, below the 20 mg that one dose may be; 25 mL/min has 10 and 5.
  it.each([
    [
      'titrate --age 1 --weight 9',
      "Only your child's clinician may raise it, to 18 mg in a day at the most.",
      'Ceiling: 18 mg per day.',
    ],
    [
      'titrate --age 40 --weight 70 --crcl 25',
      'Only your clinician may raise it, to 10 mg in a day at the most.',
      'Ceiling: 10 mg per day, 5 mg per dose.',
    ],
  ])('%s', (line, sheet, pharmacy) => {
    const said = (format: string) => run([...line.split(' '), '--format', format], 200).out.replace(/\s+/g, ' ');
    expect(said('patient')).toContain(sheet);
    expect(said('pharmacy')).toContain(pharmacy);
  });
});

describe('the sheet of a child', () => {
  const sheet = (line: string, format = 'patient') =>
    run([...line.split(' '), '--format', format], 200).out.replace(/\s+/g, ' ');

  // Below 16 years it is read by parents; data/brief.json.
  it.each([
    ['titrate --age 5 --weight 20', 'while your child tolerates it'],
    ['taper --from 15 --days 14 --age 15.9 --weight 45', 'until you give your child no more baclofen'],
    ['switch --from 1mg/mL --to 10mg/mL --volume 7mL --times 3 --age 4 --weight 16', 'Measure each dose'],
    ['restart --from 5x3 --missed 2d --age 8 --weight 30', "Your child's baclofen plan"],
  ])('speaks to the parents: %s', (line, says) => {
    const said = sheet(line);
    expect(said).toContain(says);
    expect(said).toMatch(/How to give it.*Never stop giving it suddenly/);
    // Whatever a patient is told of their own body and doing.
    expect(said).not.toMatch(/\b[Tt]ake it\b|for you\b|affects you\b|that you did|if you are|your clinician/);
  });

  it('is the patient from 16 years, and at no age', () => {
    for (const line of ['titrate --age 16 --weight 50', 'titrate --start 5'])
      expect(sheet(line)).toMatch(/Your baclofen plan.*Take it by mouth/);
  });

  it('tells parents in calendar, prescription and brief answer too', () => {
    const line = 'titrate --age 5 --weight 20 --start-date 2026-12-01';
    expect(sheet(line, 'ics').replaceAll(' ', '')).toContain('tellyourchild');
    expect(sheet(line, 'fhir')).toContain('if your child is sleepier');
    expect(sheet(line, 'table')).toContain('Tell the parents: never stop suddenly;');
  });
});

describe('the title of an answer on the kidney', () => {
  it.each([
    ['--crcl 25', 'Baclofen and the kidney: clearance 25 mL/min'],
    ['--egfr 25', 'Baclofen and the kidney: eGFR 25 mL/min/1.73 m2'],
    ['--dialysis', 'Baclofen and the kidney: on dialysis'],
    [
      '--age 72 --sex female --weight 60 --creatinine 1.4mg/dL',
      'Baclofen and the kidney: woman of 72 years, 60 kg, creatinine 1.4 mg/dL',
    ],
  ])('repeats %s', (flags, title) => {
    expect(run(['renal', ...flags.split(' ')]).out.split('\n')[0]).toBe(title);
  });
});

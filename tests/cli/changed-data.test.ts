import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';
import { run } from './run.js';

const load = () => ({ ...loadParameters(), changed: ['titration.json', 'renal.json'] });
const said =
  'Changed data: data/titration.json, data/renal.json on this computer are not the files that were released.';
/** However the lines are broken, and however a format writes a comma or a line end. */
const plain = (text: string) => text.replaceAll('\r\n ', '').replaceAll('\\,', ',').replace(/\s+/g, ' ');

describe('data that is not what was released', () => {
  it.each(['table', 'markdown', 'csv', 'note', 'patient', 'pharmacy', 'html', 'ics', 'fhir'])(
    'is spoken of in --format %s, before the doses',
    (format) => {
      const argv = ['titrate', '--start', '5', '--start-date', '2026-12-01', '--format', format];
      const { out, err } = run(argv, 80, { load });
      // A table for a machine has no words: they are on stderr.
      expect(plain(format === 'csv' ? err : out)).toContain(said);
      expect(plain(run(argv).out)).not.toContain('Changed data');
      // The second level stands in the schedule and in no title; a table for a machine has its notices below.
      if (!['fhir', 'ics', 'csv'].includes(format))
        expect(plain(out).indexOf(said)).toBeLessThan(plain(out).search(/\b10 mg/));
    },
  );

  it.each([
    ['titrate', '--start', '5', '--full'],
    ['titrate', '--start', '5', '--crcl', '5'],
    ['taper', '--days', '14', '--from', '60'],
    ['renal', '--crcl', '25'],
    ['infant-dose', '--milk', '0.32'],
    ['milk', '--dose', '20', '--times', '08:00,20:00'],
    ['newborn', '--weight', '2.9', '--regimen', 'a'],
    ['rules'],
    ['products'],
    ['sources'],
  ])('is spoken of by request %$: %s', (...argv) => {
    expect(plain(run(argv, 80, { load }).out)).toContain(said);
    const answer = JSON.parse(run([...argv.filter((word) => word !== '--full'), '--json'], 80, { load }).out);
    expect(answer.changedData).toEqual(['titration.json', 'renal.json']);
  });

  it('is no field of an answer from released data', () => {
    expect(JSON.parse(run(['titrate', '--start', '5', '--json']).out)).not.toHaveProperty('changedData');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../src/parameters/load.js';
import { run } from '../cli/run.js';
import { dosesInFhir, mgByTime, readFhir, readHtml, readIcs } from './file-views.js';
import { clean, dispensedBy, type JsonPlan, mgOf, stepsOf, supplyDaysOf, usedBy } from './plan.js';
import { readPatient, readPharmacy } from './text-views.js';

const parameters = loadParameters();

function view(argv: readonly string[], format: string): string {
  const { out } = run([...argv, '--format', format], 600, { load: () => parameters });
  return out;
}

const optional = <T>(flag: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((given) => (given === undefined ? [] : [flag, String(given)]));
const more = [
  optional('--start-date', fc.constantFrom('2026-12-01', '2028-02-27')),
  optional('--name', fc.constantFrom('Ann Lee', '<b>& "x"')),
  optional('--supply', fc.integer({ min: 1, max: 60 })),
] as const;
// Two products are called a tablet of 25 mg, which a reader of words cannot tell apart.
const ids = parameters.products.products.map(({ id }) => id).filter((id) => id !== 'tablet-25-divisible');

const switches = fc
  .tuple(
    fc.constantFrom('5x3', '10x3', '10-10-20', '7x3', '20x2', '2.5x4', '25mgx1'),
    fc.constantFrom(...ids),
    fc.constantFrom(...ids),
    ...more,
  )
  .map(([dose, from, to, ...rest]) => ['switch', '--dose', dose, '--from', from, '--to', to, ...rest.flat()]);

const restarts = fc
  .tuple(
    fc.constantFrom('5x3', '10x3', '10-10-20', '20x4', '15x3', '60'),
    fc.constantFrom('12h', '2d', '5d'),
    optional('--age', fc.constantFrom(45, 70, 82)),
    optional('--crcl', fc.constantFrom(40, 65, 95)),
    optional('--product', fc.constantFrom('solution-1', 'tablet-5', 'tablet-20')),
    ...more,
  )
  .map(([from, missed, ...rest]) => ['restart', '--from', from, '--missed', missed, ...rest.flat()]);

interface RestartJson extends JsonPlan {
  readonly options: readonly (Pick<JsonPlan, 'schedule'> & {
    readonly adopted: boolean;
    readonly judgement: boolean;
  })[];
  readonly notReviewed?: object;
}

/** The one schedule of a plan: that of the adopted option after a gap. */
function scheduled(json: string): RestartJson | undefined {
  const { plan } = JSON.parse(json || '{}') as { plan?: RestartJson };
  const adopted = plan?.options?.find((each) => each.adopted);
  return plan && { ...plan, ...(adopted && { schedule: adopted.schedule }) };
}

const plans = [switches, restarts].flatMap((kind, seed) =>
  fc
    .sample(kind, { numRuns: 260, seed: 20261216 + seed })
    .flatMap((argv) => {
      const plan = scheduled(view(argv, 'json'));
      return plan ? [{ argv, line: argv.join(' '), plan }] : [];
    })
    .slice(0, 50),
);

describe('plans of a switch and after a gap', { timeout: 60_000 }, () => {
  it('are there', () => {
    for (const command of ['switch', 'restart']) {
      expect(plans.filter(({ argv }) => argv[0] === command).length).toBeGreaterThanOrEqual(40);
    }
  });

  it('are made of pieces that sum to the stated doses, and dispense what their days use', () => {
    for (const { line, plan } of plans) {
      for (const { doses, daily } of stepsOf(plan)) {
        for (const { mg, make } of Object.values(doses)) expect(mgOf(make), line).toBe(mg);
        expect(clean(Object.values(doses).reduce((sum, { mg }) => sum + mg, 0)), line).toBe(daily);
      }
      expect(dispensedBy(plan), line).toEqual(usedBy(stepsOf(plan), supplyDaysOf(plan)));
    }
  });

  it.each(Object.entries({ patient: readPatient, pharmacy: readPharmacy, html: readHtml }))(
    '%s says what the plan says',
    (format, read) => {
      for (const { argv, line, plan } of plans) {
        const { steps, dispense } = read(view(argv, format));
        expect(steps, line).toEqual(stepsOf(plan));
        expect(dispense, line).toEqual(dispensedBy(plan));
      }
    },
  );

  it('fhir and ics say what the plan says', () => {
    for (const { argv, line, plan } of plans) {
      const requests = readFhir(view(argv, 'fhir'));
      for (const [index, step] of stepsOf(plan).entries()) {
        expect(dosesInFhir(requests, index + 1), line).toEqual(mgByTime(step));
      }
      if (!argv.includes('--start-date')) continue;
      const { events } = readIcs(view(argv, 'ics'));
      expect(
        events.map(({ daily, summary }) => [daily, summary]),
        line,
      ).toEqual(stepsOf(plan).map(({ doses, daily }) => [daily, doses]));
    }
  });

  it('a judgement says in every view that no clinician reviewed it, and nothing else does', () => {
    for (const { argv, line, plan } of plans) {
      // A table of numbers has no words: they are on stderr.
      const formats = ['table', 'markdown', 'note', 'json', 'patient', 'pharmacy', 'html', 'fhir'];
      for (const format of argv.includes('--start-date') ? [...formats, 'ics'] : formats) {
        const text = view(argv, format).replaceAll('\r\n ', '').replaceAll('\\', '');
        expect(text.includes('not reviewed by a clinician'), `${line}: ${format}`).toBe(plan.notReviewed !== undefined);
      }
    }
  });

  it('a switch says on every sheet that the old bottle goes, the new amount is marked and the old sheet is void', () => {
    for (const { argv, line, plan } of plans.filter(({ argv: [command] }) => command === 'switch')) {
      const formats = ['table', 'note', 'patient', 'pharmacy', 'html', 'fhir'];
      for (const format of argv.includes('--start-date') ? [...formats, 'ics'] : formats) {
        const text = view(argv, format).replaceAll('\r\n ', '').replaceAll('\\', '');
        for (const words of ['Take the old bottle or pack away', 'The old sheet is void'])
          expect(text, `${line}: ${format}`).toContain(words);
        // What is marked is what the new product is measured by.
        const liquid = plan.dispense.some((piece) => 'volume' in piece);
        expect(text.includes('Mark the new volume on the syringe'), `${line}: ${format}`).toBe(liquid);
        expect(text.includes('Write the new number on the pack'), `${line}: ${format}`).toBe(!liquid);
      }
    }
  });
});

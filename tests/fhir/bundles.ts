import { loadParameters } from '../../src/parameters/load.js';
import { run } from '../cli/run.js';

const parameters = loadParameters();

const products = [
  ['tablet-5'],
  ['tablet-10'],
  ['tablet-20', 'tablet-5'],
  ['tablet-10', 'tablet-15', 'tablet-20'],
  ['tablet-25', 'tablet-5'],
  ['solution-1'],
  ['solution-2'],
  ['suspension-5'],
  ['granules-5', 'granules-10'],
  ['tablet-15', 'solution-1'],
  ['granules-20', 'tablet-10', 'suspension-5'],
];

const plans = [
  ...['5', '10'].flatMap((start) => [
    ['titrate', '--start', start],
    ['titrate', '--start', start, '--crcl', '40'],
    ['titrate', '--start', start, '--every', '7', '--supply', '30', '--times', '4'],
  ]),
  ['taper', '--from', '60', '--days', '14'],
  ['taper', '--from', '20x4', '--reduce', '10', '--every', '7'],
  ['taper', '--from', '45', '--percent', '25', '--every', '5'],
];

const more = [
  [],
  ['--start-date', '2026-12-28'],
  ['--start-date', '2028-02-27', '--name', '<b>& "x"'],
  ['--start-date', '2027-03-01', '--bundle', 'transaction', '--plan-id', 'plan 7'],
];

const newborns = ['a', 'b'].flatMap((regimen) =>
  ['1.2', '2.9', '4.5'].map((weight) => ['newborn', '--weight', weight, '--regimen', regimen]),
);

/** A record of a patient, so that requests refer to them. */
const record = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'pat-17', gender: 'female', birthDate: '1990-05-05' } },
    {
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '2160-0' }] },
        subject: { reference: 'Patient/pat-17' },
        effectiveDateTime: '2026-11-20',
        valueQuantity: { value: 0.8, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
      },
    },
  ],
});

const recorded = [
  ['titrate', '--start', '5', '--patient', 'record.json'],
  ['titrate', '--start', '5', '--patient', 'record.json', '--bundle', 'transaction', '--plan-id', 'spring'],
];

/** Command lines of plans, those of several products with dates: the others are refused. */
export const lines: readonly (readonly string[])[] = [
  ...plans.flatMap((plan) =>
    products.flatMap((ids) =>
      more.filter((each) => each.length > 0 || ids.length === 1).map((each) => [...plan, '--product', ...ids, ...each]),
    ),
  ),
  ...newborns.flatMap((line) => [line, [...line, '--birth-date', '2026-11-22']]),
  ...recorded,
];

/** Runs a command line beside the record, with the data read once. */
export function quickRun(line: readonly string[]) {
  return run(line, 80, { files: { 'record.json': record }, load: () => parameters });
}

/** The bundle of a command line; undefined where the products do not make this plan, or the rules refuse it. */
export function bundleOf(line: readonly string[]) {
  const { out, code } = quickRun([...line, '--format', 'fhir']);
  return code === 0 ? JSON.parse(out) : undefined;
}

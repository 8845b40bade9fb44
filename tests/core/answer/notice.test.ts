import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../src/core/answer/notice.js';
import { estimateInfantExposure } from '../../../src/core/infant-dose/estimate.js';
import type { InfantExposureRequest } from '../../../src/core/infant-dose/types.js';
import { estimateMilkDay } from '../../../src/core/milk/day.js';
import { workOutNewbornCourse } from '../../../src/core/newborn/course.js';
import type { NewbornRequest } from '../../../src/core/newborn/types.js';
import type { Patient } from '../../../src/core/patient/patient.js';
import { planTitration } from '../../../src/core/titration/plan.js';
import type { TitrationRequest } from '../../../src/core/titration/types.js';
import { quantity } from '../../../src/core/values/quantity.js';
import { mg, mgPerDay } from '../fixtures.js';
import { child, clearance, parameters } from '../patient-plan.js';

// A warning is what may harm if it is overlooked, a caution what a clinician should weigh, an info what explains.
// Those of tapers, renal answers and patient files are checked beside them.

const spoken = ({ notices }: { readonly notices: readonly Notice[] }) =>
  notices.map(({ code, severity }) => `${severity}: ${code}`);

const titration = (patient: Patient, request: Omit<TitrationRequest, 'patient'> = {}) =>
  spoken(planTitration({ ...(patient.weight ? {} : { start: mg(5) }), ...request, patient }, parameters));

describe('how urgent it is in a titration', () => {
  it.each<[string, Patient, Omit<TitrationRequest, 'patient'>, string[]]>([
    [
      'that it departs from the label',
      {},
      { start: mg(10), interval: quantity(7, 'd'), target: mgPerDay(70) },
      ['warning: start-above-first', 'caution: departs-from-label', 'info: target-above-label-table'],
    ],
    [
      'that doses are scaled to the clearance',
      clearance(42),
      {},
      ['warning: signs-of-accumulation', 'caution: scaled-for-clearance'],
    ],
    [
      'that they are fixed by it',
      clearance(25),
      {},
      [
        'warning: fixed-for-clearance',
        'warning: signs-of-accumulation',
        'warning: lowest-toxic-dose',
        'caution: age-unknown-below-30',
      ],
    ],
    [
      'that older adults go more slowly, and that their kidney is not known',
      { age: quantity(70, 'a') },
      {},
      ['caution: older-without-kidney', 'caution: older-adult-schedule'],
    ],
    [
      'that a light child gets tablets',
      child(5, 20),
      { products: ['tablet-10'] },
      ['caution: child-not-established', 'caution: tablets-for-a-light-child', 'info: tablets-make-fewer-doses'],
    ],
    ['that the weight lowers the labelled start', child(14, 40), {}, ['info: lowered-to-allowed']],
    [
      'that the pace is one for a hospital',
      child(5, 20),
      { interval: quantity(7, 'd') },
      ['caution: child-not-established', 'caution: interval-of-hospital'],
    ],
    [
      'that a light patient may be a child',
      { weight: quantity(44, 'kg') },
      { start: mg(5) },
      ['caution: weight-without-age', 'info: lowered-to-allowed'],
    ],
    [
      'that a product is not sold there',
      {},
      { rules: 'de', products: ['solution-1'] },
      ['caution: product-not-in-market'],
    ],
    [
      'that nothing had to be lifted',
      {},
      { override: { code: 'dialysis', reason: 'agreed' } },
      ['caution: override-not-needed'],
    ],
    [
      'that a refusal was lifted',
      clearance(10),
      { override: { code: 'clearance-too-low', reason: 'agreed' } },
      ['warning: fixed-for-clearance', 'warning: refusal-lifted', 'warning: signs-of-accumulation'],
    ],
  ])('%s', (_, patient, request, expected) => expect(titration(patient, request)).toEqual(expected));
});

describe('how urgent it is for an infant', () => {
  const milk = (value: number) => ({ milk: quantity(value, 'mg/L') });
  const half = { numerator: 1, denominator: 2 };

  it.each<[string, InfantExposureRequest, string[]]>([
    [
      'that milk carries much, and more than was ever published',
      { ...milk(1.6), maternalDose: mgPerDay(40) },
      [
        'warning: relative-dose-at-threshold',
        'warning: infant-dose-at-withdrawal-dose',
        'warning: milk-level-unlikely',
      ],
    ],
    [
      'that a level was scaled, beyond the published dose',
      { maternalDose: mgPerDay(90) },
      ['caution: milk-level-extrapolated', 'caution: maternal-dose-above-published'],
    ],
    [
      'that the dose of the mother is not known, and a share counted twice',
      { ...milk(0.3), infantAge: quantity(12, 'mo'), share: half },
      ['info: relative-dose-needs-maternal-dose', 'caution: share-already-in-intake'],
    ],
    [
      'that a dose into the spine has no relative dose',
      { route: 'intrathecal', milk: quantity(0.617, 'ug/L') },
      ['info: no-relative-dose-intrathecal'],
    ],
    [
      'what the infant and the mother bring along',
      {
        ...milk(0.1),
        maternalDose: mgPerDay(40),
        exposedBeforeBirth: true,
        gestationalAge: quantity(34, 'wk'),
        infantAge: quantity(10, 'd'),
        maternalClearance: quantity(40, 'mL/min'),
        sedatives: ['clonazepam'],
      },
      [
        'warning: infant-exposed-before-birth',
        'warning: infant-preterm',
        'warning: infant-young',
        'warning: maternal-clearance-reduced',
        'warning: other-sedatives',
      ],
    ],
  ])('%s', (_, request, expected) => {
    const said = spoken(estimateInfantExposure(request, parameters.lactation));
    expect(said.toSorted()).toEqual(expected.toSorted());
  });

  it('that the model of milk is of one woman', () => {
    const { milk: model, lactation } = parameters;
    const { molarMass, publishedCase } = lactation;
    const request = { dose: mg(25), times: ['06:00', '11:00', '16:00', '22:00'] };
    // 100 mg per day, above the published 80.
    expect(
      spoken(estimateMilkDay(request, { milk: model, molarMass, publishedDose: publishedCase.maternalDose })),
    ).toEqual(['caution: milk-model-one-woman', 'caution: maternal-dose-above-published']);
  });

  it('that a course for a newborn is one case, and what cannot be measured', () => {
    const { newborn, products, lactation } = parameters;
    const { publishedCase, intake, molarMass, withdrawalDose } = lactation;
    const request: NewbornRequest = {
      weight: quantity(2.9, 'kg'),
      regimen: 'a',
      concentration: quantity(5, 'mg/mL'),
      withMilk: { share: { numerator: 1, denominator: 1 } },
    };
    const context = {
      newborn,
      products,
      milkLevel: publishedCase.level,
      milkIntake: intake,
      molarMass,
      withdrawalDose,
    };
    expect(spoken(workOutNewbornCourse(request, context))).toEqual([
      'warning: newborn-single-case',
      'caution: newborn-excipients',
      'warning: newborn-not-measurable',
      'caution: newborn-rounding-loss',
      'caution: newborn-fewer-doses',
      'caution: newborn-milk-volume',
    ]);
  });
});

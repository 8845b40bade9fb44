import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argvOf, run } from '../run.js';
import { answerOf, codesOf, leftOut } from './ask.js';

const folder = new URL('../../fixtures/records/', import.meta.url);
const path = (file: string) => `tests/fixtures/records/${file}`;
const manifest = readFileSync(new URL('MANIFEST.tsv', folder), 'utf8').trim().split('\n').slice(1);
const commands = new Map(manifest.map((row) => row.split('\t')).map(([, file = '', command = '']) => [file, command]));

/** Each case on the day after which none of its dates lies ahead. */
function ranOn(file: string) {
  const argv = argvOf(`baclofen ${commands.get(file)}`);
  return run([...argv, '--json', '--patient', path(file)], 80, { today: '2026-11-25' });
}

/** What is right, after the last column of MANIFEST.tsv. Doses are the first and the last of the schedule, mg per day. */
interface Right {
  readonly doses?: readonly [first: number, last: number];
  /** The present dose, in mg per day. */
  readonly now?: number | null;
  readonly left?: readonly string[];
  readonly notices?: readonly string[];
  readonly refusal?: string;
  /** Words of the sentence that refuses the file. */
  readonly not?: string;
}

/** Creatinine 3 mg/dL, 55 years, 80 kg: (140 - 55) x 80 / (72 x 3) is 31.5, CKD-EPI 2021 24: below 30, so 5 mg a day. */
const severe: Right = { doses: [5, 5], notices: ['fixed-for-clearance'] };
const named = (why: string): Right => ({ now: null, left: [`baclofenNamed: ${why}`], notices: ['baclofen-named'] });
const left = (why: string): Right => ({ now: null, left: [`currentDose: ${why}`], notices: ['file-part-left-out'] });
const taken: Right = { now: 60, refusal: 'already-taking' };
const sixty: Right = { now: 60, left: [] };
const partial: Right = { notices: ['record-partial'] };

const right: Readonly<Record<string, Right>> = {
  'F01-creatinine-https-loinc.json': severe,
  'F01-creatinine-in-blood-38483-4.json': severe,
  'F01-creatinine-in-component.json': severe,
  'F01-creatinine-loinc-without-system.json': severe,
  'F01-creatinine-snomed-only.json': severe,
  'F01-creatinine-text-only.json': severe,
  'F01-creatinine-valueCodeableConcept.json': { not: 'where Observation/c has the value "greater than 3.0"' },
  'F01-creatinine-valueString.json': severe,
  'F01-egfr-12-only.json': { refusal: 'clearance-too-low' },
  'F01-measured-clearance-18-only.json': severe,
  'F02-newest-38483-4-older-2160-0.json': severe,
  'F02-newest-egfr-12-older-creatinine.json': { refusal: 'clearance-too-low' },
  'F02-newest-valueString-older-normal.json': severe,
  // 60 mg per day at (140 - 55) x 80 / (72 x 2) = 47 and CKD-EPI 38: half of 80 is 40.
  'F03-renal-three-orders-hide-ceiling-warning.json': { now: 60, notices: ['daily-dose-above-ceiling'] },
  'F03-three-orders-20-morning-noon-bedtime.json': { now: 60, doses: [50, 0] },
  'F03-two-orders-20-at-08-and-20.json': { now: 40, doses: [35, 0] },
  'F03-two-statements-morning-bedtime.json': { now: 40, doses: [35, 0], notices: ['order-undated'] },
  'F04-dose-with-a-rate.json': named('element'),
  'F04-form-solution-for-infusion.json': named('route'),
  'F04-injectable-solution-no-route.json': named('route'),
  'F04-pump-refill-40-mg-no-route.json': named('route'),
  'F04-route-codes-oral-and-intrathecal.json': named('route'),
  'F04-route-intra-thecal-oral-stopped.json': named('route'),
  'F04-route-not-by-mouth.json': named('route'),
  'F04-site-intrathecal.json': named('route'),
  'F04-text-by-intrathecal-pump.json': named('route'),
  'F04-topical-gel-no-route.json': named('route'),
  'F05-when-AC-at-every-meal.json': named('timing'),
  'F05-when-C-at-every-meal.json': named('timing'),
  'F05-when-PC-at-every-meal.json': named('timing'),
  'F07-same-time-0.8-then-3.0.json': severe,
  'F07-same-time-3.0-then-0.8.json': severe,
  'F08-boundsPeriod-ended-2019.json': left('ended'),
  'F08-boundsPeriod-starts-2027.json': left('not begun'),
  'F08-one-day-course-count-3.json': named('course'),
  'F08-order-dated-2027.json': { not: '2027-01-01' },
  'F08-order-of-2012-no-caution.json': { now: 60, notices: ['order-old'] },
  'F08-statement-effectivePeriod-ended.json': left('ended'),
  'F08-stu3-taken-n.json': left('not taken'),
  'F08-validityPeriod-ended.json': named('ended'),
  'F10-code-Q4H-with-three-a-day.json': named('timing'),
  'F10-code-QOD-with-daily-repeat.json': named('timing'),
  'F10-local-code-QD-shown-as-four-times.json': named('timing'),
  'F10-text-every-other-day-with-daily-repeat.json': named('timing'),
  'F11-text-10-mg-twice-structure-20-mg-three.json': named('text disagrees'),
  'F13-same-id-two-birth-dates.json': { not: 'stands twice and says two things' },
  'F13-subject-by-identifier-only.json': { not: 'does not say of which patient' },
  'F13-subject-is-a-group.json': { not: 'is about a Group' },
  'F13-two-servers-one-id.json': { not: 'several patients' },
  'F14-status-Entered-in-error-capital.json': { doses: [15, 60], left: [] },
  'F15-batch-response-with-nested-searchset.json': severe,
  'F15-contained-in-report.json': severe,
  'F15-entry-without-resource-wrapper.json': severe,
  'F15-parameters-inside.json': severe,
  'F15-searchset-total-40-of-2.json': partial,
  'F15-searchset-with-next-link.json': partial,
  'F16-arbaclofen.json': left('arbaclofen'),
  'F17-baclofene-fr.json': taken,
  'F17-lioresal.json': taken,
  'F17-reference-display-only.json': taken,
  'F17-rxnorm-1292-no-display.json': taken,
  'F17-rxnorm-197391-no-display.json': taken,
  'F17-rxnorm-197392-no-display.json': taken,
  'F17-rxnorm-202109-no-display.json': taken,
  'F17-rxnorm-213725-no-display.json': taken,
  'F19-allergy-to-baclofen.json': { refusal: 'hypersensitivity' },
  'F19-dialysis-procedure-and-condition.json': { refusal: 'dialysis' },
  'F20-deceased.json': { not: 'has died' },
  'F20-replaced-by.json': { notices: ['record-remark'] },
  'F22-30-february.json': { not: '2026-02-30' },
  'F22-day-only-beats-later-time.json': severe,
  'F22-month-only-date-loses.json': severe,
  'F22-undated-3.0-loses-to-2015.json': { ...severe, notices: ['fixed-for-clearance', 'creatinine-undated'] },
  'F23-creatinine-twice.json': { not: '"creatinine" stands twice' },
  'F23-empty-object.json': { not: 'in which nothing stands' },
  'F27-array-of-resources.json': severe,
  'F27-codings-14682-9-before-2160-0.json': severe,
  'F27-comparator-equals.json': severe,
  'F27-creatinine-MG-DL.json': severe,
  'F27-creatinine-mcmol.json': severe,
  'F27-creatinine-mg-100mL.json': severe,
  'F27-creatinine-mmol.json': severe,
  'F27-dose-unit-MG.json': sixty,
  'F27-height-inches.json': severe,
  'F27-ndjson-second-bom.ndjson': severe,
  'F27-patient-id-a-number.json': { doses: [15, 60] },
  'F27-route-PO-text.json': sixty,
  'F27-route-edqm-20053000.json': sixty,
  'F27-timing-code-text-TID.json': sixty,
  'F27-utf-16.json': severe,
  'F27-weight-Kg.json': severe,
  'F27-weight-pounds.json': severe,
};

describe('the cases of public fault reports', () => {
  it('are all there, each with what is right', () => {
    const files = readdirSync(folder).filter((file) => file !== 'MANIFEST.tsv');
    expect(files.sort()).toEqual(Object.keys(right).sort());
    expect([...commands.keys()].sort()).toEqual(files);
    expect(files).toHaveLength(92);
  });

  it.each(Object.entries(right))('%s', (file, { doses, now, left: out, notices, refusal, not }) => {
    const ran = ranOn(file);
    if (not !== undefined) {
      expect({ out: ran.out, code: ran.code }).toEqual({ out: '', code: 2 });
      expect(ran.err).toContain(not);
      return;
    }
    const answer = answerOf(ran);
    expect(answer.refusal?.code).toBe(refusal);
    const schedule = answer.plan?.schedule?.map(({ dailyDose }: { dailyDose: { value: number } }) => dailyDose.value);
    if (doses) expect([schedule[0], schedule.at(-1)]).toEqual(doses);
    const dose = answer.request.patientFile.taken.find(({ part }: { part: string }) => part === 'currentDose');
    if (now !== undefined) expect(dose?.dailyDose.value ?? null).toBe(now);
    if (out) expect(leftOut(answer)).toEqual(out);
    expect(codesOf(answer)).toEqual(expect.arrayContaining([...(notices ?? [])]));
  });

  it('of the kidney never end in "none was given" beside something that was not taken', () => {
    for (const file of Object.keys(right)) {
      const { out } = ranOn(file);
      if (out === '') continue;
      const { request, assumptions } = JSON.parse(out);
      const speaks = request.patientFile.leftOut.some(({ part }: { part: string }) =>
        ['creatinine', 'egfr', 'creatinineClearance', 'dialysis', 'transplant', 'kidneyDisease'].includes(part),
      );
      const said = assumptions.some(({ name }: { name: string }) => name === 'clearance');
      expect(speaks && said, file).toBe(false);
    }
  });

  it('say exact factors: 176 pounds are 176 x 0.45359237 = 79.83225712 kg, 71 inches 71 x 2.54 = 180.34 cm', () => {
    const part = (file: string, name: string) =>
      JSON.parse(ranOn(file).out).request.patientFile.taken.find((each: { part: string }) => each.part === name).value;
    expect(part('F27-weight-pounds.json', 'weight')).toEqual({ value: 79.83225712, unit: 'kg' });
    expect(part('F27-height-inches.json', 'height')).toEqual({ value: 180.34, unit: 'cm' });
    expect(part('F27-creatinine-mmol.json', 'creatinine')).toEqual({ value: 265, unit: 'umol/L' });
  });
});

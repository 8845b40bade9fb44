import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerOf, ask, bundle, type Json, line, order, person, threeTimes } from '../records/ask.js';
import { argvOf, run } from '../run.js';

const text = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

const answer = (name: string, more = '') => {
  const { out, err, code } = run(argvOf(`baclofen check --json ${more} --patient tests/fixtures/${name}`));
  if (out === '') throw new Error(err);
  return { code, ...JSON.parse(out) };
};

interface Said {
  readonly code: string;
  readonly level: string;
  readonly params: { readonly why?: string };
  readonly fromDay?: number;
}
const said = (plan: { readonly findings: readonly Said[] }) =>
  plan.findings.map(({ level, code }) => `${level} ${code}`);

describe('an order in a record', () => {
  const { code, plan, request } = answer('order-draft-and-active.fhir.json');

  it('is the draft, beside what is taken, which it replaces', () => {
    // Born March 1950: 76. Cockcroft-Gault: (140 - 76) x 58 / (72 x 1.9) x 0.85 = 23.06: ceiling 5.
    expect(plan.read).toEqual([
      { dailyDose: { value: 60, unit: 'mg/d' }, doses: [20, 20, 20].map((value) => ({ value, unit: 'mg' })) },
    ]);
    expect(request.taking).toEqual({ dose: { value: 5, unit: 'mg' }, timesDaily: 1 });
    expect(request.stillActive).toBeUndefined();
    expect(code).toBe(1);
    expect(said(plan)).toEqual(expect.arrayContaining(['stop day-above-ceiling', 'ask older-and-kidney']));
  });

  it('has its tablets counted: 20 mg three times daily for 28 days are 168 of 10 mg', () => {
    expect(plan.findings.find((each: Said) => each.code === 'quantity-disagrees')).toMatchObject({
      written: { value: 84 },
      limit: { value: 168 },
    });
  });

  it('stands beside the other drugs and conditions; what is not known is named', () => {
    expect(request.drugs).toEqual(['oxycodone']);
    expect(request.conditions).toEqual(['Epilepsy'].map((each) => expect.stringMatching(new RegExp(each, 'i'))));
    expect(request.notRecognised).toEqual(['Xyzzymab']);
    const { out } = run(argvOf('baclofen check --patient tests/fixtures/order-draft-and-active.fhir.json'));
    expect(out).toMatch(/not known here, and not checked:\s+Xyzzymab\./);
  });

  it('may have steps, each held against the one before it', () => {
    const steps = answer('order-steps.fhir.json', '--taking 0 --crcl 100');
    expect(steps.notices.filter(({ code }: { code: string }) => code === 'file-part-left-out')).toEqual([]);
    // 15, 30 and 60 mg per day: from 30 to 60 are two levels, on day 7.
    expect(said(steps.plan)).toEqual(['stop jump']);
    expect(steps.plan.findings[0].fromDay).toBe(7);
  });
});

describe('an active order of a record that is no dose by mouth, or not the one that its numbers say', () => {
  it.each([
    ['F04-text-by-intrathecal-pump', 'not clearly, taken by mouth'],
    ['F04-site-intrathecal', 'not clearly, taken by mouth'],
    ['F04-route-codes-oral-and-intrathecal', 'not clearly, taken by mouth'],
    ['F04-dose-with-a-rate', 'rateQuantity'],
    ['F11-text-10-mg-twice-structure-20-mg-three', 'something else than its numbers'],
    ['F08-boundsPeriod-ended-2019', 'it has ended'],
    ['F08-validityPeriod-ended', 'it has ended'],
  ])('%s is refused by name, and never "nothing found"', (name, reason) => {
    const { out, err, code } = run(argvOf(`baclofen check --patient tests/fixtures/records/${name}.json`));
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(new RegExp(`^--patient got MedicationRequest/m: .*${reason}`));
  });
});

describe('several active orders by mouth', () => {
  it('are held to the ceiling together', () => {
    // Three of 20 mg: 60 mg per day; 38.7 mL/min/1.73 m2 is the band from 30, half of 80: 40.
    const { plan } = answer('records/F03-renal-three-orders-hide-ceiling-warning.json');
    expect(said(plan)).toEqual(['stop day-above-ceiling', 'stop two-orders']);
    expect(plan.findings[0]).toMatchObject({ written: { value: 60 }, limit: { value: 40 } });
    expect(plan.findings[1].params.orders).toBe(3);
  });

  const prior = (id: string) => ({ priorPrescription: { reference: `MedicationRequest/${id}` } });
  const checked = (...orders: Json[]) => ask(bundle(person, ...orders), ['check']);

  it('of which one took the place of another are that one', () => {
    // 10 mg three times daily in September, 15 mg in November: 45 mg per day, and no second order.
    const [old, renewed] = [order(line(10), { id: 'a' }), order(line(15), { id: 'b', ...prior('a') })];
    for (const orders of [
      [old, renewed],
      [renewed, old],
    ]) {
      const { plan } = answerOf(checked(...orders));
      expect(plan.read[0].dailyDose.value).toBe(45);
      expect(said(plan)).toEqual([]);
    }
    const again = order(line(20), { id: 'c', ...prior('b') });
    expect(answerOf(checked(old, renewed, again)).plan.read[0].dailyDose.value).toBe(60);
  });

  it('of which the new one is only in words are refused by its name, and the old one is not checked', () => {
    const words = order({ text: 'as told' }, { id: 'b', ...prior('a') });
    const { err, code } = checked(order(line(10), { id: 'a' }), words);
    expect(code).toBe(2);
    expect(err).toMatch(/MedicationRequest\/b/);
  });

  it('are both there where a pump took the place of the tablets', () => {
    const pump = order(line(10, threeTimes, { route: { text: 'intrathecal' } }), { id: 'b', ...prior('a') });
    expect(said(answerOf(checked(order(line(10), { id: 'a' }), pump)).plan)).toEqual(['ask two-orders']);
  });
});

const hooks = (content: object, more = '') => {
  const { out, err, code } = run(argvOf(`baclofen check --format cds-hooks ${more} --patient -`), 80, {
    files: { '-': JSON.stringify(content) },
  });
  return { out, err, code, cards: out === '' ? [] : JSON.parse(out).cards };
};

const request = JSON.parse(text('order-sign.json'));

describe('CDS Hooks', () => {
  it.each(['order-sign.json', 'order-select.json'])('%s gets cards, worst first', (name) => {
    const { cards, code } = hooks(JSON.parse(text(name)));
    expect(cards[0].indicator).toBe('critical');
    expect(cards[0].summary).toMatch(/60 mg per day: above the ceiling for the clearance, 12 times that/);
    expect(cards[0].suggestions[0].actions[0]).toMatchObject({ type: 'delete', resourceId: 'MedicationRequest/new' });
    expect(code).toBe(1);
  });

  it('cards are as the specification has them', () => {
    for (const card of hooks(request).cards) {
      expect(Object.keys(card).every((key) => known.includes(key))).toBe(true);
      expect(card.summary.length).toBeLessThan(140);
      expect(['info', 'warning', 'critical']).toContain(card.indicator);
      expect(card.source.label).toMatch(/\S/);
      expect('suggestions' in card).toBe('selectionBehavior' in card);
      for (const { code, system, display } of card.overrideReasons ?? []) {
        expect([code, system, display].every((each) => typeof each === 'string' && each !== '')).toBe(true);
      }
    }
  });

  it('nothing to say is no card', () => {
    const drafts = { ...request.context, draftOrders: { resourceType: 'Bundle', entry: [] } };
    expect(hooks({ ...request, context: drafts })).toMatchObject({ code: 0, cards: [] });
    const unselected = { ...request.context, selections: ['NutritionOrder/1'] };
    expect(hooks({ ...request, hook: 'order-select', context: unselected }).cards).toEqual([]);
  });

  it('an order in words is a card that says so', () => {
    const copy = structuredClone(request);
    copy.context.draftOrders.entry[0].resource.dosageInstruction = [{ text: 'one tablet three times a day' }];
    expect(hooks(copy).cards).toMatchObject([{ indicator: 'info' }]);
  });

  it.each([
    ['without the Patient', { ...request, prefetch: {} }],
    ['without drafts', { ...request, context: { patientId: 'p76' } }],
  ])('%s: 412 Precondition Failed, and nothing on stdout', (_, asked) => {
    const { out, err, code } = hooks(asked);
    expect(out).toBe('');
    expect(err).toMatch(/412 Precondition Failed/);
    expect(code).toBe(2);
  });

  it('another hook, and another patient, are refused', () => {
    expect(hooks({ ...request, hook: 'patient-view' }).code).toBe(2);
    expect(hooks({ ...request, context: { ...request.context, patientId: 'p77' } }).code).toBe(2);
  });

  it('without a creatinine the cards say that the kidney was not checked', () => {
    const { observations: _, ...prefetch } = request.prefetch;
    const { cards } = hooks({ ...request, prefetch });
    expect(cards.at(-1).summary).toMatch(/not checked: kidney/);
  });
});

const known = ['summary', 'detail', 'indicator', 'source', 'suggestions', 'selectionBehavior', 'overrideReasons'];

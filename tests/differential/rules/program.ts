import {
  adjustForRenalFunction,
  type CheckRequest,
  type CurrentDose,
  checkPrescription,
  estimateInfantExposure,
  type InfantExposureRequest,
  InputError,
  loadParameters,
  type Patient,
  planTaper,
  planTitration,
  quantity as q,
  type Step,
  type TaperRequest,
  type TitrationRequest,
} from '../../../src/index.js';
import type { Order } from './check.js';
import type { Feeding } from './infant-dose.js';
import type { Country } from './numbers.js';
import type { Person } from './patient.js';
import type { Down } from './taper.js';
import type { Asked } from './titration.js';

export const parameters = loadParameters();

export const patientOf = (person: Person): Patient => ({
  ...(person.age !== undefined && { age: q(person.age, 'a') }),
  ...(person.sex !== undefined && { sex: person.sex }),
  ...(person.weight !== undefined && { weight: q(person.weight, 'kg') }),
  ...(person.height !== undefined && { height: q(person.height, 'cm') }),
  ...(person.creatinine !== undefined && { creatinine: q(person.creatinine, 'mg/dL') }),
  ...(person.crcl !== undefined && { creatinineClearance: q(person.crcl, 'mL/min') }),
  ...(person.egfr !== undefined && { egfr: q(person.egfr, 'mL/min/{1.73_m2}') }),
  ...(person.dialysis && { dialysis: true }),
  ...(person.cord !== undefined && { spinalCordInjury: person.cord }),
});

/** What the program answers, in plain numbers: `input` where it takes the request for bad input. */
export type Said<Plan> = { readonly input: string } | { readonly refused: string } | { readonly plan: Plan };

export function answerOf<Plan>(
  ask: () => { outcome: 'plan'; plan: Plan } | { outcome: 'refusal'; refusal: { code: string } },
): Said<Plan> {
  try {
    const answer = ask();
    return answer.outcome === 'plan' ? { plan: answer.plan } : { refused: answer.refusal.code };
  } catch (error) {
    if (error instanceof InputError) return { input: error.message };
    throw error;
  }
}

export const ofDay = (mg: number): CurrentDose => ({ dailyDose: q(mg, 'mg/d') });

export const stepOf = ({ fromDay, dailyDose, doses }: Step) => ({
  fromDay,
  daily: dailyDose.value,
  doses: doses.map(({ dose }) => dose.value),
});

export const titrationOf = ({
  person,
  country,
  products,
  start,
  times,
  increment,
  every,
  target,
  from,
  on,
  override,
}: Asked) =>
  answerOf(() =>
    planTitration(
      {
        rules: country,
        patient: patientOf(person),
        ...(products && { products }),
        ...(start !== undefined && { start: q(start, 'mg') }),
        ...(times !== undefined && { timesDaily: times }),
        ...(increment !== undefined && { increment: q(increment, 'mg') }),
        ...(every !== undefined && { interval: q(every, 'd') }),
        ...(target !== undefined && { target: q(target, 'mg/d') }),
        ...(from !== undefined && { from: ofDay(from) }),
        ...(on !== undefined && { on: q(on, 'd') }),
        ...(override && { override: { code: override, reason: 'a specialist' } }),
      } as TitrationRequest,
      parameters,
    ),
  );

export const renalOf = ({ person, country }: { readonly person: Person; readonly country: Country }) =>
  answerOf(() => adjustForRenalFunction({ rules: country, patient: patientOf(person) }, parameters));

export const infantOf = (feeding: Feeding) =>
  answerOf(() =>
    estimateInfantExposure(
      {
        ...(feeding.milk !== undefined && { milk: q(feeding.milk, feeding.unit ?? 'mg/L') }),
        ...(feeding.peak !== undefined &&
          feeding.trough !== undefined && {
            pair: { peak: q(feeding.peak, 'mg/L'), trough: q(feeding.trough, 'mg/L') },
          }),
        ...(feeding.route && { route: feeding.route }),
        ...(feeding.maternalDose !== undefined && {
          maternalDose: q(feeding.maternalDose, feeding.route ? 'ug/d' : 'mg/d'),
        }),
        ...(feeding.maternalWeight !== undefined && { maternalWeight: q(feeding.maternalWeight, 'kg') }),
        ...(feeding.infantWeight !== undefined && { infantWeight: q(feeding.infantWeight, 'kg') }),
        ...(feeding.intake !== undefined && { intake: q(feeding.intake, 'mL/kg/d') }),
        ...(feeding.share && { share: { numerator: feeding.share[0], denominator: feeding.share[1] } }),
      } as InfantExposureRequest,
      parameters,
    ),
  );

const presentOf = (from: Down['from']): CurrentDose =>
  typeof from === 'number' ? ofDay(from) : { dose: q(from[0], 'mg'), timesDaily: from[1] };

export const taperOf = ({ person, country, products, from, to, days, reduce, percent, every }: Down) =>
  answerOf(() =>
    planTaper(
      {
        rules: country,
        patient: patientOf(person),
        from: presentOf(from),
        ...(products && { products }),
        ...(to !== undefined && { to: to === 'ceiling' ? to : q(to, 'mg/d') }),
        ...(days !== undefined && { pattern: { kind: 'days', days: q(days, 'd') } }),
        ...(reduce !== undefined &&
          every !== undefined && { pattern: { kind: 'reduce', reduction: q(reduce, 'mg/d'), every: q(every, 'd') } }),
        ...(percent !== undefined &&
          every !== undefined && { pattern: { kind: 'percent', percent: q(percent, '%'), every: q(every, 'd') } }),
      } as TaperRequest,
      parameters,
    ),
  );

export const checkOf = ({ person, country, products, each, times, taking, on, quantity, supply }: Order) =>
  answerOf(() =>
    checkPrescription(
      {
        rules: country,
        patient: patientOf(person),
        steps: [{ dose: { each: { value: each, unit: 'mg' }, timesDaily: times } }],
        ...(products && { products }),
        ...(taking !== undefined && { taking: ofDay(taking) }),
        ...(taking !== undefined && on !== undefined && { on: q(on, 'd') }),
        ...(quantity !== undefined && { quantity: q(quantity, '1') }),
        ...(supply !== undefined && { supply: q(supply, 'd') }),
      } as CheckRequest,
      parameters,
    ),
  );

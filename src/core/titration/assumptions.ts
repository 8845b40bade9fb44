import type { Assumption } from '../answer/outcome.js';
import { cite, plain } from '../values/citation.js';
import { quantity } from '../values/quantity.js';
import type { Titration, TitrationContext, TitrationParameters } from './types.js';

/** What the request left open and the plan needed; what would lower the dose if it did not hold is marked. */
export function titrationAssumptions(titration: Titration, context: TitrationContext): Assumption[] {
  return [...aboutThePatient(titration, context), ...aboutTheSchedule(titration, context)];
}

function aboutThePatient(
  { request, ladder: { applicable, renal } }: Titration,
  { titration }: TitrationContext,
): Assumption[] {
  const { rules, byWeight } = applicable;
  const { patient = {} } = request;
  const all: (Assumption | false)[] = [
    request.rules === undefined && { name: 'rules', value: rules.name, citations: cite(rules.start) },
    patient.age === undefined && ageAssumption(titration),
    patient.weight === undefined &&
      byWeight === undefined && {
        name: 'weight',
        value: `${titration.weight.low.value} kg or more`,
        citations: cite(titration.weight.low),
        lowers: true,
      },
    renal.band === undefined &&
      !patient.dialysis && { name: 'clearance', value: 'not reduced', citations: [], lowers: true },
  ];
  return all.filter((each) => each !== false);
}

/** Who is taken for an adult without an age: from an age on less is given. */
export function ageAssumption({ older }: Pick<TitrationParameters, 'older'>): Assumption {
  return { name: 'age', value: `adult below ${older.age.value} years`, citations: cite(older.age), lowers: true };
}

function aboutTheSchedule(
  { request, ladder, supply }: Titration,
  { products: parameters }: TitrationContext,
): Assumption[] {
  const { applicable, regimen, products } = ladder;
  const { rules, band, older, byWeight } = applicable;
  const fixed = band?.action.kind === 'fixed';
  const times = (byWeight?.rules ?? rules).timesDaily;
  const usual = byWeight && products[0]?.id === byWeight.rules.product.id ? byWeight.rules.product : parameters.usual;
  const all: (Assumption | false)[] = [
    !fixed && request.timesDaily === undefined && { name: 'times-daily', value: plain(times), citations: cite(times) },
    !(fixed || older || byWeight) &&
      regimen.step.by === 'label' && {
        name: 'increment',
        value: plain(rules.increment),
        citations: cite(rules.increment),
      },
    request.target === undefined && { name: 'target', value: ladder.target, citations: regimen.target.citations },
    request.products === undefined && { name: 'products', value: usual.id, citations: cite(usual) },
    request.from !== undefined &&
      request.on === undefined && {
        name: 'on',
        value: quantity(regimen.interval.value.value, 'd'),
        citations: regimen.interval.citations,
        lowers: true,
      },
    request.supply === undefined && request.until === undefined && { name: 'supply', value: supply, citations: [] },
  ];
  return all.filter((each) => each !== false);
}

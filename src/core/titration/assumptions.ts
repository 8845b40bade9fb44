import type { Assumption } from '../answer/outcome.js';
import { cite, plain } from '../values/citation.js';
import type { Titration, TitrationContext } from './types.js';

/** What the request left open and the plan needed. */
export function titrationAssumptions(
  { request, situation, regimen, renal, products, supply }: Titration,
  { products: parameters, titration }: TitrationContext,
): Assumption[] {
  const { rules, band, older, child } = situation;
  const fixed = band?.action.kind === 'fixed';
  const times = child ? child.rules.timesDaily : rules.timesDaily;
  const usual = child && products[0]?.id === child.rules.product.id ? child.rules.product : parameters.usual;
  const all: (Assumption | false)[] = [
    request.rules === undefined && { name: 'rules', value: rules.name, citations: cite(rules.start) },
    request.patient?.age === undefined && {
      name: 'age',
      value: `adult below ${titration.older.age.value} years`,
      citations: cite(titration.older.age),
    },
    !fixed && request.timesDaily === undefined && { name: 'times-daily', value: plain(times), citations: cite(times) },
    !(fixed || older || child) &&
      request.increment === undefined && {
        name: 'increment',
        value: plain(rules.increment),
        citations: cite(rules.increment),
      },
    request.target === undefined && {
      name: 'target',
      value: regimen.target,
      citations: cite(child ? child.rules.target : rules.target),
    },
    request.products === undefined && { name: 'products', value: usual.id, citations: cite(usual) },
    renal.band === undefined &&
      !request.patient?.dialysis && { name: 'clearance', value: 'not reduced', citations: [] },
    request.supply === undefined && request.until === undefined && { name: 'supply', value: supply, citations: [] },
  ];
  return all.filter((each) => each !== false);
}

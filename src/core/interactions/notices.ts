import { type Depressant, type Notice, notice } from '../answer/notice.js';
import { ordered } from '../answer/notice-order.js';
import type { Outcome } from '../answer/outcome.js';
import { type ConditionParameters, conditionFindings } from './conditions.js';
import { recogniseDrugs } from './drugs.js';
import { interactionFindings } from './findings.js';
import type {
  GroupFinding,
  InteractionCircumstances,
  InteractionFinding,
  InteractionParameters,
  UnknownName,
} from './types.js';

/** What a request says of the patient's other drugs and conditions, by name. */
export interface BesideRequest {
  readonly drugs?: readonly string[];
  readonly conditions?: readonly string[];
  /** Medications and conditions of a record that are not known here, as it names them. */
  readonly notRecognised?: readonly string[];
}

export interface BesideParameters {
  readonly interactions: InteractionParameters;
  readonly conditions: ConditionParameters;
}

/** Who is planned upward, and refused where a condition forbids it; who takes the drug is never left without the way. */
type WhereForbidden = 'refuse' | 'say';

/**
 * An outcome with what is said of the patient's other drugs and conditions: sedatives first. It changes no dose.
 * @param whereForbidden what a condition that is a contraindication in the country does to a plan; a refusal, such as
 * that of signs, stands whatever the patient has.
 */
export function withBeside<Request extends BesideRequest, Plan>(
  outcome: Outcome<Request, Plan>,
  circumstances: () => InteractionCircumstances,
  country: string,
  { interactions, conditions }: BesideParameters,
  whereForbidden: WhereForbidden,
): Outcome<Request, Plan> {
  const { request } = outcome;
  const { notRecognised: names } = request;
  if (!request.drugs && !request.conditions && !names) return outcome;
  const others = interactionFindings(request.drugs ?? [], circumstances(), interactions);
  const had = conditionFindings(request.conditions ?? [], country, conditions);
  const notices = [
    ...others.findings.map((each): Notice => {
      if (each.kind === 'another-baclofen') {
        const params = { names: each.drugs, advice: each.advice.text };
        return notice('another-baclofen', params, each.advice.citations);
      }
      const { drugs, mechanism, advice } = each;
      const params = { drugs, sentence: mechanism.text, advice: advice.text };
      if (each.kind === 'two-sedatives') return notice(each.kind, params, mechanism.citations);
      const depressant = depressantOf(each, interactions);
      return notice(groupCode(each, others.findings), { ...params, depressant }, mechanism.citations);
    }),
    ...had.findings.flatMap(({ name, own, others: said }): Notice[] => {
      const first = own ?? said[0];
      if (first === undefined) return [];
      return [notice('condition-noted', { condition: name, sentence: first.text }, first.citations)];
    }),
    ...others.unknown.map((each) => notKnown(each, 'drug')),
    ...had.unknown.map((each) => notKnown(each, 'condition')),
    ...(names ? [notice('record-not-recognised', { names }, [])] : []),
  ];
  const all = ordered([...outcome.notices, ...notices]);
  const [refused] = had.refusals;
  if (refused === undefined || whereForbidden === 'say' || outcome.outcome === 'refusal')
    return { ...outcome, notices: all };
  const { assumptions, working } = outcome;
  return { request, assumptions, working, notices: all, outcome: 'refusal', refusal: refused };
}

/** What stands in the warning of two sedatives already is left to the full answer. */
function groupCode({ drugs }: GroupFinding, all: readonly InteractionFinding[]): 'interacting-drugs' | 'drug-noted' {
  const warned = all.flatMap((each) => (each.kind === 'two-sedatives' ? each.drugs : []));
  return drugs.every((drug) => warned.includes(drug)) ? 'drug-noted' : 'interacting-drugs';
}

function depressantOf({ group, severity }: GroupFinding, { groups }: InteractionParameters): Depressant {
  const depresses = groups.some(({ id, depressant }) => id === group && depressant);
  if (!depresses) return 'no';
  return severity === 'avoid' || severity === 'high' ? 'strong' : 'yes';
}

function notKnown({ name, meant }: UnknownName, of: 'drug' | 'condition'): Notice {
  return notice('name-not-known', { name, of, ...(meant !== undefined && { meant }) }, []);
}

/** Those of several drugs that depress the central nervous system, by their own names. */
export function depressantsAmong(names: readonly string[], parameters: InteractionParameters): string[] {
  const found = names.flatMap((name) => recogniseDrugs(name, parameters));
  return [...new Set(found.flatMap((each) => (each.kind === 'drug' && each.group.depressant ? [each.drug.name] : [])))];
}

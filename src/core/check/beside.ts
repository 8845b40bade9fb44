import { conditionFindings } from '../interactions/conditions.js';
import { interactionFindings } from '../interactions/findings.js';
import type { GroupFinding, UnknownName } from '../interactions/types.js';
import { quantity } from '../values/quantity.js';
import { finding } from './finding.js';
import type { CheckContext, CheckRequest, Finding } from './types.js';
import type { Who } from './who.js';

/** What the other drugs and the conditions of a patient add, and the names that are not known. */
export interface Beside {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownName[];
}

/** @param names of drugs, and of conditions. */
export function besideFindings(
  { drugs = [], conditions = [] }: Pick<CheckRequest, 'drugs' | 'conditions'>,
  { country, renal, patient }: Who,
  context: Pick<CheckContext, 'interactions' | 'conditions'>,
  tapering: boolean,
): Beside {
  const number = patient.dialysis ? 0 : renal.deciding?.value.value;
  const circumstances = { ...(number !== undefined && { clearance: quantity(number, 'mL/min') }), tapering };
  const others = interactionFindings(drugs, circumstances, context.interactions);
  const had = conditionFindings(conditions, country, context.conditions);
  const together = others.findings.some(({ kind }) => kind === 'two-sedatives');
  return {
    findings: [
      ...others.findings.flatMap((each): Finding[] => {
        if (each.kind === 'another-baclofen')
          return [finding('two-orders', 'ask', { why: 'named', names: each.drugs })];
        if (each.kind === 'group') return [ofGroup(each, together)];
        const { because, drugs: named, mechanism } = each;
        return [finding('sedatives', 'ask', { because, drugs: named, sentence: mechanism.text })];
      }),
      ...had.refusals.flatMap((each) =>
        each.code === 'contraindicated' ? [finding('contraindicated', tapering ? 'ask' : 'stop', each.params)] : [],
      ),
      ...had.findings
        .filter(({ refuses }) => !refuses)
        .map(({ name, own, others: said }) => {
          const first = own ?? said[0];
          const params = { condition: name, sentence: first?.text ?? '', country: first?.country ?? country };
          return finding('condition', 'note', params);
        }),
    ],
    unknown: [...others.unknown, ...had.unknown],
  };
}

/** One strong depressant is asked about, unless all were already; the others are noted. */
function ofGroup({ name, severity, drugs, mechanism }: GroupFinding, together: boolean): Finding {
  const strong = severity === 'avoid' || severity === 'high';
  return strong && !together
    ? finding('sedatives', 'ask', { because: 'severity', drugs, sentence: mechanism.text })
    : finding('interaction', 'note', { drugs, group: name, sentence: mechanism.text });
}

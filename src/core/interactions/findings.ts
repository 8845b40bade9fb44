import { type CitedText, cite, type Statement, statement } from '../values/citation.js';
import { isBelow } from '../values/thresholds.js';
import { recogniseDrugs } from './drugs.js';
import { distinct } from './names.js';
import {
  type Drug,
  type GroupFinding,
  type InteractionCircumstances,
  type InteractionFinding,
  type InteractionFindings,
  type InteractionGroup,
  type InteractionParameters,
  type InteractionSeverity,
  type JudgedSeverity,
  severities,
  type TwoSedatives,
} from './types.js';

interface Named {
  readonly drug: Drug;
  readonly group: InteractionGroup;
}

/**
 * What the patient's other drugs do with baclofen, worst first: two sedatives, another baclofen, then one finding for
 * each group. A drug under two names is one; a name that is not known is returned as unknown, which is never
 * "no interaction".
 */
export function interactionFindings(
  names: readonly string[],
  circumstances: InteractionCircumstances,
  parameters: InteractionParameters,
): InteractionFindings {
  const recognised = names.flatMap((name) => recogniseDrugs(name, parameters).map((each) => ({ name, each })));
  const named = distinct(
    recognised.flatMap(({ each }) => (each.kind === 'drug' ? [each] : [])),
    ({ drug }) => drug.name,
  );
  const own = recognised.filter(({ each }) => each.kind === 'baclofen').map(({ name }) => name.trim());
  const unknown = recognised.flatMap(({ each }) => (each.kind === 'unknown' && each.name !== '' ? [each] : []));
  return {
    findings: [
      ...twoSedatives(named, circumstances, parameters),
      ...anotherBaclofen(own, parameters),
      ...groupFindings(named, circumstances, parameters),
    ],
    unknown: distinct(unknown, ({ name }) => name.toLowerCase()),
  };
}

function hasReducedClearance({ clearance }: InteractionCircumstances, { twoSedatives }: InteractionParameters) {
  return clearance !== undefined && isBelow(clearance.value, twoSedatives.kidneyBelow.value);
}

function twoSedatives(
  named: readonly Named[],
  circumstances: InteractionCircumstances,
  parameters: InteractionParameters,
): TwoSedatives[] {
  const drugs = named.filter(({ group }) => group.depressant).map(({ drug }) => drug.name);
  const { severity, kidneyBelow, two, one, advice } = parameters.twoSedatives;
  const reduced = hasReducedClearance(circumstances, parameters);
  if (drugs.length === 0 || (drugs.length === 1 && !reduced)) return [];
  const because = drugs.length > 1 ? 'two' : 'clearance';
  const mechanism = because === 'two' ? judged(two, severity) : judged(one, severity, kidneyBelow);
  return [{ kind: 'two-sedatives', because, severity: severity.value, drugs, mechanism, advice: statement(advice) }];
}

function anotherBaclofen(own: readonly string[], { anotherBaclofen }: InteractionParameters): InteractionFinding[] {
  return own.length === 0
    ? []
    : [{ kind: 'another-baclofen', drugs: [...new Set(own)], advice: statement(anotherBaclofen) }];
}

function groupFindings(
  named: readonly Named[],
  circumstances: InteractionCircumstances,
  parameters: InteractionParameters,
): GroupFinding[] {
  const findings = parameters.groups.flatMap((group) => {
    const drugs = named.filter((each) => each.group.id === group.id).map(({ drug }) => drug);
    return drugs.length === 0 ? [] : [groupFinding(group, drugs, circumstances, parameters)];
  });
  return findings.sort((a, b) => rank(a.severity) - rank(b.severity));
}

function groupFinding(
  group: InteractionGroup,
  drugs: readonly Drug[],
  circumstances: InteractionCircumstances,
  parameters: InteractionParameters,
): GroupFinding {
  const raised = [
    ...(group.kidney && hasReducedClearance(circumstances, parameters) ? [group.kidney] : []),
    ...(group.taper && circumstances.tapering ? [group.taper] : []),
  ];
  const ownWords = distinct(
    drugs.flatMap(({ also = [] }) => also),
    ({ text }) => text,
  );
  return {
    kind: 'group',
    group: group.id,
    name: group.name,
    severity: worst([group.severity.value, ...raised.map(({ severity }) => severity)]),
    drugs: drugs.map(({ name }) => name),
    mechanism: judged(group.mechanism, group.severity),
    advice: statement(group.advice),
    also: [...raised, ...ownWords].map(statement),
    others: (group.others ?? []).map(statement),
  };
}

/** A sentence that stands on its own source and on a judgement. */
function judged(cited: CitedText, ...judgements: readonly (JudgedSeverity | InteractionNumber)[]): Statement {
  return { text: cited.text, citations: cite(cited, ...judgements) };
}

type InteractionNumber = InteractionParameters['twoSedatives']['kidneyBelow'];

function rank(severity: InteractionSeverity): number {
  return severities.indexOf(severity);
}

function worst(all: readonly InteractionSeverity[]): InteractionSeverity {
  return severities.find((severity) => all.includes(severity)) ?? 'unstated';
}

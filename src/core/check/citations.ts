import { type Citation, cite } from '../values/citation.js';
import type { CheckContext, Finding } from './types.js';
import type { Who } from './who.js';

/** Where the limit of a finding stands, and what went wrong in print without it. */
export function citationsOf(found: Finding, who: Who, context: CheckContext): Citation[] {
  const cases = context.check.cases.filter(({ finding }) => finding === found.code);
  return [...ofLimit(found, who, context), ...cite(...cases)];
}

function ofLimit(found: Finding, { bounds, country, missing }: Who, context: CheckContext): readonly Citation[] {
  const { check, titration, renal, products, records } = context;
  const label = titration.rules[country];
  const regimen = 'code' in bounds ? undefined : bounds.regimen;
  const refused = 'code' in bounds ? bounds.citations : [];
  const asked = missing?.citations ?? [];
  switch (found.code) {
    case 'unit-not-oral':
      return cite(check.unit);
    case 'volume-without-strength':
    case 'strength-disagrees':
      return cite(check.strengths);
    case 'cannot-be-made':
      return cite(products.usual);
    case 'dose-above-largest':
      return [
        ...(regimen && found.params.rule !== 'label' ? regimen.largestDose.citations : cite(label.doseCeiling)),
        ...(found.level === 'stop' ? cite(check.largestEver) : []),
      ];
    case 'day-above-ceiling':
      return regimen?.ceiling.citations ?? cite(label.dailyCeiling);
    case 'avoid':
    case 'hypersensitivity':
      return refused;
    case 'older-and-kidney':
      return cite(renal.older.avoidBelow, ...(found.level === 'stop' ? [check.olderStop] : []));
    case 'kidney-in-record':
      return [...ofDiseases(found.params.disease, records), ...cite(check.kidneyInRecord)];
    case 'start-above':
      return [...(regimen?.first.citations ?? []), ...cite(check.startTimes)];
    case 'start-below':
      return cite(check.startShare);
    case 'jump':
      return found.params.why === 'to nothing' || found.params.why === 'fall'
        ? cite(check.fall, check.fallShare)
        : [...(regimen?.step.citations ?? []), ...(regimen?.interval.citations ?? []), ...cite(check.intervalShare)];
    case 'child':
      return found.params.why === 'no-age' || found.params.why === 'no-height'
        ? asked
        : ofChild(found.params.why, context, refused, regimen?.ceiling.citations);
    case 'two-orders':
      return cite(check.twoOrders);
    case 'quantity-disagrees':
      return cite(check.quantity);
    default:
      return ofBeside(found, context);
  }
}

function ofChild(
  why: Extract<Finding, { readonly code: 'child' }>['params']['why'],
  { titration: { child } }: CheckContext,
  refused: readonly Citation[],
  ceiling: readonly Citation[] | undefined,
): readonly Citation[] {
  if (why === 'tablet') return cite(child.tabletFrom);
  return why === 'ceiling' ? (ceiling ?? cite(child.youngCeiling, child.oldCeiling)) : refused;
}

/** Of drugs and conditions the sentence itself stands somewhere. */
function ofBeside(found: Finding, { interactions, conditions }: CheckContext): readonly Citation[] {
  if (!('sentence' in found.params)) return [];
  const { sentence } = found.params;
  const { one, two, severity } = interactions.twoSedatives;
  const said = [
    ...interactions.groups.map(({ mechanism }) => mechanism),
    one,
    two,
    ...conditions.conditions.flatMap(({ lines, refusal }) => [...lines, ...(refusal ? [refusal] : [])]),
  ].filter(({ text }) => text === sentence);
  const judged = found.code === 'sedatives' ? [severity] : [];
  return cite(...said.slice(0, 1), ...judged);
}

/** Up to which number a disease goes, or for how long it is what its name says. */
function ofDiseases(names: string, { namedKidneyDiseases }: CheckContext['records']): readonly Citation[] {
  const named = namedKidneyDiseases.filter(({ name }) => names.split(', ').includes(name));
  return cite(...named.flatMap(({ below, currentFor }) => below ?? currentFor ?? []));
}

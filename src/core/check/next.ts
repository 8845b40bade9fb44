import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import type { Patient } from '../patient/patient.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove } from '../values/thresholds.js';
import type { CheckRequest, Finding, FindingParams } from './types.js';

/** What to ask next: the way down from what is taken, or this patient's own way up. At most two lines. */
export function nextLines(
  findings: readonly Finding[],
  { patient, rules, products, on }: CheckRequest,
  taking: CurrentDose | undefined,
  ownStart: boolean,
): readonly CommandRequest[] {
  const present = taking && dailyTotal(taking).value > 0 ? taking : undefined;
  const about = { ...(patient && { patient }), ...(rules && { rules }) };
  const made = products && { products };
  const down = (rest: object) => ({ command: 'taper', request: { from: present, ...rest, ...made, ...about } });
  const up = present
    ? { command: 'titrate', request: { from: present, ...(on && { on }), ...made, ...about } }
    : { command: 'titrate', request: { ...(!ownStart && { start: { value: 5, unit: 'mg' } }), ...made, ...about } };
  const inDays = { pattern: { kind: 'days', days: { value: 14, unit: 'd' } } };
  const kidney = { command: 'renal', request: { ...about, ...(present && { dailyDose: dailyTotal(present) }) } };
  const isAboveIt = ({ value }: Quantity<'mg/d'>) => present !== undefined && isAbove(dailyTotal(present).value, value);
  const toCeiling = findings.some((each) => {
    const limit = ceilingOf(each);
    return limit !== undefined && isAboveIt(limit);
  });
  const jumpLines = ({ why, written: to }: FindingParams['jump']): CommandRequest[] => {
    if (why === 'to nothing') return [down(inDays)];
    if (why !== 'fall') return [up];
    return toCeiling ? [] : [down({ to, ...inDays })];
  };
  const lines = findings
    .filter(({ level }) => level !== 'note')
    .flatMap((found): CommandRequest[] => {
      switch (found.code) {
        case 'avoid':
          return present ? [down(inDays)] : [];
        case 'day-above-ceiling':
          if (toCeiling) return [down({ to: 'ceiling' })];
          // Where it is not known what is taken, a new start is no answer.
          return [(present || !taking) && saysKidney(patient) ? kidney : up];
        case 'child':
          if (found.params.why !== 'ceiling') return [];
          return [toCeiling ? down({ to: 'ceiling' }) : up];
        case 'start-above':
        case 'start-below':
          return [up];
        case 'jump':
          return jumpLines(found.params);
        case 'older-and-kidney':
          return [kidney];
        default:
          return [];
      }
    });
  return distinctLines(lines).slice(0, 2);
}

/** The ceiling of the day (mg/d) that an order was found above. */
function ceilingOf({ code, params }: Finding): Quantity<'mg/d'> | undefined {
  if (code === 'day-above-ceiling') return params.limit;
  return code === 'child' && params.why === 'ceiling' ? params.limit : undefined;
}

/** The kidney's own page needs a number of it. */
function saysKidney({ creatinine, creatinineClearance, egfr, dialysis }: Patient = {}): boolean {
  return [creatinine, creatinineClearance, egfr, dialysis].some((each) => each !== undefined);
}

function distinctLines(lines: readonly CommandRequest[]): CommandRequest[] {
  const seen = lines.map((line) => JSON.stringify(line));
  return lines.filter((_, index) => seen.indexOf(seen[index] ?? '') === index);
}

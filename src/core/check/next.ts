import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import type { Patient } from '../patient/patient.js';
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
  const toCeiling = findings.some(({ code, params }) => code === 'day-above-ceiling' && 'down' in params);
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
          if (present && found.params.down) return [down({ to: 'ceiling' })];
          // Where it is not known what is taken, a new start is no answer.
          return [(present || !taking) && saysKidney(patient) ? { command: 'renal', request: about } : up];
        case 'child':
          return found.params.why === 'ceiling' ? [up] : [];
        case 'start-above':
        case 'start-below':
          return [up];
        case 'jump':
          return jumpLines(found.params);
        case 'older-and-kidney':
          return [{ command: 'renal', request: about }];
        default:
          return [];
      }
    });
  return distinctLines(lines).slice(0, 2);
}

/** The kidney's own page needs a number of it. */
function saysKidney({ creatinine, creatinineClearance, egfr, dialysis }: Patient = {}): boolean {
  return [creatinine, creatinineClearance, egfr, dialysis].some((each) => each !== undefined);
}

function distinctLines(lines: readonly CommandRequest[]): CommandRequest[] {
  const seen = lines.map((line) => JSON.stringify(line));
  return lines.filter((_, index) => seen.indexOf(seen[index] ?? '') === index);
}

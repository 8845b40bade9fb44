import type { CommandRequest } from '../answer/command-request.js';
import { type CurrentDose, dailyTotal } from '../doses/current-dose.js';
import type { Patient } from '../patient/patient.js';
import { countryOf } from '../titration/country.js';
import { wayDown } from '../titration/way-down.js';
import { plain } from '../values/citation.js';
import type { Quantity } from '../values/quantity.js';
import { isAbove } from '../values/thresholds.js';
import type { CheckContext, CheckRequest, Finding, FindingParams } from './types.js';

interface Known {
  readonly taking: CurrentDose | undefined;
  /** Of this patient, where one is known. */
  readonly ceiling: Quantity<'mg/d'> | undefined;
  /** Whether a rule sets the first level. */
  readonly ownStart: boolean;
}

/** What to ask next: the way down from what is taken, or this patient's own way up. At most two lines. */
export function nextLines(
  findings: readonly Finding[],
  request: CheckRequest,
  { taking, ceiling, ownStart }: Known,
  context: CheckContext,
): readonly CommandRequest[] {
  const { patient, rules, products, on } = request;
  const present = taking && dailyTotal(taking).value > 0 ? taking : undefined;
  const about = { ...(patient && { patient }), ...(rules && { rules }) };
  const made = products && { products };
  const start = plain(context.titration.rules[countryOf(request, context)].start);
  const up = present
    ? { command: 'titrate', request: { from: present, ...(on && { on }), ...made, ...about } }
    : { command: 'titrate', request: { ...(!ownStart && { start }), ...made, ...about } };
  const kidney = { command: 'renal', request: { ...about, ...(present && { dailyDose: dailyTotal(present) }) } };
  const down = (to?: Parameters<typeof wayDown>[3]) => (present ? [wayDown(present, request, context, to)] : []);
  const isHigh = present && ceiling && isAbove(dailyTotal(present).value, ceiling.value);
  const toCeiling = isHigh ? down('ceiling') : undefined;
  const jumpLines = ({ why, written }: FindingParams['jump']): CommandRequest[] => {
    if (why === 'to nothing') return down();
    return why === 'fall' ? (toCeiling ?? down(written)) : [up];
  };
  const lines = findings
    .filter(({ level }) => level !== 'note')
    .flatMap((found): CommandRequest[] => {
      switch (found.code) {
        case 'avoid':
          return down();
        case 'day-above-ceiling':
          // Where it is not known what is taken, a new start is no answer.
          return toCeiling ?? [(present || !taking) && saysKidney(patient) ? kidney : up];
        case 'child':
          return found.params.why === 'ceiling' ? (toCeiling ?? [up]) : [];
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

/** The kidney's own page needs a number of it. */
function saysKidney({ creatinine, creatinineClearance, egfr, dialysis }: Patient = {}): boolean {
  return [creatinine, creatinineClearance, egfr, dialysis].some((each) => each !== undefined);
}

function distinctLines(lines: readonly CommandRequest[]): CommandRequest[] {
  const seen = lines.map((line) => JSON.stringify(line));
  return lines.filter((_, index) => seen.indexOf(seen[index] ?? '') === index);
}

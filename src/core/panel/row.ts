import { besideFindings } from '../check/beside.js';
import { oneOfEach, worstFirst } from '../check/finding.js';
import { findingsOf } from '../check/findings.js';
import type { Finding } from '../check/types.js';
import { unjudgedBy, type Who, whoIs } from '../check/who.js';
import type { Country } from '../titration/rules.js';
import { InputError } from '../values/input-error.js';
import type { Quantity } from '../values/quantity.js';
import { ceilings } from './ceilings.js';
import type { JudgedRow, PanelContext, PanelRow, RowAnswer } from './types.js';

/**
 * The check of one row after another, by the same functions as the check of a single order: findings as codes and
 * numbers, no words, no working.
 * @returns a function of a row; a row whose numbers cannot be right is unreadable, never an error.
 */
export function panelOf(country: Country, context: PanelContext): (row: PanelRow) => RowAnswer {
  const ceilingOf = ceilings(context);
  return (row) => {
    const who = known(row, country, context);
    if (who instanceof InputError) return { status: 'unreadable', because: who };
    const refused = unjudgedBy(who);
    return refused ? { status: 'unreadable', because: refused } : judged(row, who, ceilingOf(who), context);
  };
}

/** A creatinine without age or sex is what a single check takes as a slip of the hand. */
function known({ patient }: PanelRow, country: Country, context: PanelContext): Who | InputError {
  try {
    return whoIs(patient, country, context);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function judged(row: PanelRow, who: Who, ceiling: Quantity<'mg/d'> | undefined, context: PanelContext): JudgedRow {
  const { dailyDose, creatinineAge } = row;
  const { deciding, band } = who.renal;
  const beside = row.drugs ? besideFindings(row, who, context, false) : undefined;
  const own = oneOfEach(findingsOf({ dailyDose }, who, context));
  const findings = beside ? worstFirst([...own, ...beside.findings]) : own;
  const isOld = creatinineAge !== undefined && creatinineAge.value > context.renal.creatinineCurrentFor.value;
  return {
    status: statusOf(findings, deciding !== undefined || who.patient.dialysis === true),
    ...(deciding && { deciding }),
    ...(band && { band: band.id }),
    ...(who.patient.dialysis && { dialysis: true as const }),
    ...(ceiling && { ceiling, multiple: dailyDose.value / ceiling.value }),
    dailyDose,
    findings,
    unknown: beside?.unknown ?? [],
    ...(isOld && { stale: creatinineAge }),
  };
}

/** Without a number of the kidney nothing is "none": that would be taken for looked at. */
function statusOf(findings: readonly Finding[], isKidneyKnown: boolean): JudgedRow['status'] {
  // Worst first.
  const level = findings[0]?.level;
  if (level === 'stop' || level === 'ask') return level;
  return isKidneyKnown ? 'none' : 'no-kidney-data';
}

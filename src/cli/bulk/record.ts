import { check } from '../../calculations/check.js';
import type { CheckPlan, CheckRequest } from '../../core/check/types.js';
import { besideInRecord } from '../../core/interactions/record.js';
import { statusOf } from '../../core/panel/row.js';
import type { JudgedRow } from '../../core/panel/types.js';
import type { Country } from '../../core/titration/rules.js';
import { InputError } from '../../core/values/input-error.js';
import type { Parameters } from '../../parameters/load.js';
import type { Node } from '../fhir/node.js';
import { readFhir } from '../fhir/read.js';
import type { FhirContext } from '../fhir/resource.js';
import type { CohortRow } from '../panel/cohort.js';
import { patientAndOrders } from '../patient/given.js';
import { orderFrom, pumpIn } from '../patient/order.js';
import type { Shell } from '../shell.js';

/** The row of one record, by the readers and the check that `check --patient` uses. */
export function recordRow(
  id: string,
  resources: readonly Node[],
  reading: FhirContext,
  country: Country,
  parameters: Parameters,
  shell: Shell,
): CohortRow {
  try {
    const read = {
      parameters,
      shell: { ...shell, today: () => reading.today },
      readPatientFile: () => readFhir(resources, reading),
    };
    const { orders = [], ...found } = patientAndOrders({ patient: id }, read, 'taken');
    const { past: _, ...beside } = besideInRecord(found.patientFile ?? {}, parameters);
    const request: CheckRequest = {
      ...orderFrom(orders, found.patientFile, parameters.products.products),
      ...pumpIn(found.patientFile),
      ...beside,
      ...found,
      rules: country,
    };
    return rowOf(id, request, parameters);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { id, fault: error.got === 'nothing' ? `no ${error.field}` : error.got };
  }
}

function rowOf(id: string, request: CheckRequest, parameters: Parameters): CohortRow {
  const outcome = check(request, parameters);
  if (outcome.outcome === 'refusal') return { id, answer: { status: 'unreadable', because: outcome.refusal } };
  return { id, answer: judged(outcome.plan, request, parameters) };
}

function judged(
  { findings, deciding, ceiling, read, unknown }: CheckPlan,
  { patient = {}, patientFile }: CheckRequest,
  { renal }: Parameters,
): JudgedRow {
  const old = patientFile?.taken.find(({ part, use }) => part === 'creatinine' && use === 'taken')?.old?.value ?? 0;
  const dialysis = patient.dialysis === true;
  return {
    status: statusOf(findings, deciding !== undefined || dialysis),
    method: deciding?.method,
    kidney: deciding?.value.value ?? Number.NaN,
    band: deciding?.band,
    dialysis,
    ceiling: ceiling?.value ?? Number.NaN,
    dailyDose: read[0]?.dailyDose.value ?? Number.NaN,
    findings,
    unknown,
    stale: old > renal.creatinineCurrentFor.value ? old : Number.NaN,
  };
}

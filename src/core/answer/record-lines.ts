import type { PatientFile } from '../patient/file.js';
import type { CommandRequest } from './command-request.js';
import type { Outcome } from './outcome.js';

/** An outcome whose lines to type ask with the record as well: much of what it warns of has no flag. */
export function withRecordInLines<Request, Plan>(
  outcome: Outcome<Request, Plan>,
  patientFile: PatientFile,
): Outcome<Request, Plan> {
  const asked = ({ command, request }: CommandRequest): CommandRequest => ({
    command,
    request: { ...request, patientFile },
  });
  if (outcome.outcome === 'plan') {
    const { plan } = outcome;
    return hasNext(plan) ? { ...outcome, plan: { ...plan, next: plan.next.map(asked) } } : outcome;
  }
  const { instead, params, ...refusal } = outcome.refusal;
  return {
    ...outcome,
    refusal: {
      ...refusal,
      params: 'line' in params ? { ...params, line: asked(params.line) } : params,
      ...(instead && { instead: instead.map(asked) }),
    } as typeof outcome.refusal,
  };
}

function hasNext<Plan>(plan: Plan): plan is Plan & { readonly next: readonly CommandRequest[] } {
  return typeof plan === 'object' && plan !== null && 'next' in plan;
}

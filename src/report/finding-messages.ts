import type { CheckPlan } from '../core/check/types.js';
import { findingSentence } from './wording/findings.js';

/** The same plan with the sentence of each finding, as it leaves as JSON. */
export function withMessages(plan: CheckPlan): CheckPlan {
  return { ...plan, findings: plan.findings.map((each) => ({ ...each, message: findingSentence(each) })) };
}

import type * as z from 'zod/mini';
import { check } from './calculations/check.js';
import { infantDose } from './calculations/infant-dose.js';
import { intrathecal } from './calculations/intrathecal.js';
import { levels } from './calculations/levels.js';
import { milk } from './calculations/milk.js';
import { newborn } from './calculations/newborn.js';
import { renal } from './calculations/renal.js';
import { restart } from './calculations/restart.js';
import { switchProducts } from './calculations/switch.js';
import { taper } from './calculations/taper.js';
import { titrate } from './calculations/titrate.js';
import { answer, type Contract } from './contract/answer.js';
import { checkPlan, checkRequest } from './contract/check.js';
import { infantDosePlan, infantDoseRequest } from './contract/infant-dose.js';
import { intrathecalPlan, intrathecalRequest } from './contract/intrathecal.js';
import { levelsPlan, levelsRequest } from './contract/levels.js';
import { milkPlan, milkRequest } from './contract/milk.js';
import { newbornPlan, newbornRequest } from './contract/newborn.js';
import { proven } from './contract/prove.js';
import { renalPlan, renalRequest } from './contract/renal.js';
import { restartPlan, restartRequest } from './contract/restart.js';
import { switchPlan, switchRequest } from './contract/switch.js';
import { taperPlan, taperRequest } from './contract/taper.js';
import { titrationPlan, titrationRequest } from './contract/titrate.js';
import type { Outcome } from './core/answer/outcome.js';
import type { Parameters } from './parameters/load.js';

/** A calculation, and the schemas of what it takes and gives. */
export interface Calculation<Request, Plan> {
  readonly plan: (request: Request, parameters: Parameters) => Outcome<Request, Plan>;
  readonly contract: Contract<Request, Plan>;
  /** The same for a request that comes from outside. @throws InputError where the contract has it otherwise. */
  readonly ask: (request: unknown, parameters: Parameters) => Outcome<Request, Plan>;
}

function calculation<Request, Plan>(
  plan: Calculation<Request, Plan>['plan'],
  contract: Contract<Request, Plan>,
): Calculation<Request, Plan> {
  return { plan, contract, ask: (request, parameters) => plan(proven(contract.request, request), parameters) };
}

/** Every calculation by the name of its command. The library, `explain`, `schema` and the tests read this list. */
export const calculations = {
  titrate: calculation(titrate, { request: titrationRequest, plan: titrationPlan }),
  renal: calculation(renal, { request: renalRequest, plan: renalPlan }),
  taper: calculation(taper, { request: taperRequest, plan: taperPlan }),
  check: calculation(check, { request: checkRequest, plan: checkPlan }),
  'infant-dose': calculation(infantDose, { request: infantDoseRequest, plan: infantDosePlan }),
  milk: calculation(milk, { request: milkRequest, plan: milkPlan }),
  newborn: calculation(newborn, { request: newbornRequest, plan: newbornPlan }),
  levels: calculation(levels, { request: levelsRequest, plan: levelsPlan }),
  intrathecal: calculation(intrathecal, { request: intrathecalRequest, plan: intrathecalPlan }),
  restart: calculation(restart, { request: restartRequest, plan: restartPlan }),
  switch: calculation(switchProducts, { request: switchRequest, plan: switchPlan }),
} as const;

export type CalculationName = keyof typeof calculations;

export const calculationNames = Object.keys(calculations) as CalculationName[];

/** The schema of what `baclofen NAME --json` prints. */
export function answerOf(name: CalculationName) {
  const { request, plan }: Contract<unknown, unknown> = calculations[name].contract;
  return answer<unknown, unknown>(name, { request, plan });
}

/** A saved or printed answer. */
export type Answer = z.infer<ReturnType<typeof answerOf>>;

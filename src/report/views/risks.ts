import type { EmergencyRisk } from '../../core/answer/leaflet.js';
import type { NoticeCode } from '../../core/answer/notice.js';
import type { ViewContext } from './context.js';
import type { PlannedDoses } from './plan.js';

/** What a sheet has to say beyond what it says to everybody. */
export interface Risks {
  /** The dose that goes on is above this patient's ceiling, or goes on where the drug is to be avoided. */
  readonly dose?: 'above' | 'avoided';
  readonly emergencies: readonly EmergencyRisk[];
}

const above: readonly NoticeCode[] = ['daily-dose-above-ceiling', 'end-above-ceiling'];
const avoided: readonly NoticeCode[] = ['daily-dose-where-avoided', 'end-where-avoided'];

/** Read from what the plan warns of, so that no sheet is quieter than the answer. */
export function risksOf({ kind }: PlannedDoses, { notices, kidney }: Pick<ViewContext, 'notices' | 'kidney'>): Risks {
  const warned = (codes: readonly NoticeCode[]) => notices.some(({ code }) => codes.includes(code));
  const dose = warned(avoided) ? 'avoided' : warned(above) ? 'above' : undefined;
  const overdose = kidney.slow || dose !== undefined || warned(['poisoning-first']);
  return {
    ...(dose && { dose }),
    emergencies: [
      ...(overdose ? (['overdose'] as const) : []),
      ...(kind === 'restart' ? (['gap'] as const) : []),
      ...(warned(['taper-while-allergic']) ? (['allergy'] as const) : []),
    ],
  };
}

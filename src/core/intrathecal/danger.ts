import { type Notice, notice } from '../answer/notice.js';
import { cite } from '../values/citation.js';
import type { IntrathecalParameters } from './types.js';

/** What is said of a pump first, on every page: the boxed warning, the signs of withdrawal and of an overdose. */
export type PumpDanger = Pick<IntrathecalParameters, 'boxedWarning' | 'withdrawal' | 'overdose'>;

export function dangerNotices({ boxedWarning, withdrawal, overdose }: PumpDanger): Notice[] {
  return [
    notice('intrathecal-boxed-warning', { text: boxedWarning.text }, cite(boxedWarning)),
    notice('intrathecal-withdrawal', { text: withdrawal.text }, cite(withdrawal)),
    notice('intrathecal-overdose', { text: overdose.text }, cite(overdose)),
  ];
}

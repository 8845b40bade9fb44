import { noticeMessage } from '../wording/notices.js';
import type { ViewContext } from './context.js';

/** The refusal that a specialist lifted for this plan, and why: every view carries it. */
export function liftedWords({ notices, wording }: Pick<ViewContext, 'notices' | 'wording'>): string[] {
  return notices.filter(({ code }) => code === 'refusal-lifted').map((each) => noticeMessage(each, wording));
}

import { rulesFields } from '../../contract/fields/dose.js';
import { liftable } from '../../core/titration/applicable-rules.js';
import type { Override } from '../../core/titration/rules.js';
import { InputError } from '../../core/values/input-error.js';
import { readCountry } from '../typed/word.js';
import { fieldFlag, flag, type Given } from './flag.js';
import { printable, typed } from './printable.js';

const group = 'Rules';

export const rulesFlags = {
  rules: fieldFlag(rulesFields.rules, {
    to: 'rules',
    takes: '<country>',
    group,
    default: ({ titration }) => titration.usualRules.country,
    read: readCountry,
  }),
};

export const overrideFlags = {
  override: flag<string>({
    takes: '<code>',
    group,
    words: `lift a refusal, for a specialist: ${liftable.join(', ')}`,
    values: liftable,
    read: (text) => ({ ok: text }),
  }),
  reason: flag<string>({
    takes: '<words>',
    group,
    words: 'why; printed in every view of the plan',
    read: (text) => ({ ok: text }),
  }),
};

/** A refusal is lifted only with a reason, in words that print. */
export function overrideOf({ override, reason }: Given<typeof overrideFlags>): { override?: Override } {
  if (override === undefined && reason === undefined) return {};
  if (override === undefined)
    throw new InputError('reason', typed(reason ?? ''), 'an `override` that it is the reason for');
  const words = reason?.trim() ?? '';
  if (words === '' || words.length > 200 || printable(words) !== words) {
    throw new InputError(
      'reason',
      reason === undefined ? 'nothing' : typed(reason),
      'the reason in words, up to 200 characters on one line',
    );
  }
  return { override: { code: override, reason: words } };
}

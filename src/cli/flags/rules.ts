import type { Command } from 'commander';
import { liftable } from '../../core/titration/applicable-rules.js';
import { countries, type Override } from '../../core/titration/rules.js';
import { InputError } from '../../core/values/input-error.js';
import { printable, typed } from './printable.js';
import { anyText, choice } from './reader.js';

export const rulesFlags = { rules: choice(countries) };

export const overrideFlags = { override: anyText, reason: anyText };

/** The words that flags of the rules take. */
export const rulesValues = { rules: countries, override: liftable };

export function addRulesFlags(command: Command): Command {
  return command
    .optionsGroup('Rules:')
    .option('--rules <country>', `whose label: ${countries.join(', ')} (default: us)`);
}

export function addOverrideFlags(command: Command): Command {
  return command
    .option('--override <code>', `lift a refusal, for a specialist: ${liftable.join(', ')}`)
    .option('--reason <words>', 'why; printed in every view of the plan');
}

/** A refusal is lifted only with a reason, in words that print. */
export function overrideOf({ override, reason }: { override?: string | undefined; reason?: string | undefined }): {
  override?: Override;
} {
  if (override === undefined && reason === undefined) return {};
  if (override === undefined)
    throw new InputError('reason', typed(reason ?? ''), 'an --override that it is the reason for');
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

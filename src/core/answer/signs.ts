import { type CitedText, cite } from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { type Refusal, refusal } from './refusal.js';

export const signs = ['drowsy', 'slow-breathing', 'withdrawal', 'confused', 'jerks', 'seizure'] as const;

/** What the patient shows now, beside the spasticity. */
export type Sign = (typeof signs)[number];

export type SignsCode = 'suspected-toxicity' | 'suspected-withdrawal' | 'toxicity-or-withdrawal';

/** Why no schedule is made where such signs are seen, and what is done. */
export interface SignsAnswer {
  readonly reason: CitedText;
  readonly instead: readonly CitedText[];
}

export type SignsParameters = Readonly<Record<SignsCode, SignsAnswer>> & {
  /** Withdrawal where the drug is to be avoided as well. */
  readonly withdrawalWhereAvoided: CitedText;
};

const meanings: Readonly<Record<Sign, SignsCode>> = {
  drowsy: 'suspected-toxicity',
  'slow-breathing': 'suspected-toxicity',
  withdrawal: 'suspected-withdrawal',
  confused: 'toxicity-or-withdrawal',
  jerks: 'toxicity-or-withdrawal',
  seizure: 'toxicity-or-withdrawal',
};

/**
 * The refusal that signs call for, or undefined without any; several together may be either poisoning or withdrawal.
 * @throws InputError on a sign that is not in the list, or no sign at all.
 */
export function signsRefusal(
  seen: readonly Sign[] | undefined,
  avoided: boolean,
  parameters: SignsParameters,
): Refusal | undefined {
  if (seen === undefined) return undefined;
  const unknown = seen.find((each) => !signs.includes(each));
  if (unknown !== undefined || seen.length === 0) {
    throw new InputError('signs', unknown === undefined ? 'nothing' : `"${unknown}"`, `one of ${signs.join(', ')}`);
  }
  const [first, ...more] = [...new Set(seen)] as [Sign, ...Sign[]];
  const code = more.length === 0 ? meanings[first] : 'toxicity-or-withdrawal';
  const { reason, instead } = parameters[code];
  const all = avoided && code === 'suspected-withdrawal' ? [...instead, parameters.withdrawalWhereAvoided] : instead;
  const params = { signs: [first, ...more], reason: reason.text, instead: all.map(({ text }) => text) };
  return refusal(code, params, cite(reason, ...all));
}

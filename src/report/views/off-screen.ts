import type { Notice } from '../../core/answer/notice.js';
import { type Product, productOf } from '../../core/doses/product.js';
import { fieldOf } from '../wording/command-line.js';
import { noticeMessage } from '../wording/notices.js';
import { fieldWords } from '../wording/request.js';
import type { ViewContext } from './context.js';

type Worded = Pick<ViewContext, 'wording' | 'products'>;

/** A notice for somebody who has no terminal to type a flag in. */
export function noticeWords(notice: Notice, context: Worded): string {
  return offScreen(noticeMessage(notice, context.wording), context.products);
}

/** What is asked for by a flag whose field is named otherwise. */
const nouns: Readonly<Record<string, string>> = {
  crcl: 'creatinine clearance',
  from: 'present dose',
  intake: 'milk intake',
  supply: 'days of the supply',
  with: 'other drugs',
};

/**
 * A sentence with nouns for its flags: "Give the weight." for "Give --weight.". A flag in brackets, or of dialysis, only
 * says where to type what the sentence has said already; one with a value is what it would plan.
 */
function offScreen(sentence: string, products: readonly Product[]): string {
  return sentence
    .replace(/ \(--[a-z-]+\)|: --dialysis/g, '')
    .replace(/--product ([a-z0-9-]+)/g, (_, id: string) => productOf(id, products).name)
    .replace(/--start (\d+(?:\.\d+)?)/g, '$1 mg per dose')
    .replace(/--to (?:ceiling|0)/g, (end) => `a taper to ${end.endsWith('0') ? 'none' : 'the ceiling'}`)
    .replace(/(^|\. )?--([a-z-]+)/g, (_, begins: string | undefined, flag: string) =>
      begins === undefined ? `the ${nounOf(flag)}` : `${begins}The ${nounOf(flag)}`,
    );
}

function nounOf(flag: string): string {
  return nouns[flag] ?? fieldWords(fieldOf(flag));
}

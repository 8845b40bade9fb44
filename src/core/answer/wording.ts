import type { CitedText } from '../values/citation.js';
import type { NoticeCode } from './notice.js';
import type { RefusalCode } from './refusal.js';

/**
 * The notices whose sentences stand in data/wording.json, and the places in each that the words layer fills. A code
 * that is not here is about the tool and has its sentence in the report.
 */
export const noticePlaces = {
  'target-above-label-table': ['asked', 'label'],
  'scaled-for-clearance': ['kept', 'interval'],
  'fixed-for-clearance': ['ceiling'],
  'older-adult-schedule': ['age', 'dose', 'interval'],
  'child-not-established': ['below'],
  'tablets-for-a-light-child': ['from'],
  'product-not-in-market': ['products', 'country'],
  'taper-where-avoided': ['from'],
  'taper-not-shortened': [],
  'taper-while-allergic': [],
  'estimates-in-different-bands': ['lowest', 'highest'],
  'correction-for-spinal-cord-injury': ['factor'],
  'creatinine-old': ['old', 'limit'],
  'creatinine-undated': [],
  'creatinine-unusual': ['creatinine'],
  'weight-unusual': ['weight'],
  'height-unusual': ['height'],
  'from-above-ceiling': ['from', 'ceiling', 'days'],
  'end-above-ceiling': ['end', 'ceiling'],
  'end-where-avoided': ['end'],
  'fall-large': ['day', 'fall', 'limit', 'finer'],
  'dose-above-ceiling': ['dose', 'ceiling', 'rule'],
  'taper-short': ['days', 'shortest'],
  'taper-short-for-long-use': ['usedFor', 'advised', 'days'],
  'relative-dose-at-threshold': ['value', 'intake', 'maternalWeight', 'threshold'],
  'infant-dose-at-withdrawal-dose': ['intake', 'infantDose', 'threshold'],
  'milk-level-extrapolated': ['scaled', 'level', 'maternalDose', 'flag'],
  'maternal-dose-above-published': ['published', 'maternalDose'],
  'milk-level-unlikely': ['level', 'published'],
  'share-already-in-intake': ['intake', 'age', 'flag'],
  'milk-model-one-woman': ['dose', 'command'],
  'newborn-single-case': ['course'],
  'newborn-rounding-loss': ['concentration', 'most', 'fromDay'],
  'newborn-fewer-doses': ['days', 'mark'],
  'newborn-not-measurable': ['days', 'mark'],
  'other-sedatives': ['names'],
  'newborn-milk-volume': ['intake', 'flag'],
  'infant-exposed-before-birth': ['command'],
  'infant-preterm': ['gestationalAge', 'below'],
  'infant-young': ['age', 'below'],
  'maternal-clearance-reduced': ['clearance', 'below', 'scaled'],
  'no-relative-dose-intrathecal': [],
  'levels-clearance-unknown': ['age', 'flag'],
  'intrathecal-little-experience': ['dose', 'above'],
  'intrathecal-below-lowest': ['dose', 'lowest'],
  'intrathecal-low-reserve': ['reserve', 'alarm'],
  'intrathecal-other-concentration': ['concentration'],
  'intrathecal-reserve-past': ['emptyOn', 'today', 'flag'],
  'intrathecal-refill-ahead': ['refilled', 'today'],
  'intrathecal-long-refill': ['days', 'longest'],
  'intrathecal-step-small': ['percent', 'from'],
  'kidney-number-old': ['part', 'old', 'limit'],
  'kidney-number-undated': ['part'],
  'kidney-numbers-in-file': ['other', 'taken'],
  'order-old': ['old', 'limit'],
  'record-product-differs': ['form', 'strength', 'planned', 'flag'],
  'record-product-from': ['form', 'strength', 'from', 'flag'],
  'result-not-final': ['statuses', 'parts'],
  'order-undated': [],
  'baclofen-named': ['place', 'why'],
  'started-while-used': ['usedFor'],
  'file-kidney-lower': ['estimate', 'when', 'band'],
  'file-dose-differs': ['inFile', 'place', 'when'],
  'pump-in-record': ['place'],
  'kidney-not-read': ['part', 'place', 'why', 'dialysis'],
  'kidney-acute': ['disease', 'place', 'estimate'],
  'kidney-disease-disagrees': ['disease', 'place', 'estimate', 'dialysis'],
  'allergy-not-read': ['place', 'why'],
  'signs-of-accumulation': [],
  'daily-dose-above-ceiling': ['dailyDose', 'ceiling'],
  'daily-dose-where-avoided': ['dailyDose'],
  'newborn-milk-at-withdrawal-dose': ['milk', 'threshold', 'most'],
  'single-dose-above-ceiling': ['dose', 'ceiling'],
  'maternal-dose-above-ceiling': ['maternalDose', 'multiple', 'ceiling', 'command'],
  'maternal-dose-where-avoided': ['maternalDose', 'command'],
  'avoid-in-older-adult': ['age', 'where', 'higher'],
  'start-above-first': ['day', 'first', 'steps', 'flag', 'start'],
  'interval-of-hospital': ['asked', 'usual'],
  'older-without-kidney': ['age', 'flag'],
  'age-unknown-below-30': ['age', 'ceiling', 'flag'],
  'lowest-toxic-dose': ['dose'],
  'child-with-adult-bands': ['number'],
  'given-above-estimate': ['given', 'estimate', 'band'],
  'estimate-could-be-lower': ['parts', 'flags'],
  'ideal-weight-not-validated': ['height', 'from'],
  'given-clearance-in-spinal-cord-injury': ['clearance'],
  'weight-old': ['old', 'date', 'limit'],
} as const satisfies { readonly [Code in NoticeCode]?: readonly string[] };

/** The same for refusals, their reason and what to do instead together. */
export const refusalPlaces = {
  'target-never-computed': ['asked', 'limit'],
  'faster-than-allowed': ['asked', 'rule', 'shortest'],
  hypersensitivity: [],
  contraindicated: ['sentence'],
  'under-age': ['age', 'from', 'command'],
  'child-weight-missing': [],
  'clearance-too-low': ['clearance', 'below', 'command', 'override'],
  dialysis: ['command', 'override'],
  'adults-only': ['from', 'age'],
  'abrupt-stop': ['from', 'to', 'flag'],
  'ceiling-where-avoided': ['from', 'flag'],
  'newborn-weight-outside': ['weight', 'from', 'to'],
  'concentration-unknown': ['asked'],
  'from-implausible': ['from', 'limit'],
  'no-levels-below-age': ['from', 'age', 'reason'],
  'no-levels-on-dialysis': ['reason', 'command'],
  'no-levels-at-clearance': ['clearance', 'below', 'dose', 'often', 'at', 'mean', 'quotedFrom', 'quotedTo', 'command'],
  'concentration-change': ['reason', 'command'],
  'concentration-not-labelled': ['asked', 'known', 'flag'],
  'intrathecal-dose-too-high': ['asked', 'highest'],
  'intrathecal-step-too-large': ['way', 'percent', 'kind', 'lowest', 'highest', 'flag', 'toward'],
  'start-above-ceiling': ['asked', 'ceiling', 'flag'],
  'start-above-first': ['asked', 'day', 'rule', 'first', 'flag'],
  'already-taking': ['present'],
  'at-the-target': ['present', 'target'],
  'above-the-ceiling': ['present', 'ceiling'],
  'target-above-ceiling': ['asked', 'ceiling'],
  'weight-implausible': ['weight', 'age', 'from', 'to', 'flag', 'override'],
  'height-implausible': ['height', 'from'],
  'age-needed': ['weight', 'below'],
  'child-with-clearance': ['age', 'what'],
  'child-creatinine': ['creatinine'],
} as const satisfies { readonly [Code in RefusalCode]?: readonly string[] };

/** Clinical halves of sentences that are said only in some answers. */
export const phrasePlaces = {
  scaledLevelTooLow: [],
  criteriaNameEgfr: ['higher'],
  eachStep: ['step', 'label'],
  finerProduct: ['flag', 'fall'],
  onDialysis: ['flag'],
  planWithIt: ['flag'],
  switchFromIt: ['flag'],
} as const;

export type WordedNotice = keyof typeof noticePlaces;
export type WordedRefusal = keyof typeof refusalPlaces;
export type Phrases = Readonly<Record<keyof typeof phrasePlaces, CitedText>>;

export interface RefusalWording {
  readonly reason: CitedText;
  readonly instead?: readonly CitedText[];
}

/** The clinical sentences of notices and refusals, with {places} where the numbers of an answer go. */
export interface WordingParameters {
  readonly notices: Readonly<Record<WordedNotice, CitedText>>;
  readonly refusals: Readonly<Record<WordedRefusal, RefusalWording>>;
  readonly phrases: Phrases;
}

import type { Provenance } from '../values/citation.js';

/** The topics of the monograph, in the order in which they are listed. */
export const topicIds = [
  'indications',
  'administration',
  'missed-dose',
  'side-effects',
  'interactions',
  'conditions',
  'tests',
  'pregnancy',
  'lactation',
  'older-adults',
  'children',
  'kidney',
  'liver',
  'overdose',
  'withdrawal',
  'dependence',
  'intrathecal',
  'pharmacokinetics',
  'storage',
] as const;

export type TopicId = (typeof topicIds)[number];

/** What is said, whose text says it with its country, and where it stands. */
export interface Saying {
  readonly text: string;
  readonly whose: string;
  readonly citations: readonly Provenance[];
}

/** A warning comes first; an answer is what is acted on; a detail is printed where the whole topic is asked for. */
export interface Statement extends Saying {
  readonly kind: 'statement';
  readonly weight: 'warning' | 'answer' | 'detail';
}

/** What texts say differently, side by side; none of them is adopted. */
export interface Difference {
  readonly kind: 'disagreement';
  readonly weight: 'answer' | 'detail';
  readonly about: string;
  readonly sides: readonly Saying[];
}

export type Line = Statement | Difference;

export interface Topic {
  readonly id: TopicId;
  readonly summary: string;
  /** Other words that ask for this topic, in kebab case. */
  readonly synonyms: readonly string[];
  readonly lines: readonly Line[];
}

/** The drug in words, from data/monograph.json. */
export interface MonographParameters {
  readonly topics: readonly Topic[];
}

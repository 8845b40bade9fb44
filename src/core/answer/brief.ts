import type { Cited, CitedText } from '../values/citation.js';

/** The sentences of a brief answer, from data/brief.json: what the long ones say, in a line. */
export interface BriefParameters {
  /** A patient below is called child, girl or boy. */
  readonly adultFrom: Cited<'a'>;
  /** Of a patient below, sheets and advice speak to the parents. */
  readonly parentsBelow: Cited<'a'>;
  readonly titration: {
    readonly stay: CitedText;
    readonly tell: CitedText;
    readonly tellParents: CitedText;
    readonly tellParentsOfLiquid: CitedText;
  };
  readonly taper: {
    readonly withdrawal: CitedText;
    readonly emergency: CitedText;
    /** Both in three rows. */
    readonly short: CitedText;
    readonly others: CitedText;
    /** The days that those others ask for. */
    readonly othersDays: Cited<'d'>;
  };
  readonly infantDose: {
    readonly watch: CitedText;
    readonly sameDay: CitedText;
    readonly emergency: CitedText;
    readonly neverStop: CitedText;
    /** What a relative dose below the threshold means; {threshold} is its place. */
    readonly accepted: CitedText;
    readonly for: CitedText;
    readonly against: CitedText;
  };
}

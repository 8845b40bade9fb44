import type { Fraction, Quantity, Unit } from '../../core/values/quantity.js';

/** Smallest and largest value; `above` leaves the bound itself out. */
export interface Range {
  readonly from?: number;
  readonly above?: number;
  readonly to: number;
}

interface Said {
  /** In words with their article, for the sentence about a wrong one: "a body weight". */
  readonly what: string;
  /** What it is, for help and for the JSON Schema; other fields stand in backticks. */
  readonly says: string;
}

/** A quantity, and what is plausible in each unit that it comes in. */
export interface Amount extends Said {
  readonly in: { readonly [Each in Unit]?: Range };
  /** The unit of a number that is typed without one. */
  readonly bare?: Unit;
  /** As it is typed. */
  readonly example: string;
  readonly whole?: true;
}

/** A bare whole number. */
export interface Count extends Said {
  readonly count: { readonly from: number; readonly to: number };
}

/** One of a few words. */
export interface Choice extends Said {
  readonly words: readonly string[];
}

/** Said or not. */
export interface Switch extends Said {
  readonly yes: true;
}

/** Words on one line, in letters and signs that can be seen. */
export interface Words extends Said {
  readonly longest: number;
}

/** Several of them. */
export interface List extends Said {
  /** At least so many: of no product nothing is made. */
  readonly each: { readonly longest: number; readonly pattern?: string; readonly least?: number };
}

/** A day of the calendar. */
export interface Day extends Said {
  readonly date: true;
}

/** A part above 0 and up to 1. */
export interface Share extends Said {
  readonly share: true;
}

/**
 * One field of a request, for the flag, the library, the saved result and the patient file alike: what it is, the units
 * it comes in and what of it is plausible. Plain data, as the command line reads it at every start.
 */
export type Field = Amount | Count | Choice | Switch | Words | List | Day | Share;

export type Fields = Readonly<Record<string, Field>>;

/** What a field holds. */
export type ValueOf<F> = F extends { readonly in: infer Units }
  ? { [Each in keyof Units & Unit]: Quantity<Each> }[keyof Units & Unit]
  : F extends { readonly words: readonly (infer Word)[] }
    ? Word
    : F extends Count
      ? number
      : F extends Switch
        ? boolean
        : F extends List
          ? readonly string[]
          : F extends Share
            ? Fraction
            : string;

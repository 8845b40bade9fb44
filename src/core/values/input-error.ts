/**
 * A request that makes no sense. Says which field, what it got (cut where it is long) and what it takes. Fields go by
 * their names in a request; one that is named inside a sentence stands in backticks.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly got: string;
  readonly takes: string;
  /** What follows what was got, with its own verb: "it takes a dose in mg". */
  readonly wrong: string;
  /** What else is wrong with the same request. */
  readonly also: readonly InputError[];

  /** @param takes what the field takes, or the whole clause where it says something else. */
  constructor(
    readonly field: string,
    got: string,
    takes: string | { readonly wrong: string },
    also: readonly InputError[] = [],
    longest = 80,
  ) {
    const shown = got.length > longest ? `${got.slice(0, longest - 4)}..."` : got;
    const wrong = typeof takes === 'string' ? `it takes ${takes}` : takes.wrong;
    super(`${field} got ${shown}; ${wrong}`);
    this.got = shown;
    this.takes = wrong.replace(/^it takes /, '');
    this.wrong = wrong;
    this.also = also;
  }

  /** All that is wrong with a request as one error: the first, and the others beside it. */
  static of([first, ...also]: readonly InputError[]): InputError {
    if (first === undefined) throw new RangeError('no error was given');
    return new InputError(first.field, first.got, first, also);
  }
}

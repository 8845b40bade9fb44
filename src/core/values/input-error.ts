/** A request that makes no sense. Says which field, what it got (cut where it is long) and what it takes. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly got: string;

  constructor(
    readonly field: string,
    got: string,
    readonly takes: string,
    longest = 80,
  ) {
    const shown = got.length > longest ? `${got.slice(0, longest - 4)}..."` : got;
    super(`${field} got ${shown}; it takes ${takes}`);
    this.got = shown;
  }
}

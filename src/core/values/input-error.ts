/** A request that makes no sense. Says which field, what it got (cut where it is long) and what it takes. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly got: string;

  constructor(
    readonly field: string,
    got: string,
    readonly takes: string,
  ) {
    const shown = got.length > 80 ? `${got.slice(0, 76)}..."` : got;
    super(`${field} got ${shown}; it takes ${takes}`);
    this.got = shown;
  }
}

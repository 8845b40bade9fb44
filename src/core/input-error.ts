/** A request that makes no sense. Says which field, what it got and what it takes. */
export class InputError extends Error {
  constructor(
    readonly field: string,
    readonly got: string,
    readonly takes: string,
  ) {
    super(`${field} got ${got}; it takes ${takes}`);
    this.name = 'InputError';
  }
}

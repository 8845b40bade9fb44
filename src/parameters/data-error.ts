/** A data file that does not hold what it must. Says which file and which field. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

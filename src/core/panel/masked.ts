/** A count, or why it is not shown: too few to be anonymous, or what would give those away. */
export type Masked = number | 'fewer than 5' | 'hidden';

/** Below so many people a cell names them: a choice of ours after the custom of public statistics. */
const fewest = 5;

/**
 * Counts that add up to a number that is known, without those of fewer than 5 people, and without the next smallest,
 * from which the difference would give them away. A cell with nobody in it names nobody and stays.
 */
export function masked(counts: readonly number[]): Masked[] {
  const isSmall = (count: number) => count > 0 && count < fewest;
  if (!counts.some(isSmall)) return [...counts];
  const next = Math.min(...counts.filter((count) => count >= fewest));
  const at = counts.indexOf(next);
  return counts.map((count, index) => (isSmall(count) ? 'fewer than 5' : index === at ? 'hidden' : count));
}

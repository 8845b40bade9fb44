/**
 * The word that was probably meant, where one is close enough: one letter may be wrong for so many that it has.
 * Words of one or two letters, such as countries, are never guessed.
 */
export function closest(typed: string, words: readonly string[], lettersPerSlip = 3): string | undefined {
  const most = (word: string) => Math.max(1, Math.floor(word.length / lettersPerSlip));
  const [best] = words
    // What is so much longer or shorter is no nearer than that.
    .filter((word) => word.length > 2 && Math.abs(word.length - typed.length) <= most(word))
    .map((word) => ({ word, distance: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter((each) => each.distance <= most(each.word))
    .sort((a, b) => a.distance - b.distance);
  return best?.word;
}

/** Letters to add, drop, change or swap with their neighbour, one at a time. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap));
    }
  }
  return at(a.length, b.length);
}

/** What stands before every answer from data that is not what was released. */
export function changedWords(changed: readonly string[] = []): string[] {
  if (changed.length === 0) return [];
  const files = changed.map((name) => `data/${name}`).join(', ');
  const verb = changed.length === 1 ? 'is not the file that was' : 'are not the files that were';
  return [`Changed data: ${files} on this computer ${verb} released. Check every number, or install baclofen anew.`];
}

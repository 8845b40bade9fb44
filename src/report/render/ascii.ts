const replacements: Readonly<Record<string, string>> = {
  '─': '-',
  '│': '|',
  '²': '2',
  '°': ' degrees',
  µ: 'u',
  μ: 'u',
};

/** No expression until it is needed: for one Node reads the tables of Unicode at every start. */
const letter = '[\\p{L}\\p{M}]';

/**
 * Text in ASCII: lines of tables as + - |, letters without their accents, a question mark for other signs. A letter that
 * has no such form stays, so that the name of a patient is never lost.
 */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const plain = character.normalize('NFKD').replace(/[^\0-\x7f]/g, '');
    const left = new RegExp(letter, 'u').test(character) ? character : '?';
    return replacements[character] ?? (/[\u2500-\u257f]/.test(character) ? '+' : plain || left);
  });
}

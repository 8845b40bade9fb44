const replacements: Readonly<Record<string, string>> = {
  '─': '-',
  '│': '|',
  '²': '2',
  '°': ' degrees',
  µ: 'u',
  μ: 'u',
};

/** Text in ASCII: lines of tables as + - |, letters without their accents, a question mark for what is left. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const plain = character.normalize('NFKD').replace(/[^\0-\x7f]/g, '');
    return replacements[character] ?? (/[\u2500-\u257f]/.test(character) ? '+' : plain || '?');
  });
}

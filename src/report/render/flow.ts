/**
 * Binds what a line break must not part: a line to type, a number with its whole unit, "1 and a half", a date, "below 30";
 * narrowly, a number with the word behind it alone.
 */
export function glue(text: string, narrowly = false): string {
  return text
    .replace(/\bbaclofen [a-z-]+(?: --[a-z-]+(?: [^\s-]\S*)?)+/g, (line) => line.replaceAll(' ', '\u00a0'))
    .replace(/\b([A-Z][a-z]{2}) (\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/g, '$1\u00a0$2\u00a0$3\u00a0$4')
    .replace(/(\d) and a half (?=[a-z])/g, '$1\u00a0and\u00a0a\u00a0half ')
    .replace(/(\d) (?=[A-Za-z])/g, '$1\u00a0')
    .replace(/(\u00a0\S+) per (?=\w)/g, narrowly ? '$1 per\u00a0' : '$1\u00a0per\u00a0')
    .replace(/\bbelow (?=\d)/g, narrowly ? '$&' : 'below\u00a0')
    .replace(/ (?=\[\d)/g, '\u00a0');
}

/** Words broken into lines of at most so many columns; a longer word stands alone, whole, "60 mg per day" in two. */
export function flowLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of glue(text).split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((each) => (each.length > width ? divided(each) : each))) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** "below 60 mg per day" as "below", "60 mg" and "per day", for a line that has no room for all of it. */
function divided(word: string): string[] {
  return word.split(/\u00a0(?=per\u00a0)|(?<=\bbelow)\u00a0/);
}

/** The widest part of a text that a line break cannot divide; narrowly, where units may be divided as well. */
export function widestWord(text: string, narrowly = false): number {
  return Math.max(
    ...glue(text, narrowly)
      .split(/[ \n]/)
      .map((word) => word.length),
  );
}

/** Words behind a mark, the following lines indented by two. */
export function hang(mark: string, text: string, width: number): string {
  return flowLines(`${mark} ${text}`, width - 2).join('\n  ');
}

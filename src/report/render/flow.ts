/** Binds what a line break must not part: a number and the word behind it, "1 and a half", a date. */
export function glue(text: string): string {
  return text
    .replace(/\b([A-Z][a-z]{2}) (\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/g, '$1\u00a0$2\u00a0$3\u00a0$4')
    .replace(/(\d) and a half (?=[a-z])/g, '$1\u00a0and\u00a0a\u00a0half ')
    .replace(/(\d) (?=[A-Za-z])/g, '$1\u00a0')
    .replace(/(\u00a0\S+) per (?=\w)/g, '$1\u00a0per\u00a0')
    .replace(/ (?=\[\d)/g, '\u00a0');
}

/** Words broken into lines of at most so many columns; a longer word stands alone, whole. */
export function flowLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of glue(text).split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** The widest part of a text that a line break cannot divide. */
export function widestWord(text: string): number {
  return Math.max(
    ...glue(text)
      .split(/[ \n]/)
      .map((word) => word.length),
  );
}

/** Words behind a mark, the following lines indented by two. */
export function hang(mark: string, text: string, width: number): string {
  return flowLines(`${mark} ${text}`, width - 2).join('\n  ');
}

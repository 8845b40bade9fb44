/**
 * The first key that stands twice in one object of a JSON text, or of a text with one a line; undefined where none does.
 * JSON.parse keeps the last of them and says nothing.
 */
export function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{' || character === '[') open.push(new Set());
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOf(text, index);
      if (isColonNext(text, end + 1)) {
        const key = keyOf(text.slice(index, end + 1));
        const keys = open.at(-1);
        if (keys?.has(key)) return `"${key.replace(/[^\w.$-]/g, '?').slice(0, 40)}"`;
        keys?.add(key);
      }
      index = end;
    }
  }
  return undefined;
}

/** Where the string that begins here ends; an even number of strokes before a quote does not hide it. */
function endOf(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let strokes = 0;
    while (text[quote - 1 - strokes] === '\\') strokes += 1;
    if (strokes % 2 === 0) return quote;
  }
  return text.length;
}

function isColonNext(text: string, start: number): boolean {
  let index = start;
  while (' \t\r\n'.includes(text[index] ?? '-')) index += 1;
  return text[index] === ':';
}

/** Two spellings of one key are one key. */
function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

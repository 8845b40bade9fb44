/**
 * The first key that stands twice in one object of a JSON text, or of a text with one a line; undefined where none does.
 * JSON.parse keeps the last of them and says nothing.
 */
export function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [whole, colon] = token;
    if (whole === '{' || whole === '[') open.push(new Set());
    else if (whole === '}' || whole === ']') open.pop();
    else if (colon !== undefined) {
      const key = keyOf(whole.slice(0, whole.lastIndexOf('"') + 1));
      const keys = open.at(-1);
      if (keys?.has(key)) return `"${key.replace(/[^\w.$-]/g, '?').slice(0, 40)}"`;
      keys?.add(key);
    }
  }
  return undefined;
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

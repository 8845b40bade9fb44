/** Far longer than a resource that is read here. */
const longest = 4 * 1024 * 1024;

const newline = 0x0a;

/**
 * The lines of bytes that come in parts, each to be used before the next is asked for. One that is too long is cut, which
 * makes a broken one of it: whom it belongs to is known, and they cannot be read.
 */
export function* byteLines(parts: Iterable<Uint8Array>): Generator<Buffer> {
  let kept = Buffer.alloc(0);
  let isSkipping = false;
  for (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      const line = bytes.subarray(start, end);
      if (!isSkipping) yield kept.length > 0 ? Buffer.concat([kept, line]) : line;
      if (kept.length > 0) kept = Buffer.alloc(0);
      isSkipping = false;
      start = end + 1;
    }
    if (isSkipping) continue;
    kept = Buffer.concat([kept, bytes.subarray(start)]);
    if (kept.length <= longest) continue;
    isSkipping = true;
    yield kept.subarray(0, longest);
    kept = Buffer.alloc(0);
  }
  if (kept.length > 0) yield kept;
}

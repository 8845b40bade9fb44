import { constants, createGunzip, type Gunzip } from 'node:zlib';

/** So many compressed bytes at once: they become a thousand times as many at most. */
const atOnce = 16 * 1024;

/**
 * What the synchronous functions of node:zlib are made of, and what npm unpacks with: Node has no other way through a
 * file in parts that does not wait for its turn. Each call closes the handle, which is why it is held and put back.
 */
type Chunked = Gunzip & {
  _handle: { close: () => void };
  readonly _processChunk: (chunk: Uint8Array, flush: number) => Buffer;
};

/** Unpacks gzip that comes in parts. @throws an error of zlib where it is damaged or ends early. */
export function* gunzipped(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  const unpacking = createGunzip() as Chunked;
  const { _handle: handle } = unpacking;
  const close = handle.close.bind(handle);
  handle.close = () => {};
  const unpacked = (chunk: Uint8Array, flush: number) => {
    unpacking._handle = handle;
    unpacking.removeAllListeners('error');
    return unpacking._processChunk(chunk, flush);
  };
  try {
    for (const part of parts) {
      for (let start = 0; start < part.length; start += atOnce) {
        yield unpacked(part.subarray(start, start + atOnce), constants.Z_SYNC_FLUSH);
      }
    }
    yield unpacked(new Uint8Array(0), constants.Z_FINISH);
  } finally {
    close();
  }
}

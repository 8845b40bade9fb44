import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';

/** The suite makes 10,000 calls in all; `npm run fuzz` asks for 100,000, and another seed each day. */
const all = Number(process.env.FUZZ_CALLS ?? 10_000);
export const seed = Number(process.env.FUZZ_SEED ?? 20_261_126);

/** How the calls are shared out: what is cheap to ask is asked more often. */
const shares = { door: 0.25, records: 0.1, panel: 0.05, typed: 0.6 } as const;

export function callsOf(what: keyof typeof shares): number {
  return Math.round(all * shares[what]);
}

const longest = 2000;
const mostGrowth = 300e6;

/** One call, which may take 2 seconds of processor time, as a busy machine is no hang, and 300 MB. */
export function timed<T>(what: () => T, of: unknown): T {
  const begin = process.cpuUsage();
  const before = process.memoryUsage.rss();
  const result = what();
  const shown = () => (typeof of === 'string' ? of : JSON.stringify(of)).slice(0, 3000);
  if (process.cpuUsage(begin).user / 1000 > longest) expect.fail(`took more than 2 seconds: ${shown()}`);
  if (process.memoryUsage.rss() - before > mostGrowth) expect.fail(`took more than 300 MB: ${shown()}`);
  return result;
}

/** What is held in memory once nothing can be given back, in bytes. */
function kept(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

/** Many calls, after which no more than 300 MB are kept. */
export function growsLittle(calls: () => void): void {
  const before = kept();
  calls();
  expect((kept() - before) / 1e6).toBeLessThan(mostGrowth / 1e6);
}

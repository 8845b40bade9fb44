/** A stream of numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Holder = Record<string, unknown>;

/** Every object and list in a value, itself included. */
function holders(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holders)];
}

const units = ['mg', 'Mg', 'g', 'mcg', 'ug', 'mg/d', 'mg/dl', 'mg/dL', 'mg/L', 'umol/L', 'mmol/L', 'mL/min', 'ml/min'];
const more = [
  'mL/min/{1.73_m2}',
  'kg',
  'lb',
  'lbs',
  'cm',
  'm',
  'in',
  'a',
  'mo',
  'wk',
  'd',
  'h',
  '',
  ' mg',
  'mg ',
  'mg\u200b',
];
const nasty: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    '5',
    '5 mg',
    [],
    {},
    [5],
    { value: 5 },
    'constructor',
    '__proto__',
    '\u001b[31m',
    'x'.repeat(5000),
  ],
  ...[0, -0, -1, 1e-12, 1e6, 1e21, 1e308, 0.1 + 0.2, 2 ** 53, '1e3', '0x10', 'NaN', '2026-02-30', '2099-01-01', 'us'],
];
const factors = [10, 100, 1000, 0.1, 0.01, 0.001, 2.20462, 88.4, 1000 / 213.66];

/** A copy with one to three things in it changed, as a slip, a converter or an enemy might. */
export function mutated(original: unknown, random: () => number): unknown {
  const copy = structuredClone(original);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const holder = pick(holders(copy));
    const keys = Object.keys(holder);
    const key = keys.length === 0 ? 'unit' : pick(keys);
    const kind = random();
    if ('unit' in holder && kind < 0.4) holder.unit = pick([...units, ...more]);
    else if (typeof holder[key] === 'number' && kind < 0.7) holder[key] = (holder[key] as number) * pick(factors);
    else if (kind < 0.8) holder[key] = structuredClone(pick(nasty));
    else if (kind < 0.9) delete holder[key];
    else holder[pick(['unit', 'value', 'start', 'weight', 'patient', 'extra'])] = structuredClone(pick(nasty));
  }
  return copy;
}

/** The text with bytes flipped, cut, doubled or put in. */
export function garbled(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const to = at + Math.floor(random() * 20);
  const kind = random();
  if (kind < 0.25) return text.slice(0, at);
  if (kind < 0.5) return text.slice(0, at) + text.slice(to);
  if (kind < 0.75) return text.slice(0, to) + text.slice(at);
  const put = ['"', '{', '}', '[', ',', ':', '9', '-', 'e9', '\\u001b', '\u202e', '\\ud800', '\0', '/*', 'null'];
  return text.slice(0, at) + put[Math.floor(random() * put.length)] + text.slice(at);
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { quickRun } from '../cli/trouble.js';

const folder = mkdtempSync(join(tmpdir(), 'baclofen-patient-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'patient.json');

const originals = ['patient.json', 'woman-82.fhir.json', 'woman-82.ndjson', 'unknown-unit.fhir.json'].map((name) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))),
);

const commands = [['renal'], ['titrate', '--start', '5'], ['taper', '--days', '21']] as const;

/** The file is read and answered, or named in one sentence. */
function civil(bytes: Uint8Array, argv: readonly string[]): number {
  writeFileSync(path, bytes);
  const begin = performance.now();
  const { out, err, code } = quickRun([...argv, '--patient', path]);
  expect(performance.now() - begin).toBeLessThan(5000);
  expect([0, 1, 2]).toContain(code);
  expect(out + err).not.toMatch(/\n {4}at |\bNaN\b|Infinity|\[object/);
  if (code === 2) {
    expect(out).toBe('');
    expect(err).toMatch(/^[^\n]+\n$/);
  }
  return code;
}

const original = fc.constantFrom(...originals);
const command = fc.constantFrom<readonly string[]>(...commands);

describe('what comes with --patient', { timeout: 300_000 }, () => {
  it('cut off anywhere is refused or read, never a fault', () => {
    fc.assert(
      fc.property(original, fc.nat(), command, (bytes, at, argv) => {
        civil(bytes.subarray(0, at % bytes.length), argv);
      }),
      { numRuns: 300 },
    );
  });

  it('with bytes flipped is refused or read, never a fault', () => {
    fc.assert(
      fc.property(
        original,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 }),
        command,
        (bytes, flips, argv) => {
          const other = Uint8Array.from(bytes);
          for (const [at, value] of flips) other[at % other.length] = value;
          civil(other, argv);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('in another encoding is read the same or refused, never read as something else', () => {
    for (const bytes of originals) {
      const text = bytes.toString('utf8');
      const plain = quickRun(['renal', '--json', '--patient', write(bytes)]);
      for (const encoded of [
        Buffer.from(`\ufeff${text}`, 'utf8'),
        Buffer.from(text, 'latin1'),
        Buffer.from(text, 'utf16le'),
        Buffer.from(`\ufeff${text}`, 'utf16le'),
        Buffer.from(text, 'utf16le').swap16(),
        Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8'),
        Buffer.from(text.replaceAll('\n', '\r'), 'utf8'),
        Buffer.from(Buffer.from(text).toString('base64')),
      ]) {
        const code = civil(encoded, ['renal']);
        if (code !== 2) expect(quickRun(['renal', '--json', '--patient', path])).toEqual(plain);
      }
    }
  });

  it('of any bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), command, (bytes, argv) => {
        expect(civil(bytes, argv)).toBe(2);
      }),
      { numRuns: 200 },
    );
  });

  it('of any JSON is refused or read, never a fault', () => {
    fc.assert(
      fc.property(fc.json(), command, (text, argv) => {
        civil(Buffer.from(text), argv);
      }),
      { numRuns: 200 },
    );
  });
});

function write(bytes: Uint8Array): string {
  writeFileSync(path, bytes);
  return path;
}

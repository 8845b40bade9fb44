import { describe, expect, it } from 'vitest';
import { explanation } from '../../src/contract/answer.js';
import { contract } from './contracts.js';
import { run } from './run.js';

type Json = Record<string, unknown>;

const lines = [
  ['titrate', '--start', '5', '--age', '82', '--crcl', '29.97'],
  ['titrate', '--age', '5', '--weight', '20'],
  ['titrate', '--start', '5', '--dialysis'],
  ['titrate', '--start', '5', '--crcl', '10', '--override', 'clearance-too-low', '--reason', 'agreed'],
  ['titrate', '--start', '5', '--patient', 'tests/fixtures/woman-82.fhir.json'],
  ['renal', '--patient', 'tests/fixtures/patient.json'],
  ['renal', '--patient', 'tests/fixtures/woman-82.fhir.json'],
  ['taper', '--days', '14'],
  ['taper', '--from', '20x3', '--percent', '25', '--every', '7'],
  ['taper', '--days', '21', '--patient', 'tests/fixtures/woman-82.fhir.json'],
  ['restart', '--from', '20x3', '--missed', '2d', '--age', '70'],
  ['restart', '--from', '20x3', '--missed', '2d', '--signs', 'withdrawal'],
  ['switch', '--from', '1mg/mL', '--to', '10mg/mL', '--volume', '7mL', '--times', '3'],
  ['switch', '--dose', '1.1mgx3', '--from', '1mg/mL', '--to', '10mg/mL'],
  ['infant-dose', '--milk', '320mcg/L', '--share', '1/3'],
  ['infant-dose', '--maternal-dose', '40'],
];

const saved = (line: readonly string[]): string => run([...line, '--json']).out;

function explain(text: string, ...flags: string[]) {
  return run(['explain', 'r.json', ...flags], 80, { files: { 'r.json': text } });
}

describe('a saved result', () => {
  it.each(lines.map((line) => [line.join(' '), line] as const))('of %s is the same computed again', (_, line) => {
    const { out, err, code } = explain(saved(line), '--json');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(JSON.parse(out)).toMatchObject({ of: line[0], changed: false, changes: [] });
    expect(explanation.safeParse(JSON.parse(out)).error).toBeUndefined();
    expect(contract[line[0] as 'titrate'].safeParse(JSON.parse(saved(line))).error).toBeUndefined();
  });

  it('that has changed names each value, before and after, and since when', () => {
    const before = JSON.parse(saved(['titrate', '--start', '5', '--crcl', '42']));
    before.data = '2025-01-31';
    before.version = '0.0.9';
    before.plan.ceiling.dailyDose.value = 35;
    before.plan.schedule.pop();
    before.notices = before.notices.filter(({ code }: Json) => code !== 'signs-of-accumulation');
    const { out, code } = explain(JSON.stringify(before), '--json');
    expect(code).toBe(0);
    const { changes, saved: earlier, changed, data } = JSON.parse(out);
    expect({ changed, earlier }).toEqual({ changed: true, earlier: { version: '0.0.9', data: '2025-01-31' } });
    expect(changes.map(({ path }: Json) => path)).toEqual([
      'plan.schedule[2]',
      'plan.ceiling.dailyDose.value',
      'notices[signs-of-accumulation]',
    ]);
    expect(changes[1]).toEqual({ path: 'plan.ceiling.dailyDose.value', before: 35, after: 40 });
    expect(changes[0]).not.toHaveProperty('before');
    const text = explain(JSON.stringify(before)).out.replace(/\s+/g, ' ');
    expect(text).toContain(`Saved by baclofen 0.0.9 with data of 2025-01-31; computed again by baclofen`);
    expect(text).toContain(`with data of ${data}.`);
    expect(text).toContain('3 values changed.');
  });

  it('says when a plan would be refused now', () => {
    const before = JSON.parse(saved(['titrate', '--start', '5', '--crcl', '42']));
    before.request.patient.creatinineClearance.value = 12;
    const { changes } = JSON.parse(explain(JSON.stringify(before), '--json').out);
    expect(changes[0]).toEqual({ path: 'outcome', before: 'plan', after: 'refusal' });
    expect(explain(JSON.stringify(before)).code).toBe(0);
  });

  const good = JSON.parse(saved(['titrate', '--start', '5']));
  const asked = (request: Json) => JSON.stringify({ ...good, request: { ...good.request, ...request } });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"schema"'],
    ['another file', '{"age":5}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another schema', JSON.stringify({ ...good, schema: 'baclofen/titrate@1' })],
    ['no calculation', run(['products', '--json']).out],
    ['a plan with a key more', JSON.stringify({ ...good, note: 'x' })],
    ['a plan without its schedule', JSON.stringify({ ...good, plan: { ...good.plan, schedule: undefined } })],
    ['a dose in another unit', asked({ start: { value: 5, unit: 'mg/d' } })],
    ['a negative dose', asked({ start: { value: -5, unit: 'mg' } })],
    ['nine doses a day', asked({ timesDaily: 9 })],
    ['a weight in pounds', asked({ patient: { weight: { value: 150, unit: 'lb' } } })],
    ['100,000 brackets', '['.repeat(100_000)],
    ['a trap', JSON.stringify(good).replace('"request":{', '"request":{"__proto__":{"x":1},')],
  ])('is refused in one sentence where it is %s', (_, text) => {
    const { out, err, code } = explain(text);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^<file> got "r.json", [^\n]*\.\n$/);
  });

  it('needs a file', () => {
    expect(run(['explain'])).toMatchObject({ out: '', code: 2 });
    expect(run(['explain', 'no-such-file']).err).toContain('does not exist');
  });
});

import { describe, expect, it } from 'vitest';
import { interactionFindings } from '../../../src/core/interactions/findings.js';
import type { InteractionCircumstances, InteractionFinding } from '../../../src/core/interactions/types.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { listOf62, notListed } from './list-of-62.js';

const { interactions, sources } = loadParameters();
const ask = (names: readonly string[], circumstances: InteractionCircumstances = {}) =>
  interactionFindings(names, circumstances, interactions);
const mL = (value: number) => ({ clearance: { value, unit: 'mL/min' } }) as const;
const nameOf = (finding: InteractionFinding) => (finding.kind === 'group' ? finding.group : finding.kind);
const order = (names: readonly string[], circumstances?: InteractionCircumstances) =>
  ask(names, circumstances).findings.map(nameOf);

describe('two sedatives', () => {
  // One limit, 60 mL/min, and the count of depressants beside baclofen.
  it.each<[string, string[], InteractionCircumstances, 'two' | 'clearance' | undefined]>([
    ['none', [], {}, undefined],
    ['none at 30', [], mL(30), undefined],
    ['one', ['codeine'], {}, undefined],
    ['one at 60', ['codeine'], mL(60), undefined],
    ['one on the edge by binary tails', ['codeine'], mL(59.99999999999), undefined],
    ['one at 59.97', ['codeine'], mL(59.97), 'clearance'],
    ['one at 20', ['cetirizine'], mL(20), 'clearance'],
    ['two of one group', ['codeine', 'morphine'], {}, 'two'],
    ['two of two groups', ['codeine', 'zolpidem'], {}, 'two'],
    ['two, and 20', ['codeine', 'zolpidem'], mL(20), 'two'],
    ['one under two names', ['Neurontin', 'gabapentin'], {}, undefined],
    ['one under two names at 45', ['pethidine', 'Demerol'], mL(45), 'clearance'],
    ['one and what is no depressant', ['codeine', 'lisinopril', 'donepezil', 'bupropion'], {}, undefined],
    ['no depressant at 20', ['lisinopril', 'donepezil', 'bupropion', 'ibuprofen'], mL(20), undefined],
    // Drowsy less often than with the older ones; its own label asks to avoid other depressants all the same.
    ['an antihistamine of the newer ones and an opioid', ['cetirizine', 'codeine'], {}, 'two'],
    ['one and alcohol', ['codeine', 'alcohol'], {}, 'two'],
    ['one and one unknown', ['codeine', 'atorvastatin'], {}, undefined],
    ['one and a second baclofen', ['codeine', 'Lioresal'], {}, undefined],
    ['a combination of two', ['tramadol and zolpidem'], {}, 'two'],
  ])('%s', (_, names, circumstances, because) => {
    const [first, ...rest] = ask(names, circumstances).findings;
    if (because === undefined) {
      expect([first, ...rest].filter((each) => each?.kind === 'two-sedatives')).toEqual([]);
      return;
    }
    expect(first).toMatchObject({ kind: 'two-sedatives', because, severity: 'avoid' });
    expect(rest.some(({ kind }) => kind === 'two-sedatives')).toBe(false);
  });

  it('names the drugs by their generic names, and stands on its sources', () => {
    const [first] = ask(['Xanax', 'OxyContin', 'Zestril']).findings;
    expect(first).toMatchObject({ kind: 'two-sedatives', drugs: ['alprazolam', 'oxycodone'] });
    const [alone] = ask(['Xanax'], mL(45)).findings;
    expect(alone).toMatchObject({
      drugs: ['alprazolam'],
      mechanism: {
        citations: [{ source: 'pms-baclofen-monograph' }, { source: 'judgement' }, { source: 'judgement' }],
      },
    });
  });
});

describe('the order', () => {
  it('is two sedatives, another baclofen, then the worst group first', () => {
    expect(order(['donepezil', 'ibuprofen', 'lisinopril', 'zolpidem', 'Lioresal', 'pregabalin', 'Oramorph'])).toEqual([
      'two-sedatives',
      'another-baclofen',
      'opioids',
      'gabapentinoids',
      'hypnotics-sedatives',
      'antihypertensives',
      'kidney',
      'unstated',
    ]);
  });

  it('one finding for each group, with its drugs as they were named', () => {
    const { findings } = ask(['morphine', 'zolpidem', 'codeine']);
    expect(findings.slice(1)).toMatchObject([
      { group: 'opioids', severity: 'avoid', drugs: ['morphine', 'codeine'] },
      { group: 'hypnotics-sedatives', severity: 'moderate', drugs: ['zolpidem'] },
    ]);
  });

  it('does not depend on the order of the names', () => {
    const names = listOf62.map(([name]) => name);
    expect(order([...names].reverse())).toEqual(order(names));
  });
});

describe('severity', () => {
  it.each([
    ['sodium oxybate', 'avoid'],
    ['tramadol', 'avoid'],
    ['alcohol', 'avoid'],
    ['clonazepam', 'high'],
    ['primidone', 'high'],
    ['pregabalin', 'high'],
    ['lithium', 'high'],
    ['trazodone', 'moderate'],
    ['loxapine', 'moderate'],
    ['topiramate', 'moderate'],
    ['cetirizine', 'moderate'],
    ['lofexidine', 'moderate'],
    ['bupropion', 'moderate'],
    ['amitriptyline', 'moderate'],
    ['ketamine', 'caution'],
    ['metformin', 'caution'],
    ['donepezil', 'unstated'],
    ['ropeginterferon', 'unstated'],
  ])('%s: %s', (name, severity) => {
    expect(ask([name]).findings).toMatchObject([{ kind: 'group', severity }]);
  });

  it('in a taper a lower seizure threshold is high, and says so', () => {
    const [usual] = ask(['bupropion']).findings;
    const [taper] = ask(['bupropion'], { tapering: true }).findings;
    expect([usual, taper]).toMatchObject([
      { severity: 'moderate', also: [] },
      { severity: 'high', also: [{ text: expect.stringContaining('taper') }] },
    ]);
    expect(order(['bupropion', 'loxapine', 'zolpidem'], { tapering: true }).slice(1)).toEqual([
      'seizure-threshold',
      'hypnotics-sedatives',
      'antipsychotics',
    ]);
    expect(ask(['diazepam'], { tapering: true }).findings).toMatchObject([{ severity: 'high', also: [{}] }]);
    expect(ask(['zolpidem'], { tapering: true }).findings).toMatchObject([{ severity: 'moderate', also: [] }]);
  });

  it('below 60 mL/min the kidney counts', () => {
    const groupOf = (names: string[], value: number) =>
      ask(names, mL(value)).findings.filter((f) => f.kind === 'group');
    expect(groupOf(['ibuprofen'], 60)).toMatchObject([{ severity: 'caution', also: [] }]);
    expect(groupOf(['ibuprofen'], 59.97)).toMatchObject([{ severity: 'moderate', also: [{}] }]);
    expect(groupOf(['gabapentin'], 80)).toMatchObject([{ severity: 'high', also: [] }]);
    expect(groupOf(['gabapentin'], 40)).toMatchObject([{ severity: 'high', also: [{}] }]);
  });

  it('what holds for one drug of a group is said once, and only with it', () => {
    const also = (...names: string[]) => ask(names).findings.flatMap((f) => (f.kind === 'group' ? f.also : []));
    expect(also('codeine')).toEqual([]);
    expect(also('morphine', 'DepoDur')).toMatchObject([{ text: expect.stringContaining('Epidural morphine') }]);
    expect(also('tramadol')).toMatchObject([{ text: expect.stringContaining('seizure') }]);
  });

  it('where two documents differ on alcohol, both stand', () => {
    expect(ask(['alcohol']).findings).toMatchObject([
      { advice: { text: 'No alcohol.' }, others: [{ citations: [{ source: 'health-jade-article' }] }] },
    ]);
  });
});

describe('names', () => {
  it('that are not known are returned as such, once, and give no finding', () => {
    const { findings, unknown } = ask([...notListed, 'Paracetamol', ' paracetamol ', 'gabapentine']);
    expect(findings).toEqual([]);
    expect(unknown.map(({ name }) => name)).toHaveLength(notListed.length + 1);
    expect(unknown.at(-1)).toEqual({ kind: 'unknown', name: 'gabapentine', meant: 'gabapentin' });
  });

  it('a second baclofen is said as it was written, once', () => {
    expect(ask(['baclofen', ' baclofen', 'Lioresal'])).toMatchObject({
      findings: [{ kind: 'another-baclofen', drugs: ['baclofen', 'Lioresal'] }],
      unknown: [],
    });
  });

  it('none at all, and empty ones, say nothing', () => {
    expect(ask([])).toEqual({ findings: [], unknown: [] });
    expect(ask(['', '  '])).toEqual({ findings: [], unknown: [] });
  });
});

describe('every finding', () => {
  const everything = interactions.lists.flatMap(({ drugs }) => drugs.map(({ name }) => name));
  const { findings, unknown } = ask([...everything, 'baclofen'], { ...mL(20), tapering: true });

  it('is there for every group, every drug in one', () => {
    expect(unknown).toEqual([]);
    const named = findings.flatMap((finding) => (finding.kind === 'group' ? finding.drugs : []));
    expect([...named].sort()).toEqual([...everything].sort());
    // Two sedatives, another baclofen and the groups.
    expect(findings).toHaveLength(2 + interactions.groups.length);
  });

  it('stands on sources that are there', () => {
    const known = new Set(sources.map(({ id }) => id));
    for (const finding of findings) {
      const statements = [
        finding.advice,
        ...(finding.kind === 'another-baclofen' ? [] : [finding.mechanism]),
        ...(finding.kind === 'group' ? [...finding.also, ...finding.others] : []),
      ];
      for (const { text, citations } of statements) {
        expect(citations.length, text).toBeGreaterThan(0);
        for (const { source } of citations) expect(known.has(source), source).toBe(true);
      }
    }
  });

  it('survives JSON', () => expect(JSON.parse(JSON.stringify(findings))).toEqual(findings));
});

describe('errors of the documents', () => {
  const text = JSON.stringify(interactions).toLowerCase();

  it.each(['carbimazole', 'remular', 'cocaine', 'mdma', 'amphetamin', 'beta subunit', 'category c'])(
    'say nothing of %s',
    (error) => expect(text).not.toContain(error),
  );

  it('call neither donepezil nor ropeginterferon a depressant', () => {
    expect(interactions.groups.find(({ id }) => id === 'unstated')?.depressant).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { drugOfCode, recogniseDrug, recogniseDrugs } from '../../../src/core/interactions/drugs.js';
import { loadParameters } from '../../../src/parameters/load.js';
import { counts, listOf62, notListed } from './list-of-62.js';

const { interactions } = loadParameters();
const recognise = (name: string) => recogniseDrug(name, interactions);

/** Generic name and group, or what else it is. */
function said(name: string): string {
  const found = recognise(name);
  return found.kind === 'drug' ? `${found.drug.name}: ${found.group.id}` : found.kind;
}

describe('the list of 62', () => {
  it('has 62 names, in groups of 22, 4, 6, 2, 3, 8, 2, 4, 4, 1, 2, 2 and 2', () => {
    expect(listOf62).toHaveLength(62);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(62);
    for (const [group, count] of Object.entries(counts)) {
      expect(
        listOf62.filter(([, of]) => of === group),
        group,
      ).toHaveLength(count);
    }
  });

  it('is the list of the data, drug by drug', () => {
    const list = interactions.lists.find(({ id }) => id === 'list-of-62');
    expect(list?.source).toBe('health-jade-article');
    expect(list?.drugs.map(({ name, group }) => [name, group])).toEqual(
      listOf62.map(([name, group]) => [name.toLowerCase(), group]),
    );
  });

  it.each(listOf62)('%s is found by name, capitals, spaces and hyphens', (name, group) => {
    const expected = `${name.toLowerCase()}: ${group}`;
    expect(said(name)).toBe(expected);
    expect(said(name.toUpperCase())).toBe(expected);
    expect(said(name.toLowerCase())).toBe(expected);
    expect(said(`  ${name.replaceAll(' ', '  ')} `)).toBe(expected);
    expect(said(name.replaceAll(' ', '-'))).toBe(expected);
  });

  it.each(listOf62.flatMap(([name, group, ...others]) => others.map((other) => [other, name, group] as const)))(
    '%s is %s',
    (other, name, group) => {
      expect(said(other)).toBe(`${name.toLowerCase()}: ${group}`);
      expect(said(other.toUpperCase())).toBe(`${name.toLowerCase()}: ${group}`);
    },
  );
});

describe('names of labels and classes', () => {
  it.each([
    ['Valium', 'diazepam: benzodiazepines'],
    ['heroin', 'heroin: opioids'],
    ['diamorphine', 'heroin: opioids'],
    ['wine', 'alcohol: alcohol'],
    ['tizanidine', 'tizanidine: muscle-relaxants'],
    ['Sirdalud', 'tizanidine: muscle-relaxants'],
    ['Elavil', 'amitriptyline: tricyclics'],
    ['dothiepin', 'dosulepin: tricyclics'],
    ['lithium carbonate', 'lithium: lithium'],
    ['Nardil', 'phenelzine: mao-inhibitors'],
    ['co-careldopa', 'levodopa: levodopa'],
    ['Sinemet', 'levodopa: levodopa'],
    ['lisinopril', 'lisinopril: antihypertensives'],
    ['frusemide', 'furosemide: antihypertensives'],
    ['insulin glargine', 'insulin: antidiabetics'],
    ['glyburide', 'glibenclamide: antidiabetics'],
    ['succinylcholine', 'suxamethonium: neuromuscular-blockers'],
    ['propofol', 'propofol: anaesthetics'],
    ['ibuprofen', 'ibuprofen: kidney'],
    ['indomethacin', 'indometacin: kidney'],
    ['clonidine', 'clonidine: alpha-2-agonists'],
  ])('%s is %s', (name, expected) => expect(said(name)).toBe(expected));
});

describe('names as records have them', () => {
  it.each([
    ['Gabapentin 300 MG Oral Capsule [Neurontin]', 'gabapentin: gabapentinoids'],
    ['morphine sulfate', 'morphine: opioids'],
    ['Morphine Sulfate 15 MG Extended Release Oral Tablet', 'morphine: opioids'],
    ['Oxycodone Hydrochloride', 'oxycodone: opioids'],
    ['Diaz\u00e9pam', 'diazepam: benzodiazepines'],
    ['DF 118', 'dihydrocodeine: opioids'],
  ])('%s is %s', (name, expected) => expect(said(name)).toBe(expected));

  it('a combination gives each of its drugs, and says which it does not know', () => {
    const parts = recogniseDrugs('oxycodone / aspirin', interactions);
    expect(parts).toMatchObject([
      { kind: 'drug', drug: { name: 'oxycodone' } },
      { kind: 'unknown', name: 'aspirin' },
    ]);
    expect(recogniseDrugs('tramadol and zolpidem', interactions)).toMatchObject([
      { drug: { name: 'tramadol' } },
      { drug: { name: 'zolpidem' } },
    ]);
    // A name of its own is not taken apart.
    expect(recogniseDrugs('carbidopa and levodopa', interactions)).toMatchObject([{ drug: { name: 'levodopa' } }]);
  });

  it.each([
    ['atc', 'N02AX02', 'tramadol'],
    ['atc', 'N02BF01', 'gabapentin'],
    ['rxnorm', '7052', 'morphine'],
    ['rxnorm', '10689', 'tramadol'],
  ] as const)('%s %s is %s', (system, code, name) => {
    expect(drugOfCode(system, code, interactions)).toMatchObject({ kind: 'drug', drug: { name } });
  });

  it('knows its own code, and none that is not there', () => {
    expect(drugOfCode('atc', 'M03BX01', interactions)).toEqual({ kind: 'baclofen' });
    expect(drugOfCode('atc', 'C10AA05', interactions)).toBeUndefined();
    expect(drugOfCode('rxnorm', 'M03BX01', interactions)).toBeUndefined();
  });
});

describe('what is not known', () => {
  it('are more than 40 names', () => expect(notListed.length).toBeGreaterThanOrEqual(40));

  it.each(notListed)('%s', (name) => {
    expect(recognise(name)).toMatchObject({ kind: 'unknown', name });
  });

  // Stimulants: one document says that they make drowsy with baclofen, which is doubtful.
  it.each(['cocaine', 'amphetamine', 'MDMA', 'Remular', 'hyoscine butylbromide', ''])('%s', (name) => {
    expect(recognise(name).kind).toBe('unknown');
  });

  it.each([
    ['gabapentine', 'gabapentin'],
    ['diazepan', 'diazepam'],
    ['morfine', 'morphine'],
    ['tramadoll', 'tramadol'],
    ['Lyrcia', 'Lyrica'],
    ['zolpidme', 'zolpidem'],
    ['oxycodon', 'oxycodone'],
    ['baclofn', 'baclofen'],
  ])('%s is asked about as %s, and not taken', (name, meant) => {
    expect(recognise(name)).toEqual({ kind: 'unknown', name, meant });
  });

  it.each(['atorvastatin', 'warfarin', 'omeprazole', 'xyz', 'q'])('%s suggests nothing', (name) => {
    expect(recognise(name)).toEqual({ kind: 'unknown', name });
  });
});

describe('baclofen', () => {
  it.each(['baclofen', 'Baclofen 10 mg tablet', 'LIORESAL', 'Gablofen', 'Ozobax DS', 'Fleqsuvy', 'Kemstro'])(
    '%s is baclofen',
    (name) => expect(recognise(name)).toEqual({ kind: 'baclofen' }),
  );

  it('is not arbaclofen, which is another drug', () => {
    expect(said('arbaclofen')).toBe('arbaclofen: gaba-b-agonists');
    expect(said('Arbaclofen')).toBe('arbaclofen: gaba-b-agonists');
  });
});

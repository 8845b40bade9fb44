import { describe, expect, it } from 'vitest';
import { conditionFindings, conditionOfCode, recogniseCondition } from '../../../src/core/interactions/conditions.js';
import { countries } from '../../../src/core/titration/rules.js';
import { loadParameters } from '../../../src/parameters/load.js';

const { conditions, sources } = loadParameters();
const ask = (names: readonly string[], country: string) => conditionFindings(names, country, conditions);

/** The finite list of section 10 of the rules, with hypersensitivity, which refuses everywhere. */
const list = [
  'hypersensitivity',
  'peptic-ulcer',
  'epilepsy',
  'psychosis',
  'depression',
  'autonomic-dysreflexia',
  'stroke',
  'parkinson',
  'cerebral-palsy',
  'rheumatic-spasm',
  'urinary-retention',
  'respiratory-disease',
  'diabetes',
  'porphyria',
  'ovarian-cysts',
  'posture',
  'liver-disease',
  'pregnancy',
  'substance-use',
];

describe('the list of conditions', () => {
  it('is the one of the rules', () => {
    expect(conditions.conditions.map(({ id }) => id)).toEqual(list);
  });

  it.each([
    ['epilepsy', 'epilepsy'],
    ['Seizures', 'epilepsy'],
    ['schizophrenia', 'psychosis'],
    ['suicide risk', 'depression'],
    ['suicide-risk', 'depression'],
    ['AUTONOMIC DYSREFLEXIA', 'autonomic-dysreflexia'],
    ['recent stroke', 'stroke'],
    ['CVA', 'stroke'],
    ["Parkinson's disease", 'parkinson'],
    ['Parkinson', 'parkinson'],
    ['cerebral palsy', 'cerebral-palsy'],
    ['rheumatoid arthritis', 'rheumatic-spasm'],
    ['stomach ulcer', 'peptic-ulcer'],
    ['retention of urine', 'urinary-retention'],
    ['COPD', 'respiratory-disease'],
    ['type 2 diabetes', 'diabetes'],
    ['porphyria', 'porphyria'],
    ['ovarian cyst', 'ovarian-cysts'],
    ['balance', 'posture'],
    ['cirrhosis', 'liver-disease'],
    ['pregnant', 'pregnancy'],
    ['alcoholism', 'substance-use'],
    ['hypersensitivity', 'hypersensitivity'],
  ])('%s is %s', (name, id) => {
    expect(recogniseCondition(name, conditions)).toMatchObject({ kind: 'condition', condition: { id } });
  });

  it.each([
    ['epilepsie', 'epilepsy'],
    ['diabetis', 'diabetes'],
    ['porphyra', 'porphyria'],
  ])('%s is asked about as %s, and not taken', (name, meant) => {
    expect(recogniseCondition(name, conditions)).toEqual({ kind: 'unknown', name, meant });
  });

  it.each(['hypertension', 'migraine', 'gout', 'glaucoma', ''])('%s is not known', (name) => {
    expect(recogniseCondition(name, conditions)).toEqual({ kind: 'unknown', name });
  });

  it.each([
    ['icd10', 'G40.909', 'epilepsy'],
    ['icd10', 'G40909', 'epilepsy'],
    ['icd10', 'K25.4', 'peptic-ulcer'],
    ['icd10', 'g90.4', 'autonomic-dysreflexia'],
    ['icd10', 'I69.351', 'stroke'],
    ['icd10', 'E11.65', 'diabetes'],
    ['icd10', 'R45.851', 'depression'],
    ['snomed', '49049000', 'parkinson'],
    ['snomed', '230690007', 'stroke'],
  ] as const)('%s %s is %s', (system, code, id) => {
    expect(conditionOfCode(system, code, conditions)?.id).toBe(id);
  });

  it.each([
    ['icd10', 'G90.1'],
    ['icd10', 'I10'],
    ['icd10', 'E15'],
    ['snomed', '4904900'],
    ['snomed', 'G40'],
  ] as const)('%s %s is none', (system, code) => {
    expect(conditionOfCode(system, code, conditions)).toBeUndefined();
  });
});

describe('by country', () => {
  // What the country's own text says; "-" where none was read.
  it.each([
    ['stroke', 'us', 'fda-tablets-advanced-rx', 'Not recommended'],
    ['stroke', 'au', 'australia-lioresal', 'Not recommended'],
    ['stroke', 'uk', 'uk-baclofen-2024', 'an indication'],
    ['stroke', 'de', 'germany-lioresal-25', 'an indication'],
    ['stroke', 'fr', 'france-lioresal-public', 'an indication'],
    ['cerebral palsy', 'us', 'fda-tablets-advanced-rx', 'Not recommended'],
    ['cerebral palsy', 'au', 'australia-lioresal', 'Not recommended'],
    ['cerebral palsy', 'uk', 'uk-baclofen-2024', 'An indication'],
    ['cerebral palsy', 'de', 'germany-lioresal-25', 'An indication'],
    ['cerebral palsy', 'fr', 'france-lioresal-public', 'An indication'],
    ['parkinson', 'us', 'fda-tablets-advanced-rx', 'Not recommended'],
    ['parkinson', 'uk', 'uk-baclofen-2024', 'Can get worse'],
    ['epilepsy', 'us', 'fda-ozobax-ds-2024', 'control'],
    ['epilepsy', 'ca', 'pms-baclofen-monograph', 'Extreme caution'],
    ['rheumatic spasm', 'us', 'fda-ozobax-label', 'Not indicated'],
    ['peptic ulcer', 'uk', 'uk-baclofen-2024', 'Contraindicated'],
    ['peptic ulcer', 'ca', 'pms-baclofen-monograph', 'Caution'],
    ['porphyria', 'uk', 'uk-baclofen-2024', 'worse'],
    ['diabetes', 'ca', 'pms-baclofen-monograph', 'glucose'],
  ])('%s, %s', (name, country, source, text) => {
    const { findings } = ask([name], country);
    expect(findings).toMatchObject([
      { own: { country, text: expect.stringContaining(text), citations: [{ source }] } },
    ]);
    expect(findings[0]?.others.every((line) => line.country !== country)).toBe(true);
  });

  it('is left open where the text of the country was not read', () => {
    const [finding] = ask(['peptic ulcer'], 'us').findings;
    expect(finding?.own).toBeUndefined();
    expect(finding?.others.map(({ country }) => country)).toEqual(['uk', 'ca', 'other']);
  });

  it.each(countries)('%s: peptic ulcer refuses under uk alone', (country) => {
    const { findings, refusals } = ask(['stomach ulcer'], country);
    expect(findings).toMatchObject([{ condition: 'peptic-ulcer', refuses: country === 'uk' }]);
    expect(refusals).toEqual(
      country === 'uk'
        ? [
            {
              code: 'contraindicated',
              params: {
                condition: 'peptic ulcer',
                country: 'uk',
                sentence: 'Peptic ulceration: contraindicated in the United Kingdom.',
              },
              citations: [{ source: 'uk-baclofen-2024', locator: 'Section 4.3' }],
            },
          ]
        : [],
    );
  });

  it.each(countries)('%s: an allergy refuses, and nothing else but the ulcer does', (country) => {
    const { refusals } = ask(list, country);
    const refused = refusals.map((each) => each.code === 'contraindicated' && each.params.condition);
    expect(refused).toEqual(['allergy to baclofen', ...(country === 'uk' ? ['peptic ulcer'] : [])]);
  });

  it('what refuses comes first, each condition once', () => {
    const { findings } = ask(['diabetes', 'COPD', 'asthma', 'ulcer', 'epilepsy'], 'uk');
    expect(findings.map(({ condition }) => condition)).toEqual([
      'peptic-ulcer',
      'epilepsy',
      'respiratory-disease',
      'diabetes',
    ]);
  });

  it('what is not known is returned as such, once', () => {
    expect(ask(['gout', ' Gout', 'diabetis', ''], 'us')).toEqual({
      findings: [],
      refusals: [],
      unknown: [
        { kind: 'unknown', name: 'gout' },
        { kind: 'unknown', name: 'diabetis', meant: 'diabetes' },
      ],
    });
  });
});

describe('every condition', () => {
  it.each(countries)('%s: has a line, and each line a source that is there', (country) => {
    const known = new Set(sources.map(({ id }) => id));
    const { findings } = ask(list, country);
    expect(findings).toHaveLength(list.length);
    for (const { own, others, name } of findings) {
      const lines = [...(own ? [own] : []), ...others];
      expect(lines.length, name).toBeGreaterThan(0);
      for (const { citations } of lines) for (const { source } of citations) expect(known.has(source)).toBe(true);
    }
  });
});

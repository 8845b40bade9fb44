import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogue } from '../../src/cli/catalogue.js';

import { monographAnswer } from '../../src/contract/monograph.js';
import { type Line, type Saying, type TopicId, topicIds } from '../../src/core/monograph/types.js';
import { loadParameters } from '../../src/parameters/load.js';
import { elsewhere } from '../../src/report/wording/monograph.js';
import { run } from './run.js';

const { topics } = loadParameters().monograph;

const sayings = (lines: readonly Line[]): readonly Saying[] =>
  lines.flatMap((line): readonly Saying[] => (line.kind === 'statement' ? [line] : line.sides));

const rowsOf = (out: string) => out.trimEnd().split('\n');

/** The words of an output on one line, without what is drawn around them. */
const flat = (out: string) => out.replaceAll(/[│\s]+/g, ' ');

const [lactmed, article, pharmacy, gablofen, clinic] = [
  'lactmed-baclofen',
  'health-jade-article',
  'online-pharmacy-page',
  'gablofen-web-page',
  'hong-kong-clinic-page',
];

/** What the five documents say, by topic and source; words that must stand in a text which that source is cited for. */
const statements: readonly (readonly [what: string, topic: TopicId, source: string, words: RegExp])[] = [
  ['step of the label', 'administration', 'fda-tablets-2023', /5 mg per dose.*15 mg per day/],
  ['a maintenance dose is no start', 'administration', 'fda-tablets-2023', /never one to start with/],
  ['12 years', 'children', 'fda-ozobax-label', /^12 years/],
  ['0.75 to 2 mg/kg/day', 'children', gablofen, /0\.75 to 2 mg\/kg\/day/],
  ['1 month', 'children', article, /1 month/],
  ['1 year', 'children', pharmacy, /1 year/],
  ['5 mg once or twice below 30', 'kidney', gablofen, /5 mg once or twice/],
  ['lower and slower in renal impairment', 'kidney', pharmacy, /lower first doses, slower steps/],
  ['mild impairment accumulates', 'kidney', gablofen, /even mild/],
  ['missed dose, article', 'missed-dose', article, /Never two doses/],
  ['missed dose, page', 'missed-dose', gablofen, /Never two doses/],
  ['missed dose, clinic', 'missed-dose', clinic, /Never two doses/],
  ['taper, article', 'withdrawal', article, /1 to 2 weeks/],
  ['taper, page', 'withdrawal', gablofen, /longer after long or high use/],
  ['signs of withdrawal', 'withdrawal', article, /fast heartbeat/],
  ['milk, 0.13 mg/L, 5.6 hours, 22 mcg in 26 hours', 'lactation', lactmed, /0\.13 mg\/L.*5\.6 hours.*22 mcg.*26 hours/],
  ['milk, 0.297 and 0.343', 'lactation', lactmed, /0\.297.*0\.343/],
  ['milk, 3.6%', 'lactation', lactmed, /3\.6%/],
  ['milk, by the pump', 'lactation', lactmed, /330 mcg per day: 0\.617 mcg\/L/],
  ['newborn, 82 scores', 'pregnancy', lactmed, /82 Finnegan scores/],
  ['driving', 'administration', article, /No driving/],
  ['alcohol, strictly', 'interactions', gablofen, /strictly avoid/],
  ['alcohol, do not', 'interactions', clinic, /do not drink/],
  ['alcohol, best not', 'interactions', article, /best not/],
  ['sedatives', 'interactions', article, /antihistamines.*muscle relaxants.*anaesthetics/],
  ['whole packet', 'administration', article, /whole packet/],
  ['multiple sclerosis, cord', 'indications', article, /multiple sclerosis.*spinal cord/],
  ['UK, cerebral', 'indications', 'uk-tablets-2022', /licensed/],
  ['not for rheumatic disorders, Parkinson', 'indications', article, /rheumatic disorders.*Parkinson/],
  ['not in stroke and cerebral palsy', 'indications', 'fda-tablets-advanced-rx', /not established/],
  ['off the label', 'indications', article, /alcohol use disorder, trigeminal neuralgia, reflux disease, hiccups/],
  ['onset, article', 'pharmacokinetics', article, /after 1 hour/],
  ['onset, page', 'pharmacokinetics', gablofen, /days to weeks/],
  ['duration', 'pharmacokinetics', pharmacy, /4 to 8 hours/],
  ['seizures, EEG', 'conditions', article, /seizures can be lost.*EEG/],
  ['autonomic dysreflexia', 'conditions', article, /Autonomic dysreflexia/],
  ['ovarian cysts', 'conditions', article, /Ovarian cysts/],
  ['urinary retention', 'conditions', article, /passing urine: retention/],
  ['diabetes', 'tests', article, /blood sugar/],
  ['AST, alkaline phosphatase', 'tests', 'fda-tablets-adverse-reactions', /AST and alkaline phosphatase/],
  ['psychosis, depression, suicide', 'conditions', article, /Psychosis, schizophrenia.*depression.*suicide/],
  ['posture, balance', 'conditions', article, /upright or in balance: ask before titrating/],
  ['peptic ulcer, UK', 'conditions', 'uk-baclofen-2024', /contraindicated/],
  ['peptic ulcer, slow gut', 'conditions', article, /slow or blocked gut/],
  ['porphyria', 'conditions', article, /porphyria/],
  ['lungs', 'conditions', article, /disease of the lungs/],
  ['recent stroke', 'conditions', article, /Stroke, above all a recent one/],
  ['liver, no change', 'liver', gablofen, /No change of dose/],
  ['liver, severe', 'liver', 'pms-baclofen-monograph', /Severe impairment/],
  ['older adults', 'older-adults', gablofen, /confusion, hallucinations.*falls/],
  ['older adults, article', 'older-adults', article, /usually more sensitive/],
  ['62 medicines', 'interactions', article, /62 medicines/],
  ['antihypertensives', 'interactions', pharmacy, /Blood pressure medicines/],
  ['MAO inhibitors', 'interactions', pharmacy, /MAO inhibitors/],
  ['antidepressants', 'interactions', article, /Antidepressants/],
  ['epidural morphine', 'interactions', article, /Epidural morphine/],
  ['cannabis, heroin, methadone', 'interactions', article, /Cannabis, heroin, methadone: very deep sleep/],
  ['stimulants', 'interactions', article, /Cocaine, ecstasy, amphetamines/],
  ['herbal remedies, tobacco', 'interactions', article, /Herbal remedies.*Tobacco/],
  ['addictive', 'dependence', article, /it is addictive/],
  ['not known to be addictive', 'dependence', clinic, /not known/],
  ['tolerance, dependence', 'dependence', gablofen, /the body depends on it/],
  ['signs of abuse', 'dependence', article, /several prescribers/],
  ['contraception', 'interactions', article, /Contraception is not affected.*24 hours/],
  ['side effects with frequency', 'side-effects', 'fda-tablets-adverse-reactions', /Drowsiness 10 to 63%/],
  ['side effects that are serious', 'side-effects', pharmacy, /hallucinations, a seizure, trouble breathing/],
  ['granules, 15 mL, food, 2 hours', 'administration', article, /15 mL of liquid or soft food.*within 2 hours/],
  ['granules by tube', 'administration', 'fda-lyvispah-2021', /15 mL.*8 FR.*12 FR.*14 FR.*16 FR/],
  ['flush', 'administration', article, /flush with 15 mL/],
  ['syringe, no kitchen spoon', 'administration', article, /oral syringe, never a kitchen spoon/],
  ['vomiting', 'missed-dose', 'medicines-for-children-baclofen', /less than 30 minutes/],
  ['late dose', 'missed-dose', 'medicines-for-children-baclofen', /at least 4 hours before the next/],
  ['overdose, signs', 'overdose', article, /weak breathing.*seizures/],
  ['overdose, emergency', 'overdose', article, /Call for help now/],
  ['overdose, poison service', 'overdose', article, /1-800-222-1222/],
  ['overdose, no vomiting', 'overdose', article, /Do not cause vomiting/],
  ['overdose, haemodialysis', 'overdose', pharmacy, /haemodialysis/],
  ['overdose, 72 hours', 'overdose', 'australia-toxicology-guidelines', /72 hours/],
  ['boxed warning', 'intrathecal', gablofen, /Boxed/],
  ['pump, age', 'intrathecal', 'fda-gablofen-label', /from 4 years, after a trial/],
  ['pump, refill and alarm', 'intrathecal', article, /1 to 6 months.*pump beeps/],
  ['pump, trial', 'intrathecal', article, /a tube for five days/],
  ['pump, complications', 'intrathecal', article, /kinked, broken or loose catheter/],
  ['pump, 30 to 40 mL', 'intrathecal', article, /30 to 40 mL/],
  ['pregnancy, animals', 'pregnancy', article, /13 times.*3 times by surface/],
  ['pregnancy, last weeks', 'pregnancy', gablofen, /Newborn, hours to days/],
  ['pregnancy, delivery', 'pregnancy', 'fda-tablets-advanced-rx', /stop before delivery if possible; if not, warn/],
  ['pregnancy, B3, no letter', 'pregnancy', article, /B3.*no longer uses letters/],
  ['70 to 85%', 'pharmacokinetics', gablofen, /70 to 85%/],
  ['protein, 30%', 'pharmacokinetics', gablofen, /about 30%/],
  ['half-life 2.5 to 4 h', 'pharmacokinetics', gablofen, /2\.5 to 4 h/],
  ['half-life 2 to 6 h', 'pharmacokinetics', article, /^2 to 6 h/],
  ['half-life 2.5 to 6 h', 'pharmacokinetics', pharmacy, /2\.5 to 6 h/],
  ['peak 2 to 3 h', 'pharmacokinetics', gablofen, /^2 to 3 h/],
  ['70 to 80% by the kidney', 'pharmacokinetics', gablofen, /70 to 80% urine, 10 to 20% faeces, 15% liver/],
  ['storage, tablets', 'storage', pharmacy, /room temperature, dry/],
  ['storage, Ozobax', 'storage', 'ozobax-patient-page', /2 to 8 C/],
  ['travel', 'storage', clinic, /Travelling.*note from the doctor/],
  ['disposal', 'storage', clinic, /take-back/],
  ['dry hands', 'storage', clinic, /dry hands/],
  ['cleared in 10 to 20 hours, corrected', 'pharmacokinetics', clinic, /normal kidneys only.*30 mL\/min.*8\.4 hours/],
  ['cross-sensitivity', 'conditions', gablofen, /No cross-sensitivity.*GABA-type/],
];

describe('every statement of the documents', () => {
  it.each(statements)('%s stands under %s from %s', (_, topic, source, words) => {
    const lines = topics.find(({ id }) => id === topic)?.lines ?? [];
    const found = sayings(lines).filter(({ text }) => words.test(text));
    expect(found.flatMap(({ citations }) => citations.map((each) => each.source))).toContain(source);
    const { out } = run(['monograph', topic, '--full']);
    expect(out).toContain(`${source}:`);
  });

  it('has a topic, and every topic has one', () => {
    const topicsHeld = new Set(statements.map(([, topic]) => topic));
    expect(topicIds.filter((id) => !topicsHeld.has(id))).toEqual([]);
  });
});

/** Errors of the documents and of pages like them; what corrects them may be told. */
const errors: readonly (readonly [what: string, claim: RegExp])[] = [
  ['another drug', /carbimazole|isoniazid|allopurinol/i],
  ['pill counts as strengths', /\b(?:30|360) mg\b/],
  ['25 mg as a strength of the US', /tablets? of 25 mg/],
  ['absorption that rises', /absor\w+[^.]*\b(?:ris|increas|grow)\w*[^.]*with (?:higher|the) dose/i],
  ['a brand of another drug', /remular/i],
  ['vomiting to be caused', /(?<!not )(?:induce|cause) (?:vomiting|emesis)/i],
  ['a withdrawn letter', /category C\b/],
  ['an infant dose without its condition', /less than 0\.1 mg per day/],
  ['nursing or the drug to be given up', /discontinue (?:nursing|the drug)/],
  ['stimulants that make drowsy', /(?:cocaine|amphetamines|ecstasy)[^.]*drows/i],
  ['a part of a receptor', /beta subunit/],
  ['a cream', /\bcream\b/i],
  ['a drug for the liver', /(?:is|be) (?:a )?useful[^.]*(?:liver|hepatic)/i],
  ['volumes as doses', /\b5 mL three times/],
  ['a rate of 50 mg in failing kidneys', /50 mg per day|300 mg daily/],
  ['a price', /\$|dollar/],
];

describe('errors of the documents', () => {
  const printed = topicIds
    .map((id) => flat(run(['monograph', id, '--full']).out.split('\nSources\n')[0] ?? ''))
    .join('\n');

  it.each(errors)('%s is not printed', (_, claim) => expect(printed).not.toMatch(claim));

  it.each([
    ['5 mg of carbimazole three times daily', 0],
    ['packages of 30 or 360 mg', 1],
    ['The absorption is dose-dependent and increases with higher doses', 3],
    ['consider emptying the stomach: induce emesis', 5],
    ['FDA pregnancy category C', 6],
    ['Cocaine or amphetamines can also make you drowsy', 9],
  ])('"%s" would be found', (claim, index) => expect(claim).toMatch(errors[index]?.[1] ?? /$^/));

  it('tells 10 to 20 hours only with its condition, and category letters only as withdrawn', () => {
    const [cleared = [], letters = []] = [
      printed.match(/[^.]*10 to 20 hours[^.]*\./g),
      printed.match(/[^.]*letter[^.]*\./g),
    ];
    expect(cleared?.length).toBe(2);
    for (const line of cleared ?? []) expect(line).toContain('normal kidneys only');
    expect(letters?.length).toBeGreaterThan(0);
    for (const line of letters ?? []) expect(line).toMatch(/no longer|none/);
  });

  it('the half-life at 30 mL/min is that of its equation', () => {
    // Renal 103 of 180 mL/min by mouth; 180 x 0.74 - 103 = 30.2 mL/min are not renal, 1.81 L/h.
    const clearance = (0.06 * 30 + 0.06 * (180 * 0.74 - 103)) / 0.74;
    expect(clearance).toBeCloseTo(4.88, 2);
    expect((Math.LN2 * 59) / clearance).toBeCloseTo(8.4, 1);
    expect((5 * Math.LN2 * 59) / clearance).toBeCloseTo(42, 0);
  });
});

describe('on a screen of 80 columns', () => {
  it('the topics have one line each and fit 22 rows', () => {
    const { out, code } = run(['monograph']);
    expect(code).toBe(0);
    expect(rowsOf(out).length).toBeLessThanOrEqual(22);
    for (const id of topicIds) expect(rowsOf(out).filter((row) => row.startsWith(`- ${id}: `)).length, id).toBe(1);
    for (const row of rowsOf(out)) expect(row.length).toBeLessThanOrEqual(80);
  });

  it.each(topicIds)('%s fits 22 rows in brief, and 80 columns whole', (id) => {
    const brief = run(['monograph', id]);
    expect(brief.code).toBe(0);
    expect(rowsOf(brief.out).length).toBeLessThanOrEqual(22);
    for (const row of [...rowsOf(brief.out), ...rowsOf(run(['monograph', id, '--full']).out)])
      expect(row.length, row).toBeLessThanOrEqual(80);
  });

  it.each(topicIds)('%s says in brief how many lines it left out, and whole has them all', (id) => {
    const { lines = [] } = topics.find((topic) => topic.id === id) ?? {};
    const details = lines.filter(({ weight }) => weight === 'detail');
    const brief = flat(run(['monograph', id]).out);
    const whole = flat(run(['monograph', id, '--full']).out);
    if (details.length === 0) expect(brief).not.toContain('--full');
    else
      expect(brief).toContain(
        `${details.length} more line${details.length === 1 ? '' : 's'}: baclofen monograph ${id} --full.`,
      );
    for (const line of lines) {
      if (line.weight !== 'detail') for (const { text } of sayings([line])) expect(brief).toContain(text);
      if (line.kind === 'statement') expect(whole).toContain(`${line.text} (${line.whose})`);
    }
  });

  it('warnings come first, the boxed one before all', () => {
    expect(rowsOf(run(['monograph', 'intrathecal']).out)[2]).toMatch(/^WARNING: Boxed/);
    for (const id of ['overdose', 'withdrawal', 'kidney', 'older-adults'])
      expect(rowsOf(run(['monograph', id]).out)[2]).toMatch(/^WARNING: /);
  });

  it('a disagreement stands side by side, each side with its source', () => {
    const brief = flat(run(['monograph', 'interactions']).out);
    expect(brief).toMatch(/Alcohol, sources differ: strictly avoid \(US Gablofen page\); do not drink .*best not/);
    expect(brief).toContain('gablofen-web-page');
    const whole = run(['monograph', 'pharmacokinetics', '--full']).out;
    expect(whole).toContain('Sources differ');
    expect(whole).toMatch(/2 to 3 h +US web pages \[\d+\]/);
  });

  it('names only commands that there are', () => {
    const names = Object.values(elsewhere).flatMap((words) =>
      [...words.matchAll(/baclofen ([a-z-]+)/g)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !catalogue.some((each) => each.name === name))).toEqual([]);
  });
});

describe('a topic', () => {
  it.each([
    ['breastfeeding', 'lactation'],
    ['renal', 'kidney'],
    ['Elderly', 'older-adults'],
    ['pk', 'pharmacokinetics'],
    ['half-life', 'pharmacokinetics'],
    ['half life', 'pharmacokinetics'],
    ['OVERDOSE', 'overdose'],
    ['missed_dose', 'missed-dose'],
  ])('is asked for as %s too', (word, id) => {
    expect(run(['monograph', word])).toEqual(run(['monograph', id]));
  });

  it.each([
    ['preg', 'perhaps pregnancy'],
    ['pharmaco', 'perhaps pharmacokinetics'],
    ['overdoze', 'perhaps overdose'],
    ['withdrawl', 'perhaps withdrawal'],
    ['kidney-stones', 'perhaps kidney'],
    ['xyz', 'such as indications'],
  ])('that is not there, %s, gets one sentence: %s', (word, suggestion) => {
    expect(run(['monograph', word])).toEqual({
      out: '',
      err: `<topic> got "${word}"; it takes a topic, ${suggestion}; baclofen monograph lists them.\n`,
      code: 2,
    });
  });
});

describe('--json', () => {
  it.each(['', ...topicIds])('%s is as its schema says', (id) => {
    const { out, code } = run(['monograph', ...(id === '' ? [] : [id]), '--json']);
    expect(code).toBe(0);
    const answer: unknown = JSON.parse(out);
    expect(z.safeParse(monographAnswer, answer).error).toBeUndefined();
    expect(answer).toMatchObject({ schema: 'baclofen/monograph@2' });
  });

  it('is whole, with or without --full, and has every source that a line cites', () => {
    const answer = JSON.parse(run(['monograph', 'kidney', '--json']).out);
    expect(JSON.parse(run(['monograph', 'kidney', '--json', '--full']).out)).toEqual(answer);
    const { lines } = topics.find(({ id }) => id === 'kidney') ?? { lines: [] };
    expect(answer.topic.lines).toEqual(lines);
    const cited = new Set(sayings(lines).flatMap(({ citations }) => citations.map(({ source }) => source)));
    expect(answer.sources.map(({ id }: { id: string }) => id).sort()).toEqual([...cited].sort());
  });

  it('is described by baclofen schema monograph', () => {
    expect(JSON.parse(run(['schema', 'monograph']).out).anyOf).toHaveLength(2);
  });

  it('is whole as csv, a row a statement', () => {
    const rows = run(['monograph', 'kidney', '--format', 'csv']).out.trimEnd().split('\r\n');
    expect(rows[0]).toBe('topic,kind,weight,about,text,whose,sources');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.join(' ')).toContain('Difference in admissions');
  });

  it.each(['markdown', 'note'])('%s is brief like the screen, and whole with --full', (format) => {
    expect(run(['monograph', 'kidney', '--format', format, '--full']).out).toContain('Difference in admissions');
    expect(run(['monograph', 'kidney', '--format', format]).out).not.toContain('Difference in admissions');
  });
});

import { describe, expect, it } from 'vitest';
import { argvOf, run } from './run.js';

const record = 'tests/fixtures/order-draft-and-active.fhir.json';

function answer(line: string) {
  const { out, err, code } = run(argvOf(`baclofen ${line} --json`));
  if (out === '') throw new Error(err);
  return { code, ...JSON.parse(out) };
}

const codes = ({ notices }: { readonly notices: readonly { readonly code: string }[] }) =>
  notices.map(({ code }) => code);

describe('the other drugs and conditions of a record', () => {
  const { request: checked } = answer(`check --patient ${record}`);

  it.each([
    'titrate',
    'titrate --start 5',
    'titrate --from 5',
    'taper --days 14 --from 60',
    'restart --from 5 --missed 2d',
    'restart --from 5 --missed 2d --signs drowsy',
    'switch --from tablet-10 --to solution-1 --dose 5x1',
  ])('are read by %s as by check: those known stand as typed ones do, the others are named', (line) => {
    const found = answer(`${line} --patient ${record}`);
    const { drugs, conditions, notRecognised } = found.request;
    expect({ drugs, conditions, notRecognised }).toEqual({
      drugs: checked.drugs,
      conditions: checked.conditions,
      notRecognised: checked.notRecognised,
    });
    expect(codes(found)).toEqual(expect.arrayContaining(['two-sedatives', 'condition-noted', 'record-not-recognised']));
    const unused = found.notices.find(({ code }: { code: string }) => code === 'not-used')?.params.fields ?? [];
    expect(unused).not.toEqual(expect.arrayContaining([expect.stringMatching(/drugs|conditions|notRecognised/)]));
  });

  it('stand beside typed ones, a drug under two names once', () => {
    const { request, notices } = answer(`taper --days 14 --from 60 --with OxyContin,diazepam --patient ${record}`);
    expect(request.drugs).toEqual(['OxyContin', 'diazepam', 'oxycodone']);
    const named = notices.find(({ code }: { code: string }) => code === 'two-sedatives');
    expect(named.params.drugs).toEqual(['oxycodone', 'diazepam']);
  });
});

describe('a condition that is a contraindication in the country', () => {
  const beside = '--rules uk --condition "peptic ulcer"';

  it('refuses a way up', () => {
    expect(answer(`titrate --start 5 ${beside}`).refusal.code).toBe('contraindicated');
  });

  it.each(['taper --from 60 --days 14', 'restart --from 20x3 --missed 12h'])(
    'takes the way from nobody: %s',
    (line) => {
      const found = answer(`${line} ${beside}`);
      expect(found.outcome).toBe('plan');
      expect(codes(found)).toContain('condition-noted');
    },
  );

  it('stands before no emergency', () => {
    expect(answer(`taper --from 60 --signs withdrawal ${beside}`).refusal.code).toBe('suspected-withdrawal');
    expect(answer(`restart --from 20x3 --missed 2d --signs seizure ${beside}`).refusal.code).toBe(
      'toxicity-or-withdrawal',
    );
  });

  it('is asked about in a check of a way down, and stops any other order', () => {
    expect(answer(`check --from 60 --days 14 ${beside}`).plan.findings[0]).toMatchObject({ level: 'ask' });
    expect(answer(`check --dose 5x3 ${beside}`).plan.findings[0]).toMatchObject({ level: 'stop' });
  });
});

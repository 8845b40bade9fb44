import { levels as calculated } from '../../calculations/levels.js';
import { levelsDoseFields, levelsFields } from '../../contract/fields/levels.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { LevelsPlan, LevelsRequest, RegularDoses } from '../../core/levels/types.js';
import { InputError } from '../../core/values/input-error.js';
import { numberCitations } from '../../report/citations.js';
import { toReport } from '../../report/compose.js';
import { presentLevels } from '../../report/levels.js';
import { reportPage } from '../../report/views/report-page.js';
import type { Run } from '../command.js';
import { fieldFlag, flag, type Given, placed, switchFlag } from '../flags/flag.js';
import { formats } from '../flags/format.js';
import { outputFlagsFor } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { readAmount } from '../flags/reader.js';
import { patientGiven } from '../patient/given.js';
import { contextOf, deliver, footerOf, formatOf, paper, printOutcome } from '../print.js';
import { readDose } from '../typed/dose.js';
import type { Read } from '../typed/read.js';

const levelFormats = [...formats, 'html'] as const;
const regularWords = 'a dose in mg and how often a day, such as 20x3 (1 to 4 times)';
const { hours, missed, doubled, set } = levelsFields;

const curveFlags = {
  missed: fieldFlag(missed, { to: 'missed', takes: '<number>', group: 'Dose', read: readMissed }),
  doubled: fieldFlag(doubled, { to: 'doubled', group: 'Dose' }),
  hours: fieldFlag(hours, {
    to: 'hours',
    takes: '<hours>',
    group: 'Curve',
    read: (text) => readAmount(text.replace(/(?<=\d) ?h(?:ours?)?$/i, ''), hours),
  }),
  set: fieldFlag(set, {
    to: 'set',
    takes: '<author>',
    group: 'Curve',
    default: ({ levels }) => `${levels.usual.set}, ${levels.usual.source}`,
  }),
};

const flags = {
  dose: flag<RegularDoses>({
    takes: '<dose>',
    group: 'Dose',
    main: true,
    words: 'regular doses: mg and times per day, such as 20x3',
    read: readRegular,
  }),
  single: fieldFlag(levelsDoseFields.dose, { takes: '<mg>', group: 'Dose', main: true }),
  ...curveFlags,
  chart: switchFlag({ group: 'Curve', main: true, words: 'draw the curve below the table' }),
  ...patientFlags,
  ...patientFileFlags,
  ...outputFlagsFor(levelFormats),
};

export const levels = {
  flags,
  examples: [
    ['baclofen levels --dose 20x3', 'three times daily, every 8 hours'],
    ['baclofen levels --dose 20x3 --missed 1 --chart', 'what a missed dose does'],
    ['baclofen levels --single 20 --crcl 40', 'one dose, with weaker kidneys'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const read = readFlags(flags, raw, shell);
    const given = patientGiven(read, call, read.dose || read.single ? 'flag instead' : 'taken');
    const doses = dosesOf(read, doseTaken(given.patientFile));
    const outcome = calculated({ doses, ...placed(curveFlags, read), ...given }, parameters);
    const format = formatOf(read);
    const most = drawn(format, read.chart ?? false, paper(read, shell).columns);
    const present = (plan: LevelsPlan, request: LevelsRequest) => presentLevels(plan, request, most);
    const context = contextOf('levels', parameters);
    if (format !== 'html') return printOutcome(outcome, present, context, read, shell);
    if (outcome.outcome === 'refusal') {
      const asText = { ...read, format: 'table' as const, output: undefined, force: undefined };
      return printOutcome(outcome, present, context, asText, shell);
    }
    const report = toReport(outcome, present, context, read.explain ?? false);
    deliver(reportPage(numberCitations(report, context.sources), footerOf(context)), read, shell);
    return 0;
  },
} satisfies Run;

/** The most that one dose may be, as the field of a single dose has it. */
const mostAtOnce = levelsDoseFields.dose.in.mg.to;

function readRegular(text: string): Read<RegularDoses> {
  const read = readDose(text, { to: 4 * mostAtOnce, bare: 'ask', takes: regularWords });
  // A dose of a day is no answer here, so a bare number is not asked which of the two it is.
  if ('wrong' in read) return /^[\d.]+$/.test(text) ? { wrong: `it takes ${regularWords}` } : read;
  return 'dose' in read.ok && read.ok.dose.value <= mostAtOnce
    ? { ok: read.ok }
    : { wrong: `it takes ${regularWords}` };
}

function readMissed(text: string): Read<number> {
  const { from, to } = missed.count;
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= from && number <= to ? { ok: number } : { wrong: `it takes ${missed.what}, from ${from} to ${to}` };
}

function dosesOf({ dose, single }: Given<typeof flags>, taken: ReturnType<typeof doseTaken>): LevelsRequest['doses'] {
  if (dose && single) throw new InputError('single', 'a dose beside --dose', 'its place; leave one of the two out');
  const regular = taken && 'timesDaily' in taken ? taken : undefined;
  const doses = dose ?? (single ? { dose: single } : regular);
  if (doses === undefined) throw new InputError('dose', 'nothing', `${regularWords}; or give one dose with --single`);
  return doses;
}

/** What stands left of the curve, and the space at its right. */
const margin = 8;

/** Every point in a table of numbers, as many as fit where it is drawn in letters, all of them in a picture. */
function drawn(format: ReturnType<typeof formatOf>, chart: boolean, columns: number): number | undefined {
  if (format === 'csv' || format === 'html') return Number.POSITIVE_INFINITY;
  if (chart && format === 'json') {
    throw new InputError('chart', '--format json', 'a format with a chart; JSON has all points');
  }
  return chart ? Math.max(12, columns - margin) : undefined;
}

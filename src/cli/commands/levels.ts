import type { Command } from 'commander';
import { simulateLevels } from '../../core/levels/plan.js';
import { type LevelsPlan, type LevelsRequest, modelNames } from '../../core/levels/types.js';
import { withPatientFile } from '../../core/renal-function/file-notices.js';
import { InputError } from '../../core/values/input-error.js';
import { quantity } from '../../core/values/quantity.js';
import type { Parameters } from '../../parameters/load.js';
import { toReport } from '../../report/answer.js';
import { presentLevels } from '../../report/levels.js';
import { reportPage } from '../../report/views/report-page.js';
import type { Run } from '../command.js';
import { formats } from '../flags/format.js';
import { amount, wholeAmount } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { addPatientFlags, patientFlags, patientValues } from '../flags/patient.js';
import { type Flags, readFlags } from '../flags/read.js';
import { choice, onOff, takes } from '../flags/reader.js';
import { doseTaken, patientGiven } from '../patient/given.js';
import { contextOf, deliver, footerOf, formatOf, paper, printOutcome } from '../print.js';

const levelFormats = [...formats, 'html'] as const;
const regularWords = 'a dose in mg and how often a day, such as 20x3 (1 to 4 times)';

const readers = {
  dose: takes((text) => {
    const [, number = '', times = ''] = /^(\d+(?:\.\d+)?)(?:mg)?x([1-4])$/.exec(text) ?? [];
    const dose = Number(number);
    return number !== '' && dose > 0 && dose <= 200
      ? { dose: quantity(dose, 'mg'), timesDaily: Number(times) }
      : undefined;
  }, regularWords),
  single: amount('mg', 'mg', { takes: 'one dose in mg above 0 and up to 200, such as 20', above: 0, to: 200 }),
  hours: amount('h', 'h', { takes: 'how many hours are drawn, from 1 to 336, such as 24', from: 1, to: 336 }),
  missed: wholeAmount('1', { takes: 'how many doses in a row are missed, from 1 to 12', from: 1, to: 12 }),
  doubled: onOff,
  set: choice(modelNames),
  chart: onOff,
  ...patientFlags,
  ...outputFlags,
  format: choice(levelFormats),
};

/** The calculation from its request alone: a saved request gives the same answer again. */
export function calculate(request: LevelsRequest, data: Parameters) {
  return withPatientFile(simulateLevels(request, data), data.renal);
}

export const levels = {
  readers,
  examples: [
    ['baclofen levels --dose 20x3', 'three times daily, every 8 hours'],
    ['baclofen levels --dose 20x3 --missed 1 --chart', 'what a missed dose does'],
    ['baclofen levels --single 20 --crcl 40', 'one dose, with weaker kidneys'],
  ],
  formats: levelFormats,
  flags(command: Command): Command {
    command
      .optionsGroup('Dose:')
      .option('--dose <dose>', 'regular doses: mg and times per day, such as 20x3')
      .option('--single <mg>', 'one dose instead')
      .option('--missed <number>', 'so many doses in a row are missed')
      .option('--doubled', 'the next dose is taken twice')
      .optionsGroup('Curve:')
      .option('--hours <hours>', 'how many hours are drawn')
      .option('--set <author>', `published parameters: ${modelNames.join(', ')}`)
      .option('--chart', 'draw the curve below the table');
    return addPatientFlags(command);
  },
  defaults: ({ levels }) => ({ set: `${levels.usual.set}, ${levels.usual.source}` }),
  values: () => ({ ...patientValues, set: modelNames }),
  run(call) {
    const { parameters, raw, shell } = call;
    const flags = readFlags(readers, raw);
    const given = patientGiven(flags, call, flags.dose || flags.single ? 'flag instead' : 'taken');
    const doses = dosesOf(flags, doseTaken(given.patientFile));
    const { hours, missed, doubled, set } = flags;
    const outcome = calculate(
      {
        doses,
        ...(hours && { hours }),
        ...(missed && { missed: missed.value }),
        ...(doubled && { doubled }),
        ...(set && { set }),
        ...given,
      },
      parameters,
    );
    const format = formatOf(flags);
    const most = drawn(format, flags.chart ?? false, paper(flags, shell).columns);
    const present = (plan: LevelsPlan, request: LevelsRequest) => presentLevels(plan, request, most);
    const context = contextOf('levels', parameters);
    if (format !== 'html' || outcome.outcome === 'refusal') {
      const asText =
        format === 'html' ? { ...flags, format: 'table' as const, output: undefined, force: undefined } : flags;
      return printOutcome(outcome, present, context, asText, shell);
    }
    const report = toReport(outcome, present, context, flags.explain ?? false);
    deliver(reportPage(report, footerOf(context)), flags, shell);
    return 0;
  },
} satisfies Run;

function dosesOf({ dose, single }: Flags<typeof readers>, taken: ReturnType<typeof doseTaken>): LevelsRequest['doses'] {
  if (dose && single) throw new InputError('single', 'a dose beside --dose', 'its place; leave one of the two out');
  const doses = dose ?? (single ? { dose: single } : taken);
  if (doses === undefined) {
    throw new InputError('dose', 'nothing', `${regularWords}; or give one dose with --single`);
  }
  return doses;
}

/** What stands left of the curve, and the space at its right. */
const margin = 8;

/** Every point in a table of numbers, as many as fit where it is drawn in letters, all of them in a picture. */
function drawn(format: ReturnType<typeof formatOf>, chart: boolean, columns: number): number | undefined {
  if (format === 'csv' || format === 'html') return Number.POSITIVE_INFINITY;
  if (chart && format === 'json')
    throw new InputError('chart', '--format json', 'a format with a chart; JSON has all points');
  return chart ? Math.max(12, columns - margin) : undefined;
}

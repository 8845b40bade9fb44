import type { Command } from 'commander';
import { estimateInfantExposure } from '../../core/infant-dose/estimate.js';
import type { InfantExposureRequest } from '../../core/infant-dose/types.js';
import type { Parameters } from '../../parameters/load.js';
import { defaultWords } from '../../report/dose.js';
import { presentInfantExposure } from '../../report/lactation.js';
import type { Run } from '../command.js';
import { gestationalAge, infantAge } from '../flags/age.js';
import {
  drugNames,
  maternalDoseFlags,
  maternalDoseOf,
  maternalValues,
  milkLevel,
  milkShare,
  pairFlags,
  pairOf,
} from '../flags/milk.js';
import { amount } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { type Flags, readFlags } from '../flags/read.js';
import { anyText, onOff } from '../flags/reader.js';
import { contextOf, printOutcome } from '../print.js';

const readers = {
  milk: milkLevel,
  ...pairFlags,
  ...maternalDoseFlags,
  maternalWeight: amount('kg', 'kg', {
    takes: 'the weight of the mother in kg from 25 to 400',
    from: 25,
    to: 400,
  }),
  maternalCrcl: amount('mL/min', 'mL/min', {
    takes: 'the creatinine clearance of the mother in mL/min from 0 to 300, such as 42',
    to: 300,
  }),
  sedatives: drugNames,
  infantWeight: amount('kg', 'kg', {
    takes: 'the weight of the infant in kg from 0.4 to 20, such as 3.5',
    from: 0.4,
    to: 20,
  }),
  infantAge,
  gestationalAge,
  exposedBeforeBirth: onOff,
  intake: amount('mL/kg/d', 'mL/kg/day', {
    takes: 'milk in mL per kg and day from 1 to 300, such as 150',
    from: 1,
    to: 300,
  }),
  share: milkShare,
  assume: anyText,
  ...outputFlags,
};

/** The calculation from its request alone: a saved request gives the same answer again. */
export function calculate(request: InfantExposureRequest, { lactation }: Parameters) {
  return estimateInfantExposure(request, lactation);
}

export const infantDose = {
  readers,
  examples: [
    ['baclofen infant-dose --milk 0.32', 'from a milk level in mg/L'],
    ['baclofen infant-dose --milk 0.32 --maternal-dose 80 --maternal-weight 60', 'with the relative infant dose'],
    [
      'baclofen infant-dose --maternal-dose 40 --share 1/3',
      'milk level scaled from the published case, a third of the diet',
    ],
    ['baclofen infant-dose --route intrathecal --maternal-dose 330mcg', 'a mother with a pump'],
    ['baclofen infant-dose --assume janusmed', 'the figure of a reference, and what it assumes'],
  ],
  flags(command: Command): Command {
    return command
      .optionsGroup('Milk:')
      .option('--milk <level>', 'milk level in mg/L, or with its unit: 320mcg/L, 1.5umol/L')
      .option('--peak <level>', 'highest level after a dose; with --trough, the mean of both counts')
      .option('--trough <level>', 'level just before a dose')
      .option('--intake <mL/kg/day>', 'milk taken in per kg and day')
      .option('--share <share>', 'part of the diet that is breast milk: 0.5, 1/3, 50%')
      .option('--assume <reference>', 'what lactmed, janusmed or e-lactancia publishes, computed anew')
      .optionsGroup('Mother:')
      .option('--maternal-dose <dose>', 'dose of the mother per day: mg (80), or mcg for a pump (330mcg)')
      .option('--maternal-weight <kg>', 'weight of the mother')
      .option('--route <route>', 'oral or intrathecal (default: oral)')
      .option('--maternal-crcl <mL/min>', 'creatinine clearance of the mother')
      .option('--sedatives <name...>', 'other sedating drugs, of the mother or the infant')
      .optionsGroup('Infant:')
      .option('--infant-weight <kg>', 'weight of the infant')
      .option('--infant-age <age>', 'age since birth with its unit: 10d, 6wk, 6mo')
      .option('--gestational-age <weeks>', 'gestational age at birth: 39, 34+3')
      .option('--exposed-before-birth', 'the mother took baclofen in pregnancy');
  },
  defaults: ({ lactation }) => ({
    intake: defaultWords(lactation.intake),
    maternalWeight: lactation.maternalWeights.map(defaultWords).join('; '),
  }),
  values: ({ lactation }) => ({ ...maternalValues, assume: lactation.references.map(({ id }) => id) }),
  run({ parameters, raw, shell }) {
    const flags = readFlags(readers, raw);
    const outcome = calculate(requestOf(flags, raw.maternalDose), parameters);
    return printOutcome(outcome, presentInfantExposure, contextOf('infant-dose', parameters), flags, shell);
  },
} satisfies Run;

function requestOf(flags: Flags<typeof readers>, doseAsTyped: unknown): InfantExposureRequest {
  const pair = pairOf(flags);
  return {
    ...(flags.assume !== undefined && { assume: flags.assume }),
    ...(flags.milk && { milk: flags.milk }),
    ...(pair && { pair }),
    ...maternalDoseOf(flags, doseAsTyped),
    ...(flags.maternalWeight && { maternalWeight: flags.maternalWeight }),
    ...(flags.maternalCrcl && { maternalClearance: flags.maternalCrcl }),
    ...(flags.sedatives && { sedatives: flags.sedatives }),
    ...(flags.infantWeight && { infantWeight: flags.infantWeight }),
    ...(flags.infantAge && { infantAge: flags.infantAge }),
    ...(flags.gestationalAge && { gestationalAge: flags.gestationalAge }),
    ...(flags.exposedBeforeBirth && { exposedBeforeBirth: true }),
    ...(flags.intake && { intake: flags.intake }),
    ...(flags.share && { share: flags.share }),
  };
}

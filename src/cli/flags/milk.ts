import type { MaternalDose, MeasuredPair, MilkLevel } from '../../core/milk/level.js';
import { InputError } from '../../core/values/input-error.js';
import type { Quantity } from '../../core/values/quantity.js';
import { amountWithUnit, share } from './number.js';
import { typed } from './printable.js';
import { choice, textsThat } from './reader.js';

/** A level in breast milk: mg/L, or with its unit. */
export const milkLevel = amountWithUnit(
  {
    '': { unit: 'mg/L', to: 100 },
    'mg/l': { unit: 'mg/L', to: 100 },
    'mcg/l': { unit: 'ug/L', to: 100_000 },
    'ug/l': { unit: 'ug/L', to: 100_000 },
    'umol/l': { unit: 'umol/L', to: 500 },
    'micromol/l': { unit: 'umol/L', to: 500 },
  },
  'a milk level above 0 in mg/L, or with its unit: 0.32, 320mcg/L or 1.5umol/L',
);

export const milkShare = share('the part of the diet that is breast milk, above 0 and up to 1: 0.5, 1/3 or 50%');

const routes = ['oral', 'intrathecal'] as const;

/** The words that flags of the mother take. */
export const maternalValues = { route: routes };

/** The dose of the mother and its route; mg and mcg are read apart and never converted. */
export const maternalDoseFlags = {
  route: choice(routes),
  maternalDose: amountWithUnit(
    {
      '': { unit: 'mg/d', to: 1000 },
      mg: { unit: 'mg/d', to: 1000 },
      'mg/day': { unit: 'mg/d', to: 1000 },
      mcg: { unit: 'ug/d', to: 5000 },
      'mcg/day': { unit: 'ug/d', to: 5000 },
    },
    'the dose of the mother per day above 0: mg by mouth such as 80, or mcg such as 330mcg with --route intrathecal',
  ),
};

interface MaternalDoseRead {
  readonly route?: (typeof routes)[number] | undefined;
  readonly maternalDose?: Quantity<'mg/d'> | Quantity<'ug/d'> | undefined;
}

/** @throws InputError on mg with the intrathecal route or mcg by mouth. */
export function maternalDoseOf({ route, maternalDose }: MaternalDoseRead, asTyped: unknown): MaternalDose {
  if (route === 'intrathecal') {
    if (maternalDose?.unit === 'mg/d') {
      const takes = 'mcg per day with the unit beside --route intrathecal, such as 330mcg';
      throw new InputError('maternalDose', typed(String(asTyped)), takes);
    }
    return { route, ...(maternalDose && { maternalDose }) };
  }
  if (maternalDose?.unit === 'ug/d') {
    const takes = 'mg per day by mouth, such as 80; mcg go with --route intrathecal';
    throw new InputError('maternalDose', typed(String(asTyped)), takes);
  }
  return { ...(route && { route }), ...(maternalDose && { maternalDose }) };
}

export const pairFlags = { peak: milkLevel, trough: milkLevel };

/** @throws InputError where one of the pair is missing. */
export function pairOf({
  peak,
  trough,
}: {
  peak?: MilkLevel | undefined;
  trough?: MilkLevel | undefined;
}): MeasuredPair | undefined {
  if (peak && trough) return { peak, trough };
  if (peak) throw new InputError('trough', 'nothing', 'the level before a dose, as --peak was given');
  if (trough) throw new InputError('peak', 'nothing', 'the highest level after a dose, as --trough was given');
  return undefined;
}

const drugName = '^[\\p{L}\\d][\\p{L}\\d ,()-]{0,59}$';

/** Names of drugs, printed as they are. */
export const drugNames = textsThat(
  (names) => names.every((name) => new RegExp(drugName, 'u').test(name)),
  'names of drugs, in letters, such as clonazepam',
);

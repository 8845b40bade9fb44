import { pairFields } from '../../contract/fields/milk.js';
import { dailyTotal } from '../../core/doses/current-dose.js';
import type { MaternalDose, MeasuredPair, MilkLevel } from '../../core/milk/level.js';
import { InputError } from '../../core/values/input-error.js';
import type { Quantity } from '../../core/values/quantity.js';
import { readMaternalDose } from '../typed/dose.js';
import type { Read } from '../typed/read.js';
import { fieldFlag, flag } from './flag.js';
import { typed } from './printable.js';

const routes = ['oral', 'intrathecal'] as const;

const mother = 'Mother';

/** The dose of the mother and its route; mg and mcg are read apart and never converted. */
export const maternalDoseFlags = {
  maternalDose: flag<Quantity<'mg/d'> | Quantity<'ug/d'>>({
    takes: '<dose>',
    group: mother,
    main: true,
    words: 'dose of the mother per day: mg (80), or mcg for a pump (330mcg)',
    read: readDailyDose,
  }),
  route: fieldFlag(
    { what: 'a route', says: 'oral or intrathecal', words: routes },
    {
      takes: '<route>',
      group: mother,
      default: () => 'oral',
    },
  ),
};

/** The dose of a day, however it was written. */
function readDailyDose(text: string): Read<Quantity<'mg/d'> | Quantity<'ug/d'>> {
  const read = readMaternalDose(text, { mouth: 1000, pump: 5000 });
  if ('wrong' in read) return read;
  return { ok: 'pump' in read.ok ? read.ok.pump : dailyTotal(read.ok) };
}

interface MaternalDoseRead {
  readonly route?: (typeof routes)[number] | undefined;
  readonly maternalDose?: Quantity<'mg/d'> | Quantity<'ug/d'> | undefined;
}

/** @throws InputError on mg with the intrathecal route or mcg by mouth. */
export function maternalDoseOf({ route, maternalDose }: MaternalDoseRead, asTyped: unknown): MaternalDose {
  if (route === 'intrathecal') {
    if (maternalDose?.unit === 'mg/d') {
      const takes = 'mcg per day with the unit beside `route` intrathecal, such as 330mcg';
      throw new InputError('maternalDose', typed(String(asTyped)), takes);
    }
    return { route, ...(maternalDose && { maternalDose }) };
  }
  if (maternalDose?.unit === 'ug/d') {
    const takes = 'mg per day by mouth, such as 80; mcg go with `route` intrathecal';
    throw new InputError('maternalDose', typed(String(asTyped)), takes);
  }
  return { ...(route && { route }), ...(maternalDose && { maternalDose }) };
}

/** @throws InputError where one of the pair is missing. */
export function pairOf({
  peak,
  trough,
}: {
  peak?: MilkLevel | undefined;
  trough?: MilkLevel | undefined;
}): MeasuredPair | undefined {
  if (peak && trough) return { peak, trough };
  if (peak) throw new InputError('trough', 'nothing', 'the level before a dose, as `peak` was given');
  if (trough) throw new InputError('peak', 'nothing', 'the highest level after a dose, as `trough` was given');
  return undefined;
}

/** A level at its highest and one at its lowest. */
export const pairFlags = {
  peak: fieldFlag(pairFields.peak, { takes: '<level>', group: 'Milk' }),
  trough: fieldFlag(pairFields.trough, { takes: '<level>', group: 'Milk' }),
};

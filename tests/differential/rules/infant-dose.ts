import { type Fraction, f } from './fraction.js';
import { lactation } from './numbers.js';

export interface Feeding {
  /** mg/L, mcg/L or umol/L. */
  readonly milk?: number;
  readonly unit?: 'mg/L' | 'ug/L' | 'umol/L';
  readonly peak?: number;
  readonly trough?: number;
  /** mg per day by mouth; mcg per day into the spine. */
  readonly maternalDose?: number;
  readonly route?: 'intrathecal';
  readonly maternalWeight?: number;
  readonly infantWeight?: number;
  readonly intake?: number;
  readonly share?: readonly [number, number];
}

const milkLevel = ({ milk, unit, peak, trough, maternalDose, route }: Feeding): Fraction => {
  if (milk !== undefined) {
    if (unit === 'ug/L') return f(milk).over(1000);
    return unit === 'umol/L' ? f(milk).times(lactation.molar).over(1000) : f(milk);
  }
  if (peak !== undefined && trough !== undefined) return f(peak).plus(trough).over(2);
  const dose = maternalDose ?? Number.NaN;
  return route === 'intrathecal'
    ? f(lactation.pumpLevel).over(1000).times(dose).over(lactation.pumpDose)
    : f(lactation.level).times(dose).over(lactation.dose);
};

/** For each intake: mg/kg/day, mg/day, and % of the mother's dose per kg, for each weight of hers. */
export function infantDose(feeding: Feeding) {
  const level = milkLevel(feeding);
  const [part, whole] = feeding.share ?? [1, 1];
  const { intake, maternalDose, maternalWeight, infantWeight, route } = feeding;
  const intakes = [...new Set([...(intake === undefined ? [] : [intake]), lactation.intake, lactation.cautious])];
  const weights = maternalWeight === undefined ? lactation.weights : [maternalWeight];
  return {
    milk: level.number(),
    exposures: intakes.map((volume) => {
      const dose = level.times(volume).over(1000).times(part).over(whole);
      return {
        intake: volume,
        dose: dose.number(),
        ...(infantWeight !== undefined && { daily: dose.times(infantWeight).number() }),
        relative:
          maternalDose === undefined || route === 'intrathecal'
            ? []
            : weights.map((kg) => [kg, dose.times(100).times(kg).over(maternalDose).number()]),
      };
    }),
  };
}

import type { Exposure, InfantExposurePlan } from '../../core/infant-dose/types.js';
import { type Cell, type TidyTable, tidyTable } from './table.js';

const columns = [
  'measure',
  'milk_level_kind',
  'milk_level_mg_per_l',
  'intake_kind',
  'intake_ml_per_kg_per_day',
  'maternal_weight_kg',
  'compared_with',
  'value',
  'unit',
] as const;

type Row = { readonly [Column in (typeof columns)[number]]?: Cell };

/** A row a number: what the infant takes at each milk level and intake, and what share of a known dose that is. */
export function infantDoseTable({ milk, exposures, range, comparisons }: InfantExposurePlan): TidyTable {
  const levels = range.length > 0 ? range : [{ kind: 'used', level: milk, exposures }];
  return tidyTable(columns, [
    ...levels.flatMap(({ kind, level, exposures: taken }) =>
      taken.flatMap((each) => exposureRows({ milk_level_kind: kind, milk_level_mg_per_l: level.value }, each)),
    ),
    ...comparisons.map(({ id, share }) => ({ measure: 'share_of_dose', compared_with: id, ...share })),
  ]);
}

function exposureRows(level: Row, { intake, kind, infantDose, dailyDose, relativeInfantDose }: Exposure): Row[] {
  const shared: Row = { ...level, intake_kind: kind, intake_ml_per_kg_per_day: intake.value };
  return [
    { ...shared, measure: 'infant_dose', ...infantDose },
    ...(dailyDose ? [{ ...shared, measure: 'daily_dose', ...dailyDose }] : []),
    ...relativeInfantDose.map(({ maternalWeight, value }) => ({
      ...shared,
      measure: 'relative_infant_dose',
      maternal_weight_kg: maternalWeight.value,
      ...value,
    })),
  ];
}

import type { RenalParameters } from '../../core/renal-function/types.js';
import { atLeast, below, when } from './terms.js';

/** The equations, spelled out over the columns of the step before; each is named in the column it fills. */
export function estimateColumns({ idealWeightFrom, adjustedWeightFrom, adultAge }: RenalParameters): readonly string[] {
  const child = below('age', adultAge.value);
  return [
    `${child} AS is_child`,
    // Devine.
    "CASE WHEN sex = 'female' THEN 45.5 ELSE 50 END + 2.3 * (height_cm / 2.54 - 60) AS ideal_kg",
    // Mosteller, and the surface that an eGFR is indexed to.
    'SQRT(height_cm * weight_kg / 3600) / 1.73 AS of_this_size',
    // CKD-EPI 2021.
    `CASE WHEN creatinine IS NOT NULL THEN 142
           * POWER(LEAST(${ratio}, 1), CASE WHEN sex = 'female' THEN -0.241 ELSE -0.302 END)
           * POWER(GREATEST(${ratio}, 1), -1.2)
           * POWER(0.9938, age) * CASE WHEN sex = 'female' THEN 1.012 ELSE 1 END END AS ckd_epi`,
    // Bedside Schwartz.
    `CASE WHEN ${child} THEN 0.413 * height_cm / creatinine END AS schwartz`,
    // Cockcroft-Gault for each kg.
    "(140 - age) / (72 * creatinine) * CASE WHEN sex = 'female' THEN 0.85 ELSE 1 END AS per_kg",
    `${atLeast(bodyMassIndex, adjustedWeightFrom.value)} AS takes_adjusted`,
    `${below(bodyMassIndex, idealWeightFrom.value)} AS takes_actual`,
  ];
}

const bodyMassIndex = 'weight_kg / POWER(height_cm / 100, 2)';

/** Of the creatinine to k of CKD-EPI. */
const ratio = "creatinine / CASE WHEN sex = 'female' THEN 0.7 ELSE 0.9 END";

/** The weight of Cockcroft-Gault, and the number that decides: the lowest given, else the lower of two estimates. */
export function decidingColumns(): readonly string[] {
  const weight = when(
    [
      ['weight_kg IS NULL OR height_cm IS NULL OR ideal_kg <= 0 OR takes_actual', 'weight_kg'],
      ['takes_adjusted', 'ideal_kg + 0.4 * (weight_kg - ideal_kg)'],
    ],
    'LEAST(ideal_kg, weight_kg)',
  );
  const given = 'LEAST(crcl, egfr, egfr * of_this_size)';
  const estimated = 'LEAST(per_kg * adopted_kg, COALESCE(ckd_epi * of_this_size, ckd_epi))';
  return [
    weight,
    when([
      // A child's eGFR stays indexed.
      ['is_child', 'LEAST(crcl, egfr, schwartz)'],
      ['crcl IS NOT NULL OR egfr IS NOT NULL', given],
      ['age IS NOT NULL AND sex IS NOT NULL AND creatinine IS NOT NULL', estimated],
    ]),
  ];
}

/** The id of the band that holds the clearance. */
export function bandCase({ bands }: RenalParameters): string {
  return when(
    bands.map(
      ({ id, below: end }) => [end ? below('clearance', end.value) : 'clearance IS NOT NULL', `'${id}'`] as const,
    ),
  );
}

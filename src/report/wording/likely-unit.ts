/** In which unit a number may have been written that cannot be in its own, and how it is converted into that. */
const likely: Readonly<Record<string, readonly (readonly [unit: string, factor: number])[]>> = {
  age: [
    ['months', 1 / 12],
    ['days', 1 / 365.25],
  ],
  weight_kg: [
    ['pounds', 0.45359237],
    ['grams', 0.001],
  ],
  height_cm: [
    ['metres', 100],
    ['inches', 2.54],
    ['millimetres', 0.1],
  ],
  creatinine_mg_dl: [['umol/L', 1 / 88.4]],
  creatinine_umol_l: [['mg/dL', 88.4]],
  daily_dose_mg: [['mcg', 0.001]],
};

/** " (umol/L?)": the first other unit in which the number would lie in the range; nothing where none does. */
export function likelyUnit(column: string, value: number, from: number, to: number): string {
  if (column === 'age' && value >= 1900 && value < 2100) return ' (year of birth?)';
  const found = (likely[column] ?? []).find(([, factor]) => value * factor >= from && value * factor <= to);
  return found ? ` (${found[0]}?)` : '';
}

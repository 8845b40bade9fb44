import { type ProductParameters, selectProducts, smallestDose } from '../../core/doses/product.js';
import type { RenalParameters } from '../../core/renal-function/types.js';
import type { Country } from '../../core/titration/rules.js';
import type { TitrationParameters } from '../../core/titration/types.js';
import { bandCase, decidingColumns, estimateColumns } from './kidney.js';
import { above, atLeast, below, literal, when } from './terms.js';

export const dialects = ['duckdb', 'postgres', 'spark'] as const;

export type Dialect = (typeof dialects)[number];

/** What stands above the SELECT: where it comes from, what it needs and what it leaves out. */
export function selectHeader(country: Country, tool: string, date: string, digest: string): string {
  return [
    `baclofen ${tool}, data of ${date}, rules ${country}, digest ${digest}.`,
    'Supports a decision; check the label.',
    `Over a table or view named cohort with the columns ${selectColumns.join(', ')}:`,
    'numbers, sex as text, dialysis as boolean; what is not known is NULL.',
    'Left out, and found by baclofen panel alone: other drugs, the age of a creatinine, second rows of an id, the',
    'reason, and findings by name. The ceiling of those who get a liquid is exact here, not made of its marks.',
  ]
    .map((line) => `-- ${line}\n`)
    .join('');
}

const measured = [
  'age',
  'weight_kg',
  'height_cm',
  'creatinine_mg_dl',
  'creatinine_umol_l',
  'crcl',
  'egfr',
  'daily_dose_mg',
] as const;

const selectColumns = ['id', ...measured, 'sex', 'dialysis'];

/** From which to which value a column can be read at all. */
export type Ranges = Readonly<Record<(typeof measured)[number], { readonly from: number; readonly to: number }>>;

export interface SelectParameters {
  readonly ranges: Ranges;
  readonly renal: RenalParameters;
  readonly titration: TitrationParameters;
  readonly products: ProductParameters;
}

/**
 * One SELECT over a table named cohort that says what `panel` says of each row: status, clearance (mL/min), band, ceiling
 * (mg/d) and multiple of it. Every limit is taken from the data.
 */
export function panelSelect(country: Country, dialect: Dialect, parameters: SelectParameters): string {
  const { renal } = parameters;
  const [adopted = '', deciding = ''] = decidingColumns();
  // Else PostgreSQL writes each step into every use of it, and 100,000 rows take minutes instead of seconds.
  const as = dialect === 'postgres' ? 'AS MATERIALIZED' : 'AS';
  return `WITH numbers ${as} (
  SELECT ${inputColumns(dialect).join(',\n         ')}
    FROM cohort
), estimates ${as} (
  SELECT *, ${estimateColumns(renal).join(',\n         ')}
    FROM numbers
), weights ${as} (
  SELECT *, ${adopted} AS adopted_kg
    FROM estimates
), kidneys ${as} (
  SELECT *, ${deciding} AS clearance
    FROM weights
), banded ${as} (
  SELECT *, ${bandCase(renal)} AS band
    FROM kidneys
), planned ${as} (
  SELECT *, ${unreadable(parameters)} AS is_unreadable,
       ${refused(parameters)} AS is_refused,
       ${exactCeiling(country, parameters)} AS exact_ceiling
    FROM banded
), made ${as} (
  SELECT *, ${madeCeiling(parameters)} AS ceiling_mg_per_day
    FROM planned
)
SELECT id,
       ${status(parameters)} AS status,
       CASE WHEN NOT is_unreadable THEN clearance END AS clearance,
       CASE WHEN NOT is_unreadable THEN band END AS band,
       ceiling_mg_per_day,
       daily_dose_mg,
       daily_dose_mg / ceiling_mg_per_day AS multiple
  FROM made;
`;
}

function inputColumns(dialect: Dialect): string[] {
  const double = dialect === 'postgres' ? 'DOUBLE PRECISION' : 'DOUBLE';
  const number = (name: string) => `CAST(${name} AS ${double})`;
  return [
    'id',
    ...measured.map((name) => `${number(name)} AS ${name}`),
    `COALESCE(${number('creatinine_mg_dl')}, ${number('creatinine_umol_l')} / 88.4) AS creatinine`,
    "CASE LOWER(sex) WHEN 'f' THEN 'female' WHEN 'm' THEN 'male' ELSE LOWER(sex) END AS sex",
    'COALESCE(CAST(dialysis AS BOOLEAN), FALSE) AS dialysis',
  ];
}

/** A row whose numbers cannot be right. */
function unreadable({ ranges, renal, titration: { child, weight } }: SelectParameters): string {
  const outside = measured.map(
    (name) => `COALESCE(${name} < ${ranges[name].from} OR ${name} > ${ranges[name].to}, FALSE)`,
  );
  const { lightest, heaviest, adolescent } = child.plausible;
  const byAge = (limit: typeof lightest) => `(${limit.at.value} + ${limit.perYear.value} * age)`;
  const young = below('age', child.belowAge.value);
  const light = `(CASE WHEN ${young} THEN ${byAge(lightest)} ELSE ${adolescent.from.value} END) * ${literal(1 - 1e-9)}`;
  const heavy = `(CASE WHEN ${young} THEN ${byAge(heaviest)} ELSE ${adolescent.to.value} END)`;
  const isChild = 'COALESCE(is_child, FALSE)';
  const goesOn = `${isChild} AND ${atLeast('age', child.fromAge.value)} AND NOT dialysis`;
  return [
    '(id IS NULL',
    'daily_dose_mg IS NULL',
    ...outside,
    '(creatinine_mg_dl IS NOT NULL AND creatinine_umol_l IS NOT NULL)',
    "COALESCE(sex NOT IN ('female', 'male'), FALSE)",
    // A creatinine alone needs age and sex.
    `(NOT ${isChild} AND creatinine IS NOT NULL AND crcl IS NULL AND egfr IS NULL AND (age IS NULL OR sex IS NULL))`,
    `(NOT ${isChild} AND COALESCE(${below('height_cm', weight.adultHeight.value)}, FALSE))`,
    `(${goesOn} AND COALESCE(${atLeast('clearance', renal.childFrom.value)}, TRUE)
           AND COALESCE(weight_kg < ${light} OR ${above('weight_kg', heavy)}, FALSE)))`,
  ].join('\n         OR ');
}

/** Who is given nothing: below an age, a child with less than a normal kidney, dialysis, a band that avoids. */
function refused({ renal, titration: { child } }: SelectParameters): string {
  const avoided = renal.bands.filter(({ action }) => action.kind === 'avoid').map(({ id }) => `'${id}'`);
  return `CASE WHEN is_child THEN dialysis OR ${below('age', child.fromAge.value)}
              OR COALESCE(${below('clearance', renal.childFrom.value)}, FALSE)
            ELSE dialysis OR COALESCE(band IN (${avoided.join(', ')}), FALSE) END`;
}

/** The lowest that the label, the size of the body, the age and the band allow; LEAST leaves out what is NULL. */
function exactCeiling(country: Country, { renal, titration }: SelectParameters): string {
  const { child, adolescent, weight, older } = titration;
  const label = titration.rules[country];
  const ofAge = `CASE WHEN ${below('age', child.oldFrom.value)} THEN ${child.youngCeiling.value} ELSE ${child.oldCeiling.value} END`;
  const perKg = `weight_kg * ${child.ceilingPerKilogram.value}`;
  const light = below('weight_kg', weight.light.value);
  const childRules = adolescent.childRulesIn.countries.includes(country)
    ? 'is_child'
    : `(is_child AND ${below('age', child.belowAge.value)})`;
  // A child without a weight has the ceiling of the age alone.
  const byWeight = `CASE WHEN weight_kg IS NULL AND is_child THEN ${ofAge}
              WHEN ${childRules} OR ${light} THEN LEAST(${ofAge}, ${perKg}) END`;
  const whole = `LEAST(${label.dailyCeiling.value}, ${byWeight})`;
  const bands = renal.bands.flatMap(({ id, action }): (readonly [string, string])[] => {
    if (action.kind === 'scale') {
      return [[`band = '${id}'`, `${whole} * ${action.keep.numerator} / ${action.keep.denominator}`]];
    }
    if (action.kind !== 'fixed') return [];
    const { value } = action.ceiling;
    return [
      [`band = '${id}' AND ${atLeast('age', older.age.value)}`, literal(Math.min(value, renal.olderCeiling.value))],
      [`band = '${id}'`, literal(value)],
    ];
  });
  return `LEAST(${whole}, ${4 * label.doseCeiling.value},
         CASE WHEN is_child AND weight_kg IS NOT NULL AND NOT (${childRules} OR ${light}) THEN ${child.adolescentCeiling.value} END,
         weight_kg * ${weight.ceiling.value},
         ${when(bands)})`;
}

/** What the usual tablet makes of it; of those who get a liquid the exact number. */
function madeCeiling({ titration, products }: SelectParameters): string {
  const unit = smallestDose(selectProducts(undefined, products)).value;
  return when([
    ['is_unreadable OR is_refused OR (COALESCE(is_child, FALSE) AND weight_kg IS NULL)', 'NULL'],
    [below('weight_kg', titration.child.tabletFrom.value), 'exact_ceiling'],
    ['TRUE', `FLOOR(exact_ceiling * 1.000000001 / ${literal(unit)}) * ${literal(unit)}`],
  ]);
}

/** The first that applies. */
function status({ renal, titration: { child, weight } }: SelectParameters): string {
  const { older } = renal;
  const given = 'daily_dose_mg > 0';
  const noWeight = 'is_child AND weight_kg IS NULL';
  const noAge = `(age IS NULL AND ${below('weight_kg', weight.light.value)})`;
  const noHeight = '(is_child AND creatinine IS NOT NULL AND clearance IS NULL)';
  const asked = `${atLeast('age', older.age.value)} AND ${below('clearance', older.avoidBelow.value)}`;
  return when(
    [
      ['is_unreadable', "'unreadable'"],
      [`${given} AND (is_refused OR ${above('daily_dose_mg', 'exact_ceiling')})`, "'stop'"],
      [`${given} AND ${noWeight} AND ${below('age', child.belowAge.value)}`, "'stop'"],
      [`${given} AND (${noWeight} OR ${noAge} OR ${noHeight} OR ${asked})`, "'ask'"],
      ['clearance IS NULL AND NOT dialysis', "'no-kidney-data'"],
    ],
    "'none'",
  );
}

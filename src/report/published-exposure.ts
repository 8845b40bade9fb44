import type { ReproducedFigure, Reproduction } from '../core/infant-dose/published.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './quantity.js';
import { type Block, heading, paragraph, text } from './report.js';

const figureNames: Readonly<Record<ReproducedFigure['name'], string>> = {
  'infant-dose': 'Infant dose',
  'relative-infant-dose': 'Relative infant dose',
};

const assumptionNames: Readonly<Record<Reproduction['assumptions'][number]['name'], string>> = {
  'milk-level': 'Milk level',
  'milk-intake': 'Milk intake',
  'maternal-dose': 'Dose of the mother',
  'maternal-weight': 'Weight of the mother',
};

/** What a reference publishes, the same computed, how far apart they are, and the values behind it. */
export function reproductionBlocks({ name, date, assumptions, figures, remark }: Reproduction): Block[] {
  return [
    paragraph(`${name} (${date}): what it publishes, and the same computed from the values behind it.`),
    {
      kind: 'table',
      head: ['Figure', 'Published', 'Computed', 'Difference'],
      rows: figures.map((figure) => [
        text(figureName(figure)),
        text(formatQuantity(figure.published), figure.citations),
        text(formatQuantity(figure.computed)),
        text(difference(figure)),
      ]),
    },
    paragraph(remark.text, remark.citations),
    heading(`What ${name} assumes`),
    {
      kind: 'table',
      head: ['Value', '', 'Stated or implied'],
      rows: assumptions.map(({ name: part, value, note, citations }) => [
        text(assumptionNames[part]),
        text(formatQuantity(value)),
        text(note, citations),
      ]),
    },
    heading('Exposure with these values'),
  ];
}

function figureName({ name, maternalDose, maternalWeight }: ReproducedFigure): string {
  const mother =
    maternalDose && maternalWeight ? `, mother ${formatQuantity(maternalDose)}, ${formatQuantity(maternalWeight)}` : '';
  return `${figureNames[name]}${mother}`;
}

/** In the words of a reader: none, or so many percentage points more or less. */
function difference({ difference: { value, unit }, published, computed }: ReproducedFigure): string {
  if (value === 0) return 'none';
  const size = formatNumber(Math.abs(value), 2);
  const direction = value > 0 ? 'more' : 'less';
  const rounding = formatQuantity(published) === formatQuantity(computed) ? ' (rounding)' : '';
  return `${size} ${unit === '%' ? 'points' : 'mg/kg/day'} ${direction}${rounding}`;
}

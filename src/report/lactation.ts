import type { Exposure, InfantExposurePlan, InfantExposureRequest } from '../core/infant-dose/types.js';
import type { Quantity } from '../core/values/quantity.js';
import { type Presentation, statementSection } from './answer.js';
import { reproductionBlocks } from './published-exposure.js';
import { formatBeside, formatQuantity } from './quantity.js';
import { type Block, heading, paragraph, type Table, text } from './report.js';

/** What an infant takes in through milk, beside the doses that infants are given and what the references say. */
export function presentInfantExposure(plan: InfantExposurePlan, { infantAge }: InfantExposureRequest): Presentation {
  const { reproduction } = plan;
  return {
    title: `Baclofen: infant exposure through milk${reproduction ? ` as ${reproduction.name} assumes it` : ''}${infantAge ? `, infant of ${formatQuantity(infantAge)}` : ''}`,
    blocks: [
      ...(reproduction ? reproductionBlocks(reproduction) : []),
      paragraph(`Milk level ${formatQuantity(plan.milk)}${origins[plan.origin]}.`),
      exposureTable(plan),
      ...relative(plan),
      comparisonTable(plan),
      ...rangeBlocks(plan),
      ...statementSection('Watch the infant', plan.monitoring),
      ...statementSection('When to worry', plan.whenToWorry),
      ...statementSection('Nothing is stopped suddenly', [plan.neverStop, ...plan.whyNotStop]),
      heading('Sources disagree'),
      positionTable(plan),
    ],
  };
}

const origins: Readonly<Record<InfantExposurePlan['origin'], string>> = {
  measured: '',
  'mean-of-pair': ', the mean of peak and trough',
  scaled: ', scaled from the published case',
};

const kinds: Readonly<Record<Exposure['kind'], string>> = {
  asked: 'as asked',
  'by-age': 'measured at this age',
  standard: 'standard',
  cautious: 'cautious',
};

function exposureTable({ exposures, threshold, withdrawalDose }: InfantExposurePlan): Table {
  const [first] = exposures;
  const weights = first?.relativeInfantDose ?? [];
  return {
    kind: 'table',
    head: [
      'Milk intake',
      'Infant dose',
      ...(first?.dailyDose ? ['Per day'] : []),
      ...weights.map(({ maternalWeight }) => `Relative dose, mother ${formatQuantity(maternalWeight)}`),
    ],
    rows: exposures.map(({ intake, kind, infantDose, dailyDose, relativeInfantDose, citations }) => [
      text(`${formatQuantity(intake)}, ${kinds[kind]}`, citations),
      text(formatBeside(infantDose, withdrawalDose.value)),
      ...(dailyDose ? [text(formatQuantity(dailyDose))] : []),
      ...relativeInfantDose.map(({ value }) => text(formatBeside(value, threshold.value))),
    ]),
  };
}

function relative({ relativeInfantDose, threshold }: InfantExposurePlan): Block[] {
  return relativeInfantDose.length === 0
    ? []
    : [
        paragraph(
          `A relative infant dose below ${formatQuantity(threshold.value)} is generally accepted for a healthy term infant. It stays the same when the mother takes more; what the infant takes does not.`,
          threshold.citations,
        ),
      ];
}

function comparisonTable({ comparisons, infantDose, withdrawalDose }: InfantExposurePlan): Table {
  return {
    kind: 'table',
    head: ['Compared with', 'That dose', `Share at ${formatBeside(infantDose, withdrawalDose.value)}`],
    rows: comparisons.map(({ name, dose, share, citations }) => [
      text(name, citations),
      text(formatQuantity(dose)),
      text(formatBeside(share, all)),
    ]),
  };
}

/** The whole of another dose: a share printed beside it is not rounded to it. */
const all = { value: 100, unit: '%' } as const;

type RangeRow = InfantExposurePlan['range'][number];

/** Infant dose by milk level and intake: a single number hides how far it can move. */
function rangeBlocks({ range, threshold, withdrawalDose }: InfantExposurePlan): Block[] {
  const [first] = range;
  if (first === undefined) return [];
  return [
    heading('How far the answer moves'),
    {
      kind: 'table',
      head: ['Milk level', ...first.exposures.map(({ intake }) => `At ${formatQuantity(intake)}`)],
      rows: range.map((row) => [
        text(`${formatQuantity(row.level)}, ${levelName(row)}`, row.citations),
        ...row.exposures.map(({ infantDose, relativeInfantDose }) =>
          text(
            [
              formatBeside(infantDose, withdrawalDose.value),
              ...relativeInfantDose.map((each) => relativeLine(each, threshold.value)),
            ].join('\n'),
          ),
        ),
      ]),
    },
  ];
}

function relativeLine(
  { value, maternalWeight }: Exposure['relativeInfantDose'][number],
  threshold: Quantity<'%'>,
): string {
  return `${formatBeside(value, threshold)} (${formatQuantity(maternalWeight)})`;
}

const levelNames: Readonly<Record<RangeRow['kind'], string>> = {
  'lowest-published': 'lowest published',
  'highest-published': 'highest published',
  trough: 'trough',
  peak: 'peak',
  used: 'used here',
};

function levelName({ kind, maternalDose, scaled }: RangeRow): string {
  if (maternalDose === undefined) return levelNames[kind];
  return `${levelNames[kind]}, ${scaled ? 'scaled to' : 'at'} ${formatQuantity(maternalDose)}`;
}

type Position = InfantExposurePlan['disagreements'][number];

/** For and against, side by side. */
function positionTable({ disagreements }: InfantExposurePlan): Table {
  const pro = disagreements.filter(({ stance }) => stance === 'for');
  const contra = disagreements.filter(({ stance }) => stance === 'against');
  const cell = (position: Position | undefined) => text(position?.text ?? '', position?.citations);
  return {
    kind: 'table',
    head: ['For breastfeeding', 'Against, or with reserve'],
    rows: Array.from({ length: Math.max(pro.length, contra.length) }, (_, row) => [cell(pro[row]), cell(contra[row])]),
  };
}

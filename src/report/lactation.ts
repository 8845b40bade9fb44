import type { BriefParameters } from '../core/answer/brief.js';
import type { Exposure, InfantExposurePlan, InfantExposureRequest } from '../core/infant-dose/types.js';
import { type Quantity, quantity } from '../core/values/quantity.js';
import type { AnswerContext } from './answer.js';
import { formatNumber } from './number.js';
import { reproductionBlocks } from './published-exposure.js';
import { formatBeside, formatQuantity } from './quantity.js';
import {
  type Block,
  detail,
  heading,
  inShort,
  paragraph,
  type Report,
  statementSection,
  type Table,
  text,
} from './report.js';
import { shortName } from './source.js';
import { fill } from './wording/fill.js';

/** What an infant takes in through milk, beside the doses that infants are given and what the references say. */
export function presentInfantExposure(
  plan: InfantExposurePlan,
  request: InfantExposureRequest,
  { brief: { infantDose: words }, sources }: AnswerContext,
): Report {
  const { reproduction } = plan;
  return {
    title: reproduction
      ? `Baclofen in milk, as ${reproduction.name} assumes it`
      : ['Baclofen in milk', pairWords(request)].filter(Boolean).join(': '),
    blocks: [
      ...(reproduction ? reproductionBlocks(reproduction) : []),
      ...exposureLines(plan, words),
      paragraph(
        `Watch: ${words.watch.text} Same day: ${words.sameDay.text} EMERGENCY: ${words.emergency.text} ${words.neverStop.text}`,
      ),
      paragraph(
        `Others: ${positions(plan, 'for', sources)}: ${words.for.text}. ${positions(plan, 'against', sources)}: ${words.against.text}.`,
      ),
      ...detail([
        exposureTable(plan),
        ...relative(plan),
        comparisonTable(plan),
        ...rangeBlocks(plan),
        ...statementSection('Watch the infant', plan.monitoring),
        ...statementSection('When to worry', plan.whenToWorry),
        ...statementSection('Nothing is stopped suddenly', [plan.neverStop, ...plan.whyNotStop]),
        heading('Sources disagree'),
        positionTable(plan),
      ]),
    ],
  };
}

/** Infant and mother as understood. */
function pairWords(request: InfantExposureRequest): string {
  const { infantWeight, gestationalAge, infantAge: age, maternalWeight, maternalDose, route } = request;
  const infant = [
    age && `${formatQuantity(age)} old`,
    infantWeight && formatQuantity(infantWeight),
    gestationalAge && `born at ${formatQuantity(gestationalAge)}`,
    request.exposedBeforeBirth && 'exposed before birth',
  ].filter(Boolean);
  const mother = [
    maternalWeight && formatQuantity(maternalWeight),
    maternalDose && `${formatQuantity(maternalDose)} ${route === 'intrathecal' ? 'by pump' : 'by mouth'}`,
  ].filter(Boolean);
  return [
    ...(infant.length > 0 ? [`infant, ${infant.join(', ')}`] : []),
    ...(mother.length > 0 ? [`mother, ${mother.join(', ')}`] : []),
  ].join('; ');
}

/** As many of the doses compared with as a sentence has room for: those that an infant could be given. */
const namedComparisons = 2;

/** What the infant takes and what that is beside, in sentences. */
function exposureLines(plan: InfantExposurePlan, { accepted }: BriefParameters['infantDose']): Block[] {
  const { exposures, comparisons, range, threshold, withdrawalDose, share } = plan;
  const [first, ...others] = exposures;
  if (first === undefined) return [];
  const amount = ({ infantDose, dailyDose, intake }: Exposure) =>
    `${[formatBeside(infantDose, withdrawalDose.value), ...(dailyDose ? [formatQuantity(dailyDose)] : [])].join(', ')} (milk ${formatQuantity(intake)})`;
  const milk = `Milk level ${formatQuantity(plan.milk)}${origins[plan.origin]}${share.value === 1 ? '' : `; milk is ${partOfDiet(share)}`}.`;
  const weights = first.relativeInfantDose.map(({ maternalWeight }) => formatQuantity(maternalWeight)).join(' or ');
  const shares = ({ relativeInfantDose }: Exposure) =>
    relativeInfantDose.map(({ value }) => formatBeside(value, threshold.value)).join(' or ');
  const levels = range.flatMap((row) => row.exposures.map(({ infantDose }) => infantDose.value));
  const compared = `That is ${comparisons
    .slice(0, namedComparisons)
    .map(({ share, dose, name }) => `${formatBeside(share, all)} of ${formatQuantity(dose)}, ${lowerFirst(name)}`)
    .join('; ')}.`;
  const moves = levels.length > 1 ? `With ${rangeWords(plan)}: ${spanOf(levels)}.` : '';
  return [
    paragraph(
      `${milk} The infant takes ${amount(first)}${others.map((each) => `; ${kinds[each.kind]}: ${amount(each)}`).join('')}.`,
      first.citations,
    ),
    ...(weights === ''
      ? []
      : [
          paragraph(
            `Relative infant dose, mother of ${weights}: ${[shares(first), ...others.map((each) => `${kinds[each.kind]} ${shares(each)}`)].join('; ')}. ${fill(accepted.text, { threshold: threshold.value })}`,
            threshold.citations,
          ),
        ]),
    inShort(compared, `${compared} ${moves}`.trimEnd()),
    ...(moves === '' ? [] : [inShort(moves, '')]),
  ];
}

/** "33.3% of the diet". */
function partOfDiet({ value }: Quantity<'1'>): string {
  return `${formatNumber(100 * value, 1)}% of the diet`;
}

/** Whose levels the answer moves between: those measured in this mother, or the published ones. */
function rangeWords({ origin }: InfantExposurePlan): string {
  return origin === 'mean-of-pair'
    ? 'the trough and the peak given, and the lowest and highest intake'
    : 'the lowest and highest published milk level and intake';
}

/** "0.0446 to 0.0686 mg/kg/day". */
function spanOf(doses: readonly number[]): string {
  const [low, high] = [Math.min(...doses), Math.max(...doses)].map((value) =>
    formatQuantity(quantity(value, 'mg/kg/d')),
  ) as [string, string];
  const unit = high.replace(/^[\d.,]+/, '');
  return `${low.endsWith(unit) ? low.slice(0, -unit.length) : low} to ${high}`;
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** Who is for, or against, by name. */
function positions(
  { disagreements }: InfantExposurePlan,
  stance: 'for' | 'against',
  sources: AnswerContext['sources'],
): string {
  const names = disagreements
    .filter((each) => each.stance === stance)
    .flatMap(({ citations }) => citations.map(({ source }) => shortName(source, sources)));
  return [...new Set(names)].join(', ');
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

function exposureTable({ exposures, threshold, withdrawalDose, share }: InfantExposurePlan): Table {
  const [first] = exposures;
  const weights = first?.relativeInfantDose ?? [];
  return {
    kind: 'table',
    head: [
      'Milk intake',
      share.value === 1 ? 'Infant dose' : `Infant dose, milk ${partOfDiet(share)}`,
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

/** The whole of another dose: a share printed beside it is not rounded to it. */
const all = { value: 100, unit: '%' } as const;

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

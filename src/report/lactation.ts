import type { Exposure, InfantExposurePlan } from '../core/lactation.js';
import { disagreementBlocks, type Presentation, statementSection } from './answer.js';
import { formatQuantity } from './quantity.js';
import { type Block, paragraph, type Table, text } from './report.js';

/** What an infant takes in through milk, beside the doses that infants are given and what the references say. */
export function presentInfantExposure(plan: InfantExposurePlan): Presentation {
  return {
    title: 'Baclofen: infant exposure through milk',
    blocks: [
      paragraph(`Milk level ${formatQuantity(plan.milk)}.`),
      exposureTable(plan.exposures),
      ...relative(plan),
      comparisonTable(plan),
      ...statementSection('Watch the infant', [...plan.monitoring, plan.neverStop]),
      ...disagreementBlocks([], plan.disagreements),
    ],
  };
}

const kinds: Readonly<Record<Exposure['kind'], string>> = {
  asked: 'as asked',
  standard: 'standard',
  cautious: 'cautious',
};

function exposureTable(exposures: readonly Exposure[]): Table {
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
      text(formatQuantity(infantDose)),
      ...(dailyDose ? [text(formatQuantity(dailyDose))] : []),
      ...relativeInfantDose.map(({ value }) => text(formatQuantity(value))),
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

function comparisonTable({ comparisons, infantDose }: InfantExposurePlan): Table {
  return {
    kind: 'table',
    head: ['Compared with', 'That dose', `Share at ${formatQuantity(infantDose)}`],
    rows: comparisons.map(({ name, dose, share, citations }) => [
      text(name, citations),
      text(formatQuantity(dose)),
      text(formatQuantity(share)),
    ]),
  };
}

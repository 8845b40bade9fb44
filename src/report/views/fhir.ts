import type { Piece } from '../../core/answer/piece.js';
import { type Product, productOf } from '../../core/doses/product.js';
import type { Administration, TimeOfDay } from '../../core/doses/schedule.js';
import { tidy } from '../../core/values/quantity.js';
import { formatDate } from '../date.js';
import { formatPiece, intervalWords } from '../dose.js';
import { formatNumber } from '../number.js';
import { noticeMessage, severityNames } from '../wording/notices.js';
import { evidenceOf, type ViewContext } from './context.js';
import { planId, planUuid } from './identity.js';
import { isOpen, type PlannedDoses, type PlannedStep, productsUsed } from './plan.js';
import { dateWords, daySig, dayWords } from './words.js';

const ucum = 'http://unitsofmeasure.org';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';

/**
 * A FHIR R4 Bundle: one MedicationRequest a product, drafts and proposals for a clinician to take over or not.
 * Steps follow one another by `sequence`; instructions of one sequence hold at once, each for its own times of day.
 */
export function fhirBundle(plan: PlannedDoses, context: ViewContext) {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: productsUsed(plan).map((id) => ({
      fullUrl: `urn:uuid:${planUuid(plan, id)}`,
      resource: medicationRequest(plan, productOf(id, context.products), context),
    })),
  };
}

function medicationRequest(plan: PlannedDoses, product: Product, context: ViewContext) {
  const total = plan.dispense.find((piece) => piece.product === product.id);
  return {
    resourceType: 'MedicationRequest',
    id: planUuid(plan, product.id),
    status: 'draft',
    intent: 'proposal',
    groupIdentifier: { value: planId(plan) },
    medicationCodeableConcept: {
      ...(product.rxnorm && { coding: [{ system: rxnorm, code: product.rxnorm.code }] }),
      text: `baclofen ${product.name}`,
    },
    subject: { display: plan.name ?? 'Patient not named' },
    note: notes(plan, context).map((text) => ({ text })),
    dosageInstruction: plan.steps.flatMap((step, index) =>
      instructions(plan, step, index + 1, product, context.products),
    ),
    ...(total && {
      dispenseRequest: {
        quantity: dispensed(total, product),
        expectedSupplyDuration: { value: plan.supplyDays, unit: 'days', system: ucum, code: 'd' },
      },
    }),
  };
}

function notes(plan: PlannedDoses, context: ViewContext): string[] {
  const { notices, wording, footer } = context;
  const next = `day ${formatNumber(plan.nextDay)}${plan.nextDate ? ` (${formatDate(plan.nextDate)})` : ''}`;
  return [
    ...evidenceOf(plan, context),
    `${plan.title}. ${plan.goesOn ? 'The last step goes on until it is changed.' : `None from ${next} on.`}`,
    ...notices.map((each) => `${severityNames[each.severity]}: ${noticeMessage(each, wording)}`),
    footer,
  ];
}

const whenCodes: Readonly<Record<TimeOfDay, string>> = {
  morning: 'MORN',
  midday: 'NOON',
  evening: 'EVE',
  bedtime: 'HS',
};

/** The part of a dose that one product makes up. */
interface Part {
  readonly milligrams: number;
  readonly piece: Piece;
  readonly time: TimeOfDay;
}

/** One instruction for each different dose of a step; those of a step share its sequence. */
function instructions(
  plan: PlannedDoses,
  step: PlannedStep,
  sequence: number,
  product: Product,
  products: readonly Product[],
) {
  const parts = step.doses.flatMap((dose) => partOf(dose, product));
  const amounts = [...new Set(parts.map(({ milligrams }) => milligrams))];
  const dates = dateWords(plan, step);
  const days = `${dayWords(plan, step)}${dates === '' ? '' : ` (${dates})`}`;
  return amounts.map((milligrams) => {
    const same = parts.filter((part) => part.milligrams === milligrams);
    const [first] = same;
    return {
      sequence,
      text: `Step ${sequence}, ${days}, the whole day: ${daySig(step, products)}. This instruction: ${first ? formatPiece(first.piece, products) : ''} (${formatNumber(milligrams)} mg), ${often(step, same)}.`,
      timing: {
        repeat: {
          ...bounds(plan, step),
          ...rhythm(step, same),
        },
      },
      route: { text: 'by mouth' },
      doseAndRate: [{ doseQuantity: { value: milligrams, unit: 'mg', system: ucum, code: 'mg' } }],
    };
  });
}

/** How often in words: the interval, else the times of day. */
function often({ everyHours }: PlannedStep, parts: readonly Part[]): string {
  return everyHours === undefined ? parts.map(({ time }) => time).join(', ') : intervalWords(everyHours);
}

/** One dose every so many hours, or doses at times of the day. */
function rhythm({ everyHours }: PlannedStep, parts: readonly Part[]) {
  if (everyHours === 24) return { frequency: 1, period: 1, periodUnit: 'd' };
  if (everyHours !== undefined) return { frequency: 1, period: everyHours, periodUnit: 'h' };
  return {
    frequency: parts.length,
    period: 1,
    periodUnit: 'd',
    when: parts.map(({ time }) => whenCodes[time]),
  };
}

function partOf({ make, time }: Administration, product: Product): Part[] {
  return make
    .filter((piece) => piece.product === product.id)
    .map((piece) => ({ piece, time, milligrams: milligramsOf(piece, product) }));
}

function milligramsOf(piece: Piece, product: Product): number {
  if ('count' in piece && product.kind === 'solid') return tidy(piece.count * product.strength.value);
  if ('volume' in piece && product.kind === 'liquid') return tidy(piece.volume.value * product.concentration.value);
  throw new Error(`${product.id} is not given as this piece says`);
}

/** Dates where there are some, else how long; a step that goes on has a start and no end. */
function bounds(plan: PlannedDoses, step: PlannedStep) {
  const open = isOpen(plan, step);
  if (step.fromDate !== undefined && step.toDate !== undefined) {
    return { boundsPeriod: { start: step.fromDate, ...(!open && { end: step.toDate }) } };
  }
  if (open) return {};
  return { boundsDuration: { value: step.toDay - step.fromDay + 1, unit: 'days', system: ucum, code: 'd' } };
}

function dispensed(total: Piece, product: Product) {
  if ('volume' in total) return { value: total.volume.value, unit: 'mL', system: ucum, code: 'mL' };
  return { value: total.count, unit: product.form };
}

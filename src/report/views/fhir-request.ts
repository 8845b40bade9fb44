import type { Piece } from '../../core/answer/piece.js';
import type { Product } from '../../core/doses/product.js';
import { formatDate } from '../date.js';
import { formatNumber } from '../number.js';
import { severityNames } from '../wording/notices.js';
import { evidenceOf, type ViewContext } from './context.js';
import { dosages } from './fhir-dosage.js';
import { narrative } from './fhir-narrative.js';
import { noticeWords } from './off-screen.js';
import type { PlannedDoses } from './plan.js';
import { ceilingWords, prescriptionWords, syringeWords } from './prescription-words.js';
import { signWords } from './sheet-words.js';

const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';

/** Names that are given with --plan-id; "invalid" is a domain that nobody can own. */
export const planSystem = 'https://baclofen.invalid/plan';

/** What requests of one plan have in common: its name, or one that no other plan has. */
export function groupValue({ options: { planId }, making }: ViewContext): string {
  return planId ?? making.uuid();
}

/** The part of a plan that one product makes up, as a draft of an order. */
export function medicationRequest(plan: PlannedDoses, product: Product, group: string, context: ViewContext) {
  const { planId } = context.options;
  const total = plan.dispense.find((piece) => piece.product === product.id);
  const dosageInstruction = dosages(plan, product, context);
  const evidence = evidenceOf(plan, context);
  const notes = notesOf(plan, context);
  return {
    resourceType: 'MedicationRequest',
    text: narrative(
      plan,
      product,
      evidence,
      dosageInstruction.map(({ text }) => text),
      notes,
    ),
    ...(planId !== undefined && { identifier: [{ system: planSystem, value: `${planId}/${product.id}` }] }),
    status: 'draft',
    intent: 'proposal',
    medicationCodeableConcept: {
      coding: [
        ...(product.rxnorm ? [{ system: rxnorm, code: product.rxnorm.code }] : []),
        { system: context.codes.drug.system, code: context.codes.drug.code },
      ],
      text: `baclofen ${product.name}`,
    },
    subject: {
      ...(plan.subject !== undefined && { reference: plan.subject }),
      ...((plan.name !== undefined || plan.subject === undefined) && { display: plan.name ?? 'Patient not named' }),
    },
    groupIdentifier: { system: planSystem, value: group },
    note: [...evidence, ...notes].map((text) => ({ text })),
    dosageInstruction,
    ...(total && {
      dispenseRequest: {
        quantity: dispensed(total, product),
        expectedSupplyDuration: {
          value: plan.supplyDays,
          unit: 'days',
          system: 'http://unitsofmeasure.org',
          code: 'd',
        },
      },
    }),
  };
}

function notesOf(plan: PlannedDoses, context: ViewContext): string[] {
  const { notices, footer } = context;
  const next = `day ${formatNumber(plan.nextDay)}${plan.nextDate ? ` (${formatDate(plan.nextDate)})` : ''}`;
  return [
    `${plan.title}. ${plan.goesOn ? 'The last step goes on until it is changed.' : `None from ${next} on.`}`,
    ...ceilingWords(plan),
    ...prescriptionWords(plan, context),
    ...syringeWords(plan, context),
    ...signWords(plan, context),
    ...notices.map((each) => `${severityNames[each.severity]}: ${noticeWords(each, context)}`),
    footer,
  ];
}

function dispensed(total: Piece, product: Product) {
  if ('volume' in total) {
    return { value: total.volume.value, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' };
  }
  return { value: total.count, unit: product.form };
}

import { type Product, productOf } from '../core/doses/product.js';
import type { SwitchPlan, SwitchRequest, SwitchSide } from '../core/switch/types.js';
import type { AnswerContext } from './answer.js';
import { formatDate } from './date.js';
import { counted, dispenseSentence, doseLines, formatPiece, onlyLines } from './dose.js';
import { formatQuantity } from './quantity.js';
import { detail, paragraph, type Report, statementSection, type Table, text, typeLine } from './report.js';
import { nameLine } from './schedule.js';
import { commandLine } from './wording/command-line.js';
import { patientWords } from './wording/patient.js';
import { spokenTo } from './wording/tell.js';

/** A switch for a clinician: both bottles side by side, the old amount of the new one, and what to do at home. */
export function presentSwitch(plan: SwitchPlan, request: SwitchRequest, { products, brief }: AnswerContext): Report {
  const who = patientWords(request.patient, brief, plan.deciding);
  const [old, fresh] = [plan.old, plan.new].map((side) => productAt(side, products).kind);
  const mixed = old !== fresh;
  const liquid = fresh === 'liquid';
  return {
    title: `Baclofen switch, oral${who && `, ${who}`}: ${doseLines(plan.new.doses).join(', ')}`,
    blocks: [
      ...nameLine(request.name),
      ...plan.next.map((line) => typeLine('First down', commandLine(line))),
      bottles(plan, products),
      paragraph(
        [
          `The dose stays ${formatQuantity(plan.dailyDose)}${from(plan)}, and goes on until it is changed.`,
          dispenseSentence(plan, products),
        ]
          .filter(Boolean)
          .join(' '),
        plan.citations,
      ),
      paragraph(`Tell the ${spokenTo(request.patient, brief)}: ${plan.atHome.map((each) => each.text).join(' ')}`),
      ...(plan.excipients ? [paragraph(plan.excipients.text, plan.excipients.citations)] : []),
      ...(mixed ? [paragraph(plan.sameDose.text, plan.sameDose.citations)] : []),
      ...(liquid
        ? [
            paragraph(
              `Strengths differ: ${plan.standards
                .slice(0, 2)
                .map((each) => each.text)
                .join(' ')}`,
            ),
          ]
        : []),
      ...detail([
        ...(mixed ? [] : [paragraph(plan.sameDose.text, plan.sameDose.citations)]),
        ...statementSection('What is published', plan.standards),
      ]),
    ],
  };
}

/** What a switch is called on a sheet, which names no patient. */
export function switchTitle(plan: SwitchPlan, products: readonly Product[]): string {
  return `Baclofen from a new product: ${doseLines(plan.new.doses).join(', ')}, ${productAt(plan.new, products).name}`;
}

/** What everyone who gives or takes the doses reads first. */
export function switchRemarks(plan: SwitchPlan, products: readonly Product[]): string[] {
  const [old, fresh] = [productAt(plan.old, products), productAt(plan.new, products)];
  return [
    `New product from day 1: ${fresh.name} in place of ${old.name}. The dose in mg is the same.`,
    wrongAmount(plan, products),
    plan.excipients?.text ?? '',
    ...plan.atHome.map((each) => each.text),
  ].filter(Boolean);
}

function from({ schedule: [step] }: SwitchPlan): string {
  return step?.fromDate ? ` from day 1 (${formatDate(step.fromDate)}) on` : ' from day 1 on';
}

/** "Never the old 7 mL of the new bottle: 70 mg and not 7 mg."; "Never 1 tablet of 10 mg in place of 1 tablet of 20 mg". */
function wrongAmount(
  { dose, old, new: fresh, oldAmountOfNew: wrong }: SwitchPlan,
  products: readonly Product[],
): string {
  const [piece] = old.make;
  if (wrong === undefined || wrong.multiple === 1 || piece === undefined) return '';
  const never =
    'volume' in piece
      ? `the old amount (${formatQuantity(piece.volume)}) of the new product`
      : `${counted(piece.count, productAt(fresh, products).name)} in place of ${formatPiece(piece, products)}`;
  return `Never ${never}: that is ${formatQuantity(wrong.dose)} and not ${formatQuantity(dose)}.`;
}

/** The product of a bottle: its id, or the liquid of its strength. */
export function productAt(side: SwitchSide, products: readonly Product[]): Product {
  const [piece] = side.make;
  return productOf('product' in side ? side.product : (piece?.product ?? ''), products);
}

function bottles(plan: SwitchPlan, products: readonly Product[]): Table {
  const row = (which: string, side: SwitchSide) => [
    text(which),
    text(productAt(side, products).name),
    text(eachTime(side, products).join('\n')),
    text(inADay(side, plan, products)),
  ];
  return {
    kind: 'table',
    head: ['Which', 'Product', 'Take each time', 'In a day'],
    rows: [row('old', plan.old), row('new', plan.new)],
  };
}

/** "2 tablets (20 mg)", "7 mL (7 mg)"; the time of day before each where the doses differ. */
function eachTime(side: SwitchSide, products: readonly Product[]): string[] {
  const product = productAt(side, products);
  const lines = onlyLines(side.doses, product);
  const doses = lines.length === 1 ? side.doses.slice(0, 1) : side.doses;
  return lines.map((line, index) => {
    const each = doses[index];
    const mg = product.kind === 'solid' && each ? ` (${formatQuantity(each.dose)})` : '';
    return `${line}${mg}${lines.length > 1 && each ? ` ${each.time}` : ''}`;
  });
}

function inADay(side: SwitchSide, { dailyDose }: SwitchPlan, products: readonly Product[]): string {
  const product = productAt(side, products);
  const mg = { value: dailyDose.value, unit: 'mg' as const };
  const [line = ''] = onlyLines([{ time: 'morning', dose: mg, make: side.perDay }], product);
  return product.kind === 'solid' ? `${line} (${formatQuantity(mg)})` : line;
}

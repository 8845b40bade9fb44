import type { WrittenAmount, WrittenStep } from '../../core/check/types.js';
import { daysBetween } from '../../core/values/calendar.js';
import { quantity, tidy } from '../../core/values/quantity.js';
import { printable } from '../flags/printable.js';
import { plainUnit } from '../typed/unit.js';
import { countsTablets, type Drug, liquidStrength, strengthOf } from './drug.js';
import { momentOf } from './moment.js';
import { hasContent, type Node, nodeOf, nodesOf, textOf } from './node.js';
import { type HoursOfDay, type Rhythm, rhythmOf } from './timing.js';

/** An instruction of an order, and the drug that it is for. */
export interface WrittenLine {
  readonly dosage: Node;
  readonly drug: Drug;
  /** Its number in the sequence; NaN where it has none, and is not the only one. */
  readonly at: number;
}

export function linesOf(dosages: readonly Node[], drug: Drug): readonly WrittenLine[] {
  return dosages.map((dosage, index) => ({
    dosage,
    drug,
    at: typeof dosage.sequence === 'number' ? dosage.sequence : index === 0 ? 0 : Number.NaN,
  }));
}

/** Lines with one number in the sequence are taken side by side, others one after the other. */
export function stepsOf(lines: readonly WrittenLine[], hours: HoursOfDay): readonly WrittenStep[] | undefined {
  if (lines.length === 0 || lines.some(({ at }) => Number.isNaN(at))) return undefined;
  const places = [...new Set(lines.map(({ at }) => at))].sort((a, b) => a - b);
  const read = places.map((place) => {
    const [first, ...others] = lines.filter(({ at }) => at === place).map((line) => stepOf(line, hours));
    return others.length === 0 ? first?.step : together([first, ...others]);
  });
  return read.every((each) => each !== undefined) ? read : undefined;
}

/** Whether steps are counted through, and each ends where the next one begins: all but the last say how long they are. */
export function arePlaced(lines: readonly WrittenLine[]): boolean {
  const last = Math.max(...lines.map(({ at }) => at));
  return lines.every(
    ({ dosage, at }) =>
      typeof dosage.sequence === 'number' &&
      (at === last || daysOf(nodeOf(nodeOf(dosage.timing)?.repeat)) !== undefined),
  );
}

/** What is taken at one time of day is one dose, whatever it is made of. */
function together(read: readonly (ReadLine | undefined)[]): WrittenStep | undefined {
  const doses = new Map<string, WrittenAmount>();
  for (const line of read) {
    const dose = line?.step.dose;
    if (line === undefined || dose === undefined || !('each' in dose)) return undefined;
    for (let index = 0; index < dose.timesDaily; index += 1) {
      const at = `${line.times?.[index]?.key ?? doses.size} ${dose.each.unit}`;
      doses.set(at, { ...dose.each, value: tidy((doses.get(at)?.value ?? 0) + dose.each.value) });
    }
  }
  const [first] = read;
  return {
    dose: { doses: [...doses.values()] },
    ...(first?.step.days && { days: first.step.days }),
    ...(first?.step.strength && { strength: first.step.strength }),
  };
}

interface ReadLine {
  readonly step: WrittenStep;
  readonly times: Rhythm['times'];
}

/** One line: an amount, so often a day, for so long; undefined where one of them is not in numbers. */
function stepOf({ dosage, drug }: WrittenLine, hours: HoursOfDay): ReadLine | undefined {
  if (dosage.asNeededBoolean === true || hasContent(dosage.asNeededCodeableConcept)) return undefined;
  const rates = nodesOf(dosage.doseAndRate);
  const [amount, ...others] = (rates.length > 0 ? rates : [dosage]).map((each) =>
    amountOf(nodeOf(each.doseQuantity), drug),
  );
  // Ordered, calculated and given are one dose where they agree.
  const isOne = others.every(
    (each, index) => hasContent(rates[index + 1]?.type) && JSON.stringify(each) === JSON.stringify(amount),
  );
  const rhythm = rhythmOf(dosage.timing, hours);
  if (amount === undefined || !isOne || typeof rhythm === 'string') return undefined;
  const days = daysOf(nodeOf(nodeOf(dosage.timing)?.repeat));
  const strength = liquidStrength(drug);
  const step = {
    dose: { each: amount, timesDaily: rhythm.timesDaily },
    ...(days !== undefined && { days: quantity(days, 'd') }),
    ...(amount.unit === 'mL' && strength !== undefined && { strength: quantity(strength, 'mg/mL') }),
  };
  return { step, times: rhythm.times };
}

const spelled: ReadonlyMap<string, string> = new Map([
  ['ug', 'mcg'],
  ['ml', 'mL'],
]);

/** In the unit as written; tablets in mg where the name of the drug has one strength. */
function amountOf(part: Node | undefined, drug: Drug): WrittenAmount | undefined {
  if (part === undefined || typeof part.value !== 'number' || part.value < 0) return undefined;
  if (hasContent(part.comparator) && part.comparator !== '=') return undefined;
  const written = textOf(part.code) ?? textOf(part.unit);
  if (written === undefined) return undefined;
  const unit = plainUnit(written);
  const strength = strengthOf(drug);
  if (countsTablets(part) && strength !== undefined) return { value: tidy(part.value * strength), unit: 'mg' };
  return { value: part.value, unit: unit === 'mg' ? 'mg' : (spelled.get(unit) ?? printable(written)) };
}

/** For how many days a line holds. */
function daysOf(repeat: Node | undefined): number | undefined {
  const duration = lengthOf(nodeOf(repeat?.boundsDuration));
  if (duration !== undefined) return duration;
  const period = nodeOf(repeat?.boundsPeriod);
  const [start, end] = [period?.start, period?.end].map((each) => momentOf(textOf(each) ?? ''));
  return start && end ? daysBetween(start.from, end.to) + 1 : undefined;
}

export function lengthOf(part: Node | undefined): number | undefined {
  const unit = textOf(part?.code) ?? textOf(part?.unit) ?? '';
  const each = /^d(?:ays?)?$/i.test(unit) ? 1 : /^w(?:k|eeks?)?$/i.test(unit) ? 7 : undefined;
  return typeof part?.value === 'number' && part.value > 0 && each ? part.value * each : undefined;
}

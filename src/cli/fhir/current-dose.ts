import type { DoseAt, LeftOut, RecordRemark } from '../../core/patient/file.js';
import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { printable } from '../flags/printable.js';
import type { ContentPart } from '../patient/content.js';
import type { Line } from './dosage.js';
import { productStrength } from './drug.js';
import type { Told } from './latest.js';
import { isMisdated, type Order, orderAge, replacedBy } from './order.js';
import { type FhirContext, refused } from './resource.js';

/** A dose at a time of day, or how often a dose is taken where no times are known. */
type Day = { readonly at: readonly Slot[] } | { readonly dose: number; readonly timesDaily: number };

interface Slot extends DoseAt {
  readonly key: string;
}

export interface DoseTold extends Told {
  readonly remarks: readonly RecordRemark[];
}

/** The present dose: what all orders that hold say together, where each says it in numbers. */
export function currentDose(orders: readonly Order[], context: FhirContext): DoseTold {
  const replaced = replacedBy(orders);
  const isReplaced = ({ resource: { id } }: Order) => id !== undefined && replaced.has(id);
  const held = orders.filter((order) => !isReplaced(order));
  const leftOut: LeftOut[] = [
    ...held.flatMap(({ resource: { name: from }, found }): LeftOut[] => {
      if (!('why' in found)) return [];
      const { taken, ...why } = found;
      return [{ part: taken ? 'baclofenNamed' : 'currentDose', from, ...why }];
    }),
    ...orders
      .filter(isReplaced)
      .map(({ resource }): LeftOut => ({ part: 'currentDose', from: resource.name, why: 'replaced' })),
  ];
  const read = held.filter(({ found }) => !('why' in found));
  const untold = { parts: [], remarks: [] };
  if (read.length === 0) return { ...untold, leftOut };
  const from = namesOf(read);
  if (leftOut.some(({ part }) => part === 'baclofenNamed')) {
    return { ...untold, leftOut: [...leftOut, { part: 'baclofenNamed', from, why: 'several' }] };
  }
  const day = dayOf(read);
  if (day === undefined) return { ...untold, leftOut: [...leftOut, { part: 'baclofenNamed', from, why: 'several' }] };
  const reported = read.filter((each) => each.reported);
  return {
    parts: [partOf(read, day, from, context)],
    leftOut,
    remarks: reported.map(({ resource }) => ({ what: 'reported', from: resource.name })),
  };
}

function namesOf(orders: readonly Order[]): string {
  const names = orders.map(({ resource }) => resource.name);
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
}

/** Requests together, and statements together; where there are both, they have to say the same. */
function dayOf(orders: readonly Order[]): Day | undefined {
  const kinds = [
    orders.filter(({ resource }) => resource.type === 'MedicationRequest'),
    orders.filter(({ resource }) => resource.type !== 'MedicationRequest'),
  ].filter((kind) => kind.length > 0);
  const days = kinds.map(togetherOf);
  const [first, second] = days;
  if (first === undefined || days.includes(undefined)) return undefined;
  return second === undefined || sameDay(first, second) ? first : undefined;
}

/** One order as it is; several where each says its times of day, and no time twice but within one plan. */
function togetherOf(orders: readonly Order[]): Day | undefined {
  const lines = orders.flatMap(({ found, group }) => ('why' in found ? [] : found.map((line) => ({ line, group }))));
  const [first, ...others] = lines;
  if (first === undefined) return undefined;
  if (others.length === 0) return ofLine(first.line);
  const slots = lines.map(({ line, group }) => ({ slots: slotsOf(line), group }));
  if (slots.some((each) => each.slots === undefined)) return undefined;
  const all = slots.flatMap(({ slots: at, group }) => (at ?? []).map((slot) => ({ slot, group })));
  const onePlan = first.group !== undefined && orders.length > 1 && orders.every(({ group }) => group === first.group);
  const distinct =
    onePlan || all.every((one, index) => all.slice(index + 1).every((other) => !collide(one.slot, other.slot)));
  return distinct ? { at: merged(all.map(({ slot }) => slot)) } : undefined;
}

/** The same time, or one of two ways to write a time of the same part of the day. */
function collide(one: Slot, other: Slot): boolean {
  const clocks = [one, other].filter(({ key }) => key.includes(':')).length;
  return (
    one.key === other.key || (clocks === 1 && one.time === other.time) || (clocks === 0 && one.time === other.time)
  );
}

function merged(slots: readonly Slot[]): Slot[] {
  const byKey = new Map<string, Slot>();
  for (const slot of slots) {
    const before = byKey.get(slot.key)?.dose.value ?? 0;
    byKey.set(slot.key, { ...slot, dose: quantity(tidy(before + slot.dose.value), 'mg') });
  }
  return [...byKey.values()].sort((one, other) => order.indexOf(one.time) - order.indexOf(other.time));
}

const order: readonly DoseAt['time'][] = ['morning', 'midday', 'evening', 'bedtime'];

function slotsOf({ dose, rhythm }: Line): Slot[] | undefined {
  return rhythm.times?.map(({ key, time }) => ({ key, time, dose: quantity(dose, 'mg') }));
}

function ofLine(line: Line): Day {
  const at = slotsOf(line);
  return at ? { at: merged(at) } : { dose: line.dose, timesDaily: line.rhythm.timesDaily };
}

function totalOf(day: Day): number {
  if (!('at' in day)) return tidy(day.dose * day.timesDaily);
  return tidy(day.at.reduce((sum, { dose }) => sum + dose.value, 0));
}

/** The dose of each time, where all are alike. */
function evenOf(day: Day): { readonly dose: number; readonly timesDaily: number } | undefined {
  if (!('at' in day)) return day;
  const [first] = day.at;
  const even = first !== undefined && day.at.every(({ dose }) => dose.value === first.dose.value);
  return even && day.at.length <= 4 ? { dose: first.dose.value, timesDaily: day.at.length } : undefined;
}

function sameDay(one: Day, other: Day): boolean {
  return totalOf(one) === totalOf(other) && JSON.stringify(evenOf(one)) === JSON.stringify(evenOf(other));
}

function partOf(orders: readonly Order[], day: Day, from: string, context: FhirContext): ContentPart {
  const oldest = [...orders].sort((a, b) => (orderAge(b, context.today) ?? -1) - (orderAge(a, context.today) ?? -1));
  const undated = orders.some(({ at }) => at === undefined);
  const [first] = oldest;
  const old = first && !undated ? orderAge(first, context.today) : undefined;
  const even = evenOf(day);
  const misdated = orders.find((each) => isMisdated(each, context));
  const value: Quantity<'mg'> | Quantity<'mg/d'> = even ? quantity(even.dose, 'mg') : quantity(totalOf(day), 'mg/d');
  return {
    part: 'currentDose',
    from,
    ...(first?.at !== undefined && !undated && { date: first.at.slice(0, 10) }),
    ...(old !== undefined && { old: quantity(old, 'd') }),
    ...(even && { timesDaily: even.timesDaily }),
    dailyDose: quantity(totalOf(day), 'mg/d'),
    ...strengthIn(orders),
    ...('at' in day && fitsTheDay(day.at) && { doses: day.at.map(({ time, dose }) => ({ time, dose })) }),
    value: () => {
      if (misdated === undefined) return value;
      const what = `with the date "${printable(misdated.at ?? '').slice(0, 30)}" of ${misdated.resource.name}`;
      throw refused(context, what, 'orders dated up to today');
    },
  };
}

/** What all of them are taken as, where that is one thing. */
function strengthIn(orders: readonly Order[]): Pick<ContentPart, 'strength' | 'packet'> {
  const [first, ...others] = orders.map(({ drug }) => productStrength(drug));
  const same = others.every((each) => JSON.stringify(each) === JSON.stringify(first));
  return first && same ? first : {};
}

/** Each of the four times of day at most once. */
function fitsTheDay(slots: readonly Slot[]): boolean {
  return new Set(slots.map(({ time }) => time)).size === slots.length;
}

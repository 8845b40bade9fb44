/** A bundle as a program that knows FHIR and not this tool reads it. */
interface Dosage {
  readonly sequence: number;
  readonly timing: {
    readonly repeat: {
      readonly boundsPeriod?: { readonly start: string; readonly end?: string };
      readonly boundsDuration?: { readonly value: number; readonly code: string };
      readonly frequency: number;
      readonly period: number;
      readonly periodUnit: string;
    };
  };
  readonly doseAndRate: readonly { readonly doseQuantity: { readonly value: number; readonly code: string } }[];
}

interface Bundle {
  readonly entry: readonly { readonly resource: { readonly dosageInstruction: readonly Dosage[] } }[];
}

const dayLength: Readonly<Record<string, number>> = { h: 1 / 24, d: 1 };

/** mg in a day while an instruction holds. */
function daily({ timing: { repeat }, doseAndRate }: Dosage): number {
  const [rate] = doseAndRate;
  if (rate?.doseQuantity.code !== 'mg' || doseAndRate.length !== 1) throw new Error('no mg');
  const length = repeat.period * (dayLength[repeat.periodUnit] ?? Number.NaN);
  return (rate.doseQuantity.value * repeat.frequency) / length;
}

/** From which day to which an instruction holds: by its dates, else after all that stand before it in its request. */
function span(dosage: Dosage, all: readonly Dosage[], start: string | undefined): readonly [number, number] {
  const { boundsPeriod, boundsDuration } = dosage.timing.repeat;
  if (boundsPeriod !== undefined) {
    const dayOf = (date: string) => (Date.parse(date) - Date.parse(start ?? '')) / 86_400_000 + 1;
    return [
      dayOf(boundsPeriod.start),
      boundsPeriod.end === undefined ? Number.POSITIVE_INFINITY : dayOf(boundsPeriod.end),
    ];
  }
  const before = new Map(all.filter(({ sequence }) => sequence < dosage.sequence).map((each) => [each.sequence, each]));
  const days = [...before.values()].map((each) => each.timing.repeat.boundsDuration?.value ?? Number.NaN);
  const from = days.reduce((sum, length) => sum + length, 1);
  return [from, boundsDuration === undefined ? Number.POSITIVE_INFINITY : from + boundsDuration.value - 1];
}

/** mg on each day from the first, out of the bundle alone; `start` is the date of day 1 where the plan has one. */
export function doseOfDays({ entry }: Bundle, days: number, start: string | undefined): number[] {
  const instructions = entry.flatMap(({ resource: { dosageInstruction } }) =>
    dosageInstruction.map((each) => ({ mg: daily(each), span: span(each, dosageInstruction, start) })),
  );
  return Array.from({ length: days }, (_, index) => {
    const holding = instructions.filter(({ span: [from, to] }) => from <= index + 1 && index + 1 <= to);
    return Number(holding.reduce((sum, { mg }) => sum + mg, 0).toFixed(6));
  });
}

import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { clean, type ReadDose, type ReadStep } from './plan.js';
import { type Reading, readSheetRow, readSig } from './text-views.js';
import { number, readDates, readPieces, readTaken } from './words.js';

const words = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ').trim();

type Row = ReturnType<ReturnType<typeof parseHTML>['document']['createElement']>;

export interface HtmlReading extends Reading {
  /** What each day of the calendar says: its date, and what to tick. */
  readonly days: readonly { day: number; date: string | undefined; make: Record<string, Record<string, number>> }[];
}

export function readHtml(text: string): HtmlReading {
  const { document } = parseHTML(text);
  const cells = (row: Row) =>
    [...row.children].map((cell) =>
      words([...cell.childNodes].map((node) => (node.nodeName === 'BR' ? '\n' : node.textContent)).join('')),
    );
  const [table, calendar] = document.querySelectorAll('table');
  const head = [...(table?.querySelectorAll('thead th') ?? [])].map((cell) => words(cell.textContent));
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
  // As cards the cells carry the heads themselves.
  for (const row of rows) {
    const labels = [...row.querySelectorAll('td')].map((cell) => words(cell.getAttribute('data-label')));
    if (labels.join() !== head.slice(1).join()) throw new Error(`a card says ${labels.join()}`);
  }
  const dosed = rows.map(cells).filter((row) => row.at(-1) !== 'none');
  const get = [...document.querySelectorAll('p')]
    .map((each) => words(each.textContent))
    .find((each) => each.startsWith('You get'));
  // Where all doses are made of one product it is named once above the calendar.
  const only = [...document.querySelectorAll('p')]
    .map((each) => /^Each dose is made of: (.*)\.$/.exec(words(each.textContent))?.[1])
    .find((each) => each !== undefined);
  const product = only && Object.keys(readPieces(`1 ${only}`))[0];
  return {
    steps: dosed.map((row) => readSheetRow(head, row)),
    dates: dosed.map(([when = '']) => readDates(when)),
    dispense: readPieces(/^You get (.*), enough for/.exec(get ?? '')?.[1] ?? ''),
    days: [...(calendar?.querySelectorAll('td:not(.none)') ?? [])].map((cell) => ({
      day: number(/Day ([\d,]+)/.exec(words(cell.textContent))?.[1] ?? ''),
      date: cell.querySelector('time')?.getAttribute('datetime') ?? undefined,
      make: Object.fromEntries(
        [...cell.querySelectorAll('li')].map((item) => {
          const time = words(item.querySelector('b')?.textContent);
          const taken = words(item.textContent).slice(time.length);
          return [time.toLowerCase(), readPieces(/ mL /.test(taken) && only ? `${taken} of ${only}` : taken, product)];
        }),
      ),
    })),
  };
}

/** Steps by date, as a calendar program shows them; the last event is the day after, one asks for the next supply. */
export function readIcs(text: string) {
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
  const dated = events.map(({ startDate, endDate, summary, description }) => ({
    from: startDate.toString(),
    end: endDate.toString(),
    summary,
    description,
  }));
  const isSupply = ({ summary }: (typeof dated)[number]) => summary.includes('next supply');
  return {
    supply: dated.find(isSupply),
    events: dated
      .slice(0, -1)
      .filter((each) => !isSupply(each))
      .map(({ from, end, summary, description }) => {
        const [, daily = '', what = ''] = /^Baclofen ([\d.,]+) mg per day: (.*)$/.exec(summary) ?? [];
        const lines = description
          .split('\n')
          .filter((line) => / (?:in the|at) (?:morning|midday|evening|bedtime)$/.test(line));
        const parts = lines.map((line) => /^(.*) (?:in the|at) (\w+)$/.exec(line) ?? []);
        return {
          from,
          end,
          daily: number(daily),
          summary: readSig(what),
          description: Object.fromEntries(parts.map(([, taken = '', time = '']) => [time, readTaken(taken)])) as Record<
            string,
            ReadDose
          >,
        };
      }),
    after: dated.at(-1),
  };
}

interface Instruction {
  readonly sequence: number;
  readonly text: string;
  readonly timing: {
    readonly repeat: {
      readonly boundsPeriod?: { readonly start: string; readonly end?: string };
      readonly boundsDuration?: { readonly value: number; readonly code: string };
      readonly frequency: number;
      readonly period: number;
      readonly periodUnit: string;
      readonly when: readonly string[];
    };
  };
  readonly doseAndRate: readonly { readonly doseQuantity: { readonly value: number; readonly code: string } }[];
}

interface Request {
  readonly resourceType: string;
  readonly id: string;
  readonly status: string;
  readonly intent: string;
  readonly subject: { readonly display: string };
  readonly medicationCodeableConcept: { readonly text: string };
  readonly dosageInstruction: readonly Instruction[];
  readonly dispenseRequest?: {
    readonly quantity: { readonly value: number; readonly unit: string };
    readonly expectedSupplyDuration: { readonly value: number; readonly code: string };
  };
}

/** "baclofen oral solution of 1 mg per mL" is solution-1. */
function productNamed(text: string): string {
  const [, form = '', strength] =
    /^baclofen (?:oral )?(tablet|granule|solution|suspension)(?: packet)? of ([\d.]+) mg/.exec(text) ?? [];
  return `${form === 'granule' ? 'granules' : form}-${strength}`;
}

const times: Readonly<Record<string, string>> = { MORN: 'morning', NOON: 'midday', EVE: 'evening', HS: 'bedtime' };

/** mg by product, step and time of day out of a Bundle, its structure checked on the way. */
export function readFhir(text: string) {
  const bundle = JSON.parse(text);
  if (bundle.resourceType !== 'Bundle' || bundle.type !== 'collection') throw new Error('no Bundle');
  const urls = bundle.entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl);
  if (new Set(urls).size !== urls.length) throw new Error('two entries of one fullUrl');
  return (bundle.entry as { fullUrl: string; resource: Request }[]).map(({ fullUrl, resource }) => {
    const { resourceType, id, status, intent, subject, medicationCodeableConcept, dosageInstruction, dispenseRequest } =
      resource;
    if (!/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fullUrl) || fullUrl !== `urn:uuid:${id}`)
      throw new Error(fullUrl);
    if (resourceType !== 'MedicationRequest' || status !== 'draft' || intent !== 'proposal' || !subject)
      throw new Error('no draft');
    return {
      product: productNamed(medicationCodeableConcept.text),
      quantity: dispenseRequest?.quantity.value,
      supplyDays: dispenseRequest?.expectedSupplyDuration.value,
      instructions: dosageInstruction.map(readInstruction),
    };
  });
}

function readInstruction({ sequence, timing: { repeat }, doseAndRate: [rate] }: Instruction) {
  if (repeat.period !== 1 || repeat.periodUnit !== 'd' || repeat.frequency !== repeat.when.length)
    throw new Error('no daily timing');
  if (rate?.doseQuantity.code !== 'mg') throw new Error('no mg');
  if (repeat.boundsDuration && repeat.boundsDuration.code !== 'd') throw new Error('no days');
  return {
    sequence,
    start: repeat.boundsPeriod?.start,
    end: repeat.boundsPeriod?.end,
    days: repeat.boundsDuration?.value,
    mg: rate.doseQuantity.value,
    times: repeat.when.map((code) => times[code] ?? code),
  };
}

/** mg by time of day of one step, over all requests. */
export function dosesInFhir(requests: ReturnType<typeof readFhir>, sequence: number): Record<string, number> {
  const doses: Record<string, number> = {};
  for (const { instructions } of requests) {
    for (const { sequence: step, mg, times: at } of instructions) {
      if (step === sequence) for (const time of at) doses[time] = clean((doses[time] ?? 0) + mg);
    }
  }
  return doses;
}

export function mgByTime({ doses }: ReadStep): Record<string, number> {
  return Object.fromEntries(Object.entries(doses).map(([time, { mg }]) => [time, mg]));
}

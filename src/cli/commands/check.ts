import { check as calculated } from '../../calculations/check.js';
import { checkFields } from '../../contract/fields/check.js';
import type { CheckPlan, CheckRequest, WrittenOrder, WrittenStep } from '../../core/check/types.js';
import { doseTaken } from '../../core/doses/record-dose.js';
import type { PatientFile } from '../../core/patient/file.js';
import { InputError } from '../../core/values/input-error.js';
import type { Parameters } from '../../parameters/load.js';
import { cardsOf, unreadCards } from '../../report/cards.js';
import { findingLine, presentCheck, presentFindings } from '../../report/check.js';
import type { Call, Run } from '../command.js';
import { besideFlags } from '../flags/beside.js';
import { productFlags, readCurrentDose } from '../flags/dose.js';
import { fieldFlag, flag, type Given, placed } from '../flags/flag.js';
import { checkOutputFlags } from '../flags/output.js';
import { patientFileFlags, patientFlags } from '../flags/patient.js';
import { readFlags } from '../flags/read.js';
import { mapped, readAmount } from '../flags/reader.js';
import { rulesFlags } from '../flags/rules.js';
import { besideOf } from '../patient/beside.js';
import { patientAndOrders } from '../patient/given.js';
import { orderFrom, pumpIn } from '../patient/order.js';
import { contextOf, deliver, formatOf, printOutcome } from '../print.js';
import { readStrength, readTaken, readWritten } from '../typed/written.js';

const group = 'Order';
const { volume, strength, timesDaily, days, on, supply, quantity, pump } = checkFields;

const stepFlags = {
  dose: flag({
    to: 'dose',
    takes: '<dose>',
    group,
    main: true,
    words: 'as it is written: 20x4, 10-10-20, 60mg/day, 350mcg, 5mLx3, 0',
    read: readWritten,
  }),
  volume: fieldFlag(volume, { to: 'volume', takes: '<mL>', group, main: true }),
  strength: fieldFlag(strength, { to: 'strength', takes: '<mg/mL>', group, main: true, read: readStrength }),
  times: fieldFlag(timesDaily, { to: 'timesDaily', takes: '<number>', group }),
};

const taperFlags = {
  from: flag({ takes: '<dose>', group, words: 'a taper from this dose to none; with `days`', read: readCurrentDose }),
  days: fieldFlag(days, { takes: '<days>', group }),
};

const orderFlags = {
  taking: flag({
    to: 'taking',
    takes: '<dose>',
    group,
    main: true,
    words: 'what was taken before: 0 for nothing, 30 (mg per day), 10x3 or 10-10-20',
    read: readTaken,
  }),
  on: fieldFlag(on, { to: 'on', takes: '<days>', group }),
  also: flag({
    to: 'others',
    takes: '<dose>',
    group,
    words: 'another order by mouth that stands beside it',
    read: (text) => mapped(readWritten(text), (dose): WrittenStep[] => [{ dose }]),
  }),
  pump: fieldFlag(pump, { to: 'pump', group }),
  quantity: fieldFlag(quantity, {
    to: 'quantity',
    takes: '<number>',
    group,
    main: true,
    read: (text) => readAmount(text.replace(/ ?(?:tablets?|packets?)$/i, ''), quantity),
  }),
  supply: fieldFlag(supply, { to: 'supply', takes: '<days>', group }),
};

const flags = {
  ...stepFlags,
  ...orderFlags,
  ...taperFlags,
  ...productFlags,
  ...besideFlags,
  ...patientFlags,
  ...patientFileFlags,
  ...rulesFlags,
  ...checkOutputFlags,
};

export const check = {
  flags,
  examples: [
    ['baclofen check --dose 20x4 --age 76 --crcl 25', 'for this kidney'],
    ['baclofen check --dose 15x3 --taking 10x3 --on 1 --age 45 --crcl 105', 'a rise, after one day'],
    ['baclofen check --volume 7mL --strength 10mg/mL --times 3 --age 4 --weight 16', 'a liquid'],
    ['baclofen check --dose 10x3 --quantity 84 --supply 28 --with oxycodone', 'quantity and another drug'],
    ['baclofen check --from 60 --days 14 --quantity 45', 'the tablets of a taper'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const given = readFlags(flags, raw, shell);
    const { orders = [], ...found } = patientAndOrders(given, call, given.taking ? 'flag instead' : 'taken');
    const patient = withoutDrafts(found);
    const context = contextOf('check', parameters);
    const hooks = formatOf(given) === 'cds-hooks';
    if (hooks && !orders.some(({ draft, steps }) => draft && steps)) {
      return printCards(
        unreadCards(
          orders.filter(({ draft }) => draft),
          context,
        ),
        given,
        shell,
      );
    }
    const request: CheckRequest = {
      ...orderOf(given, orders, patient.patientFile, parameters),
      ...pumpIn(found.patientFile),
      ...placed(orderFlags, given),
      ...placed(productFlags, given),
      ...patient,
      ...besideOf(given, patient.patientFile, parameters),
      ...placed(rulesFlags, given),
    };
    const outcome = calculated(request, parameters);
    const present = formatOf(given) === 'csv' ? presentFindings : presentCheck;
    const draft = orders.find((each) => each.draft && each.steps !== undefined);
    const code = hooks
      ? printCards(cardsOf(outcome, draft?.from, context), given, shell)
      : printOutcome(outcome, present, context, given, shell);
    if (formatOf(given) === 'csv' && outcome.outcome === 'plan') tellFindings(outcome.plan, shell);
    const stops = outcome.outcome === 'plan' && outcome.plan.findings.some(({ level }) => level === 'stop');
    return stops ? 1 : code;
  },
} satisfies Run;

/** A table of numbers has no place for their sentences. */
function tellFindings({ findings }: CheckPlan, shell: Call['shell']): void {
  for (const each of findings.filter(({ level }) => level !== 'note')) shell.err(`${findingLine(each).text}\n`);
}

function printCards(cards: ReturnType<typeof cardsOf>, given: Given<typeof flags>, shell: Call['shell']): number {
  deliver(`${JSON.stringify(cards, null, 2)}\n`, given, shell);
  return 0;
}

/** A draft that is checked is no present dose that was not read. */
function withoutDrafts<G extends { readonly patientFile?: PatientFile }>(given: G): G {
  const { patientFile } = given;
  if (patientFile === undefined) return given;
  return {
    ...given,
    patientFile: {
      ...patientFile,
      leftOut: patientFile.leftOut.filter(({ why }) => why !== 'proposal'),
    },
  };
}

/** One order: a dose, a volume or a taper as typed, else what the record has. */
function orderOf(
  { from, days: long, ...given }: Given<typeof flags>,
  orders: readonly WrittenOrder[],
  file: PatientFile | undefined,
  { products }: Parameters,
): Partial<CheckRequest> {
  const step = placed(stepFlags, given);
  const taken = given.taking ? undefined : doseTaken(file);
  const typed = step.dose !== undefined || step.volume !== undefined;
  if (from || long) {
    if (typed) throw new InputError('from', 'a taper beside a dose', 'one order: `from` with `days`, or `dose`');
    if (from === undefined) throw new InputError('from', 'nothing', 'the dose that the taper begins at, such as 60');
    if (long === undefined) throw new InputError('days', 'nothing', 'the days of the taper, such as 14');
    return { taper: { from, days: long } };
  }
  if (typed) return { steps: [step], ...(taken && { taking: taken }) };
  if (file === undefined) {
    const takes = 'the order: `dose` such as 20x4, or `volume` with `strength`, or `from` with `days`';
    throw new InputError('dose', 'nothing', takes);
  }
  return orderFrom(orders, file, products.products);
}

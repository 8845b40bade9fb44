import type fc from 'fast-check';
import type { Piece } from '../../../src/index.js';
import { findingsOf, type Order } from './check.js';
import { difference, unequal } from './compare.js';
import { down, feeding, kidneys, lifting, order, titration } from './generate.js';
import { type Feeding, infantDose } from './infant-dose.js';
import { checkOf, infantOf, renalOf, stepOf, taperOf, titrationOf } from './program.js';
import { type Kidneys, renal } from './renal.js';
import { type Down, taperDown } from './taper.js';
import { type Asked, type Level, titrate } from './titration.js';

export interface Topic<Request> {
  readonly name: string;
  readonly requests: fc.Arbitrary<Request>;
  readonly compare: (request: Request) => string | undefined;
  readonly answers: (request: Request) => string;
}

const kind = (said: object): string => Object.keys(said)[0] ?? '';

const dispensed = (pieces: readonly Piece[]) =>
  Object.fromEntries(pieces.map((one) => [one.product, 'count' in one ? one.count : one.volume.value]));

const sorted = (one: ReturnType<typeof stepOf>) => ({ ...one, doses: [...one.doses].sort((a, b) => a - b) });

const plain = ({ fromDay, daily, doses }: Level) => ({
  fromDay,
  daily: daily.number(),
  doses: doses.map((one) => one.number()).sort((a, b) => a - b),
});

export const titrationTopic: Topic<Asked> = {
  name: 'titrate',
  requests: titration,
  answers: (request) => kind(titrationOf(request)),
  compare: (request) =>
    difference(titrate(request), titrationOf(request), (model, program) => {
      const steps = program.schedule.map(stepOf).map(sorted);
      const m = model.levels.map(plain);
      return (
        unequal('interval', model.interval, program.interval.value) ??
        unequal(
          'levels',
          m.map(({ fromDay, daily }) => [fromDay, daily]),
          steps.filter(({ doses }) => doses.length > 0).map(({ fromDay, daily }) => [fromDay, daily]),
        ) ??
        unequal('doses', m, steps) ??
        unequal(
          'if needed',
          model.ifNeeded && plain(model.ifNeeded),
          program.ifNeeded && sorted(stepOf(program.ifNeeded)),
        ) ??
        unequal('ceiling', model.ceiling.number(), program.ceiling.dailyDose.value) ??
        unequal('largest dose', model.largest.number(), program.ceiling.dose.value) ??
        unequal('supply', model.supply, program.supply.value) ??
        unequal('dispense', model.dispense, dispensed(program.dispense))
      );
    }),
};

export const liftingTopic: Topic<Asked> = { ...titrationTopic, name: 'titrate --override', requests: lifting };

export const renalTopic: Topic<Kidneys> = {
  name: 'renal',
  requests: kidneys,
  answers: (request) => kind(renalOf(request)),
  compare: (request) =>
    difference(
      renal(request),
      renalOf(request),
      (model, program) =>
        unequal('number', model.number, program.deciding?.value.value) ??
        unequal('band', model.band, program.band.id) ??
        unequal('ceiling', model.ceiling, (program.recommendation as { ceiling?: { value: number } }).ceiling?.value) ??
        unequal(
          'steps',
          model.steps,
          (program.recommendation as { dailyDoses?: { value: number }[] }).dailyDoses?.map(({ value }) => value),
        ) ??
        unequal(
          'interval',
          model.interval,
          (program.recommendation as { interval?: { value: number } }).interval?.value,
        ),
    ),
};

export const infantTopic: Topic<Feeding> = {
  name: 'infant-dose',
  requests: feeding,
  answers: (request) => kind(infantOf(request)),
  compare: (request) =>
    difference(
      { plan: infantDose(request) },
      infantOf(request),
      (model, program) =>
        unequal('milk', model.milk, program.milk.value) ??
        unequal(
          'exposures',
          model.exposures,
          program.exposures.map((one) => ({
            intake: one.intake.value,
            dose: one.infantDose.value,
            ...(one.dailyDose && { daily: one.dailyDose.value }),
            relative: one.relativeInfantDose.map(({ maternalWeight, value }) => [maternalWeight.value, value.value]),
          })),
        ),
    ),
};

export const taperTopic: Topic<Down> = {
  name: 'taper',
  requests: down,
  answers: (request) => kind(taperOf(request)),
  compare: (request) =>
    difference(taperDown(request), taperOf(request), (model, program) => {
      if ('schedules' in program) return 'several columns';
      const steps = program.schedule.map(stepOf).map(sorted);
      const m = model.levels.map(plain);
      return (
        unequal(
          'levels',
          m.map(({ fromDay, daily }) => [fromDay, daily]),
          steps.map(({ fromDay, daily }) => [fromDay, daily]),
        ) ??
        unequal('doses', m, steps) ??
        unequal('days', model.days, program.days.value) ??
        unequal('dispense', model.dispense, dispensed(program.dispense))
      );
    }),
};

export const checkTopic: Topic<Order> = {
  name: 'check',
  requests: order,
  answers: (request) => kind(checkOf(request)),
  compare: (request) =>
    difference({ plan: findingsOf(request) }, checkOf(request), (model, program) => {
      const said = new Set(program.findings.map(({ level, code }) => `${level} ${code}`));
      const more = [...said].filter((one) => !model.includes(one)).sort();
      const less = model.filter((one) => !said.has(one));
      return more.length + less.length === 0
        ? undefined
        : `finds ${more.join(', ') || 'no more'}; by the rules ${less.join(', ') || 'not'}`;
    }),
};

export const topics: readonly Topic<never>[] = [
  titrationTopic,
  liftingTopic,
  taperTopic,
  renalTopic,
  checkTopic,
  infantTopic,
] as unknown as Topic<never>[];

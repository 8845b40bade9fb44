import type { Fields } from './field.js';

const level = {
  what: 'a milk level',
  says: 'milk level in mg/L, or with its unit: 320mcg/L, 1.5umol/L',
  in: { 'mg/L': { above: 0, to: 100 }, 'ug/L': { above: 0, to: 100_000 }, 'umol/L': { above: 0, to: 500 } },
  bare: 'mg/L',
  example: '0.32, 320mcg/L or 1.5umol/L',
} as const;

const intake = {
  what: 'the milk taken in',
  says: 'milk taken in per kg and day',
  in: { 'mL/kg/d': { from: 1, to: 300 } },
  bare: 'mL/kg/d',
  example: '150',
} as const;

const share = {
  what: 'the part of the diet that is breast milk',
  says: 'part of the diet that is breast milk: 0.5, 1/3, 50%',
  share: true,
} as const;

export const pairFields = {
  peak: { ...level, says: 'highest level after a dose; with `trough`, the mean of both counts' },
  trough: { ...level, says: 'level just before a dose' },
} as const satisfies Fields;

export const maternalDoseFields = {
  byMouth: {
    what: 'the dose of the mother per day',
    says: 'dose of the mother per day by mouth',
    in: { 'mg/d': { above: 0, to: 1000 } },
    bare: 'mg/d',
    example: '80',
  },
  byPump: {
    what: 'the dose of the pump per day',
    says: 'dose of the mother per day from a pump',
    in: { 'ug/d': { above: 0, to: 5000 } },
    example: '330mcg',
  },
} as const satisfies Fields;

/** What is asked of the milk that an infant takes in. */
export const exposureFields = {
  milk: level,
  maternalWeight: {
    what: 'the weight of the mother',
    says: 'weight of the mother',
    in: { kg: { from: 25, to: 400 } },
    bare: 'kg',
    example: '60',
  },
  maternalClearance: {
    what: 'the creatinine clearance of the mother',
    says: 'creatinine clearance of the mother',
    in: { 'mL/min': { from: 0, to: 300 } },
    bare: 'mL/min',
    example: '42',
  },
  sedatives: {
    what: 'names of drugs, in letters, such as clonazepam',
    says: 'those of the other drugs that sedate, of the mother or the infant',
    each: { longest: 60, pattern: '^[\\p{L}\\d][\\p{L}\\d ,()-]{0,59}$' },
  },
  infantWeight: {
    what: 'the weight of the infant',
    says: 'weight of the infant',
    in: { kg: { from: 0.4, to: 20 } },
    bare: 'kg',
    example: '3.5',
  },
  infantAge: {
    what: 'an age since birth',
    says: 'age since birth with its unit: 10d, 6wk, 6mo',
    in: { d: { from: 0, to: 730 }, wk: { from: 0, to: 104.5 }, mo: { from: 0, to: 24 } },
    example: '10d, 6wk or 6mo',
  },
  gestationalAge: {
    what: 'weeks of gestation at birth',
    says: 'gestational age at birth: 39, 34+3',
    in: { wk: { from: 22, to: 44.999 } },
    bare: 'wk',
    example: '34 or 34+3',
  },
  exposedBeforeBirth: {
    what: 'an exposure before birth',
    says: 'the mother took baclofen in pregnancy',
    yes: true,
  },
  intake,
  share,
} as const satisfies Fields;

export const milkDayFields = {
  dose: {
    what: 'each dose of the mother',
    says: 'each dose, by mouth',
    in: { mg: { above: 0, to: 200 } },
    bare: 'mg',
    example: '20',
  },
} as const satisfies Fields;

export const newbornFields = {
  weight: {
    what: 'the weight of the newborn',
    says: 'weight',
    in: { kg: { above: 0, to: 400 } },
    bare: 'kg',
    example: '2.9',
  },
  birthDate: { what: 'the date of birth', says: 'date of birth, day 1: YYYY-MM-DD', date: true },
  concentration: {
    what: 'a concentration',
    says: 'of the liquid: 1, 2 or 5 mg per mL',
    in: { 'mg/mL': { above: 0, to: 100 } },
    bare: 'mg/mL',
    example: '2',
  },
} as const satisfies Fields;

export const newbornMilkFields = { milk: level, intake: { ...intake, example: '60' }, share } as const satisfies Fields;

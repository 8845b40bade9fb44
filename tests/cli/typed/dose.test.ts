import { describe } from 'vitest';
import { readDose, readMaternalDose } from '../../../src/cli/typed/dose.js';
import { readTimes } from '../../../src/cli/typed/frequency.js';
import { reads, refuses } from './table.js';

const daily = (text: string) => readDose(text, { to: 1000, bare: 'daily' });
const asked = (text: string) => readDose(text, { to: 1000, bare: 'ask' });

const inAll = (value: number) => ({ dailyDose: { value, unit: 'mg/d' } });
const each = (value: number, timesDaily: number) => ({ dose: { value, unit: 'mg' }, timesDaily });
const at = (doses: Readonly<Record<string, number>>) => ({
  doses: Object.entries(doses).map(([time, value]) => ({ time, dose: { value, unit: 'mg' } })),
});

const takes =
  'it takes a dose in mg: of a day such as 60mg/day, each time such as 20mg x 3, or each dose such as 10-10-20';
const which = 'which number is the dose? Write it in mg and how often, 1 to 4 times, such as 4 mg x 3';
const oneDay = 'it takes the dose of one day, every day the same, such as 60mg/day';
const tablets = 'tablets depend on the strength: write it in mg, such as 20mg x 3';

describe('the dose of a day in all', () => {
  reads(
    daily,
    [
      '60',
      '60mg',
      '60 mg',
      '60 MG',
      '60.0 mg',
      '60 mg/day',
      '60mg/d',
      '60 mg / day',
      '60 mg per day',
      '60 mg a day',
      '60 mg daily',
      '60 milligrams per day',
      '60 mg/24h',
      '60/day',
      '60 daily',
      '60 per day',
      '60 mg in all',
      '60 mg in total',
      ' 60 ',
    ].map((text) => [text, inAll(60)]),
  );
  reads(daily, [
    ['7.5', inAll(7.5)],
    ['1000', inAll(1000)],
  ]);
  reads(
    asked,
    ['60 mg/day', '60mg per day', '60 mg daily', '60/day'].map((text) => [text, inAll(60)]),
  );
});

describe('a dose and how often', () => {
  const three = [
    '20x3',
    '3x20',
    '20 x 3',
    '20X3',
    '20\u00d73',
    '20*3',
    '20mg x 3',
    '20mgx3',
    '20 mg x3',
    '3 x 20 mg',
    '3x20mg',
    '20x3/day',
    '20 mg x 3 daily',
    '20 mg x 3 times a day',
    '20 mg 3x',
    '20 mg 3x/day',
    '20 mg 3x daily',
    '20 mg 3 times a day',
    '20 mg 3 times daily',
    '20 mg 3 times per day',
    '20mg three times daily',
    '20 mg three times a day',
    '20 mg Three Times Daily',
    '20 mg thrice daily',
    '20 mg tds',
    '20mg TDS',
    '20 mg t.d.s.',
    '20 mg tid',
    '20 mg t.i.d.',
    '20 tds',
    '20 mg q8h',
    '20 mg q 8 h',
    '20 mg every 8 hours',
    '20 mg every 8h',
    '20 mg 8 hourly',
    '20mg 8-hourly',
    '20 mg 3 doses/day',
    '20 mg po tds',
    '20mg, three times daily',
    '20 mg by mouth three times daily',
    '20 mg/dose tds',
    '20 mg TDS.',
  ];
  reads(
    daily,
    three.map((text) => [text, each(20, 3)]),
  );
  reads(
    asked,
    ['20x3', '20 mg tds', '3x20'].map((text) => [text, each(20, 3)]),
  );
  reads(daily, [
    ['20 mg od', each(20, 1)],
    ['20 mg once daily', each(20, 1)],
    ['20 mg once a day', each(20, 1)],
    ['20 mg qd', each(20, 1)],
    ['20 mg q24h', each(20, 1)],
    ['20 mg nocte', each(20, 1)],
    ['20 mg at bedtime', each(20, 1)],
    ['20x1', each(20, 1)],
    ['20 mg bd', each(20, 2)],
    ['20 mg bid', each(20, 2)],
    ['20 mg b.i.d', each(20, 2)],
    ['20 mg twice daily', each(20, 2)],
    ['20 mg twice a day', each(20, 2)],
    ['20 mg q12h', each(20, 2)],
    ['20 mg 12-hourly', each(20, 2)],
    ['20 mg two times a day', each(20, 2)],
    ['20 mg qds', each(20, 4)],
    ['20 mg qid', each(20, 4)],
    ['20 mg QID', each(20, 4)],
    ['20 mg four times daily', each(20, 4)],
    ['20 mg every 6 hours', each(20, 4)],
    ['2.5x3', each(2.5, 3)],
    ['3x2.5', each(2.5, 3)],
    ['5x4', each(5, 4)],
    ['4x5', each(5, 4)],
    ['4 mg x 3', each(4, 3)],
    ['3 mg x 4', each(3, 4)],
    ['3 x 4 mg', each(4, 3)],
    ['2.5 mg tds', each(2.5, 3)],
  ]);
  refuses(daily, [
    // Both readings, each with what to write.
    ['4x3', 'is it 4 doses of 3 mg, or 3 doses of 4 mg a day? Write 3mgx4, or 4mgx3'],
    ['2x4', 'is it 2 doses of 4 mg, or 4 doses of 2 mg a day? Write 4mgx2, or 2mgx4'],
    ['3x1', 'is it 3 doses of 1 mg, or 1 dose of 3 mg a day? Write 1mgx3, or 3mgx1'],
    ['1x1', which],
    ['20x6', which],
    ['6x20', which],
    ['5x10', which],
    ['2.5x0.5', which],
    ['20 mg x 5', 'it takes 1 to 4 doses a day, such as 20mg x 3'],
    ['20mg x 2.5', 'it takes 1 to 4 doses a day, such as 20mg x 3'],
    ['20 x 3 mg', 'it takes 1 to 4 doses a day, such as 20mg x 3'],
    ['20mg x 3mg', 'write one of the two in mg, such as 4 mg x 3'],
    ['20 mg q4h', takes],
    ['20 mg every 5 hours', takes],
    ['20 mg 5 times a day', takes],
    ['12,5 tds', 'write a point: 12.5mg x 3'],
    ['12,5 mg bd', 'write a point: 12.5mg x 2'],
    ['12,5x3', 'write a point: 12.5mg x 3'],
    ['.5 mg tds', 'write a zero before the point: 0.5mg x 3'],
    ['0x3', takes],
    ['400x3', takes],
  ]);
});

describe('each dose of a day', () => {
  const uneven = at({ morning: 10, midday: 10, bedtime: 20 });
  reads(
    daily,
    [
      '10-10-20',
      '10 - 10 - 20',
      '10-10-20 mg',
      '10mg-10mg-20mg',
      '10/10/20',
      '10+10+20',
      '10\u201310\u201320',
      '10-10-20 mg/day',
    ].map((text) => [text, uneven]),
  );
  reads(asked, [['10-10-20', uneven]]);
  reads(daily, [
    ['20/20/20', at({ morning: 20, midday: 20, bedtime: 20 })],
    ['10-0-20', at({ morning: 10, bedtime: 20 })],
    ['0-0-10', at({ bedtime: 10 })],
    ['10-5-5-20', at({ morning: 10, midday: 5, evening: 5, bedtime: 20 })],
    ['20-20', at({ morning: 20, bedtime: 20 })],
    ['20-10', at({ morning: 20, bedtime: 10 })],
    ['10+20', at({ morning: 10, bedtime: 20 })],
    ['2.5-2.5-5', at({ morning: 2.5, midday: 2.5, bedtime: 5 })],
    ['2mg-2mg-4mg', at({ morning: 2, midday: 2, bedtime: 4 })],
  ]);
  refuses(daily, [
    ['10-20', 'are these two doses? Write 10mg+20mg'],
    ['10/20', takes],
    ['60/3', takes],
    ['20/20', 'are these two doses? Write 20mg+20mg'],
    ['1-1-1', 'that could count tablets: write each dose with its unit, such as 5mg-5mg-10mg'],
    ['1-0-2', 'that could count tablets: write each dose with its unit, such as 5mg-5mg-10mg'],
    ['0.5+0.5+1', 'that could count tablets: write each dose with its unit, such as 5mg-5mg-10mg'],
    ['0mg-0mg-0mg', takes],
    ['10-10-10-10-10', takes],
    ['10-10/20', takes],
    ['400-400-400', takes],
  ]);
});

describe('what is no dose of a day', () => {
  refuses(daily, [
    ['60mcg', 'mcg is for a pump: write a dose by mouth in mg, such as 60mg/day'],
    ['60 \u00b5g', 'mcg is for a pump: write a dose by mouth in mg, such as 60mg/day'],
    ['60 \u03bcg/day', 'mcg is for a pump: write a dose by mouth in mg, such as 60mg/day'],
    ['330 micrograms per day', 'mcg is for a pump: write a dose by mouth in mg, such as 60mg/day'],
    ['20mcg x 3', 'mcg is for a pump: write a dose by mouth in mg, such as 60mg/day'],
    ['1 mg/kg/day', 'write it in mg and not per kg, such as 20mg x 3'],
    ['1 mg per kg', 'write it in mg and not per kg, such as 20mg x 3'],
    ['5 mL tds', 'mL depend on the strength: write it in mg, such as 20mg x 3'],
    ['0.06 g', 'write it in mg, such as 60mg/day'],
    ['1 tablet tds', tablets],
    ['2 tabs bd', tablets],
    ['half a tablet', tablets],
    ['20 mg prn', oneDay],
    ['20 mg tds prn', oneDay],
    ['20 mg as needed', oneDay],
    ['20 mg qod', oneDay],
    ['20 mg every other day', oneDay],
    ['20 mg weekly', oneDay],
    ['60,5', 'write a point: 60.5'],
    ['62,5 mg', 'write a point: 62.5mg'],
    ['62,5 mg per day', 'write a point: 62.5mg/day'],
    ['1,000', 'is it 1000 or 1? Write it without a comma'],
    ['>60', 'above 60 is no number: write the dose that is taken, such as 60mg/day'],
    ['60+', 'above 60 is no number: write the dose that is taken, such as 60mg/day'],
    ['~60 mg', 'about 60 is no number: write the dose that is taken, such as 60mg/day'],
    ['-60', 'write it without a sign: 60'],
    ['-60 tds', 'write it without a sign: 60mg x 3'],
    ['6e1', 'write all digits: 60'],
    ['60 to 80', 'write one number, not from and to'],
    ['', takes],
    ['0', takes],
    ['0 mg', takes],
    ['1001', takes],
    ['mg', takes],
    ['20 mg three', takes],
    ['20 mg 3', takes],
    ['20 3', takes],
    ['60 mg/week', oneDay],
    ['60 lb', takes],
    ['20 mg tds x 3 days', takes],
    ['60mg/day x 3', takes],
    ['20 mg in the morning', takes],
    ['10 10 20', takes],
    ['20 mg by mouth', takes],
    ['\uff16\uff10', takes],
    ['60\nmg', takes],
    ['0x3c', takes],
    ['three times daily', takes],
  ]);
  refuses(asked, [
    ['60', 'in all, or each time? Write 60mg/day, or each dose and how often: 60mg x 3'],
    ['60mg', 'in all, or each time? Write 60mg/day, or each dose and how often: 60mg x 3'],
    ['7.50 mg', 'in all, or each time? Write 7.5mg/day, or each dose and how often: 7.5mg x 3'],
  ]);
});

describe('the dose of a mother', () => {
  const mother = (text: string) => readMaternalDose(text, { mouth: 1000, pump: 5000 });
  const words = 'it takes the dose of the mother per day: mg by mouth such as 80, or mcg of a pump such as 330mcg';
  reads(mother, [
    ['80', inAll(80)],
    ['20 mg qds', each(20, 4)],
    ['330mcg', { pump: { value: 330, unit: 'ug/d' } }],
    ['330 mcg/day', { pump: { value: 330, unit: 'ug/d' } }],
    ['330 \u00b5g', { pump: { value: 330, unit: 'ug/d' } }],
    ['330 micrograms per day', { pump: { value: 330, unit: 'ug/d' } }],
  ]);
  refuses(mother, [
    ['5001mcg', words],
    ['0 mcg', words],
    ['much', words],
  ]);
});

describe('doses a day', () => {
  reads(readTimes, [
    ['1', { value: 1, unit: '/d' }],
    ['3', { value: 3, unit: '/d' }],
    ['3x', { value: 3, unit: '/d' }],
    ['x3', { value: 3, unit: '/d' }],
    ['3 times', { value: 3, unit: '/d' }],
    ['3/day', { value: 3, unit: '/d' }],
    ['tds', { value: 3, unit: '/d' }],
    ['TID', { value: 3, unit: '/d' }],
    ['three times daily', { value: 3, unit: '/d' }],
    ['twice daily', { value: 2, unit: '/d' }],
    ['twice', { value: 2, unit: '/d' }],
    ['q6h', { value: 4, unit: '/d' }],
    ['once daily', { value: 1, unit: '/d' }],
  ]);
  refuses(
    readTimes,
    ['0', '5', '2.5', '3,0', '', 'many', 'q5h', 'q0h', '-3', '5x'].map((text) => [
      text,
      'it takes a number of doses a day from 1 to 4, such as 3',
    ]),
  );
});

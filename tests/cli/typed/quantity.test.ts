import { describe, expect, it } from 'vitest';
import { type QuantitySpec, readQuantity, takesQuantity } from '../../../src/cli/typed/quantity.js';
import { readShare } from '../../../src/cli/typed/share.js';
import type { Unit } from '../../../src/core/values/quantity.js';
import { reads, refuses } from './table.js';

const read =
  <U extends Unit>(spec: QuantitySpec<U>) =>
  (text: string) =>
    readQuantity(text, spec);

const weight: QuantitySpec<'kg'> = {
  what: 'a body weight',
  in: { kg: { from: 3, to: 400 } },
  bare: 'kg',
  example: '62.5',
};
const takesWeight = 'it takes a body weight in kg from 3 to 400, such as 62.5';

describe('a weight', () => {
  reads(
    read(weight),
    (
      [
        ['72', 72],
        ['62.5', 62.5],
        ['72kg', 72],
        ['72 kg', 72],
        ['72 KG', 72],
        ['72Kg', 72],
        ['72 kgs', 72],
        ['72 kg.', 72],
        ['72 kilos', 72],
        ['72 kilograms', 72],
        ['72 kilogrammes', 72],
        [' 72 ', 72],
        ['72\u00a0kg', 72],
        ['72\u202fkg', 72],
        ['72  kg', 72],
        ['072', 72],
        ['72.0', 72],
        ['72.50 kg', 72.5],
        ['3500g', 3.5],
        ['3500 g', 3.5],
        ['3505 grams', 3.505],
        ['3501 gm', 3.501],
        ['4100 GRAMMES', 4.1],
        ['3', 3],
        ['400', 400],
      ] as const
    ).map(([text, value]) => [text, { value, unit: 'kg' }] as const),
  );

  refuses(read(weight), [
    // 154 x 0.45359237 = 69.8532
    ['154lb', 'write it in kg: 69.9'],
    ['154 lb', 'write it in kg: 69.9'],
    ['154 lbs', 'write it in kg: 69.9'],
    ['154 LBS', 'write it in kg: 69.9'],
    ['154 pounds', 'write it in kg: 69.9'],
    ['154#', 'write it in kg: 69.9'],
    // 154.5 x 0.45359237 = 70.0800
    ['154.5lb', 'write it in kg: 70.1'],
    // Without its unit the number would be kilograms
    ['154,5lb', takesWeight],
    ['-154 lb', takesWeight],
    // 220 x 0.45359237 = 99.7903
    ['220lb', 'write it in kg: 99.8'],
    // 11 x 14 = 154 lb
    ['11st', 'write it in kg: 69.9'],
    ['11 stone', 'write it in kg: 69.9'],
    // 11 x 14 + 4 = 158 lb x 0.45359237 = 71.6676
    ['11st 4lb', 'write it in kg: 71.7'],
    ['11 st 4 lb', 'write it in kg: 71.7'],
    ['11st4', 'write it in kg: 71.7'],
    ['11 stone 4', 'write it in kg: 71.7'],
    ['11 stone and 4 pounds', 'write it in kg: 71.7'],
    // 7.25 lb x 0.45359237 = 3.28854
    ['7lb 4oz', 'write it in kg: 3.29'],
    ['7 lbs 4 oz', 'write it in kg: 3.29'],
    ['7 pounds 4 ounces', 'write it in kg: 3.29'],
    // 116 / 16 = 7.25 lb
    ['116oz', 'write it in kg: 3.29'],
    ['62,5', 'write a point: 62.5'],
    ['62,5 kg', 'write a point: 62.5'],
    ['62,50kg', 'write a point: 62.5'],
    ['3,505', 'is it 3505 or 3.505? Write it without a comma'],
    ['1,200,000', 'leave the comma out: 1200000'],
    ['1,200.5', 'leave the comma out: 1200.5'],
    ['1.200,5', 'write one point: 1200.5'],
    ['1.200.000', 'leave the points out: 1200000'],
    ['3 500 g', 'leave the space out: 3500g'],
    ['.5', 'write a zero before the point: 0.5'],
    ['72.', 'leave the point out: 72'],
    ['>60', 'above 60 is no number: write one number, or leave it out'],
    ['60-70', 'write one number, not from and to'],
    ['60 to 70 kg', 'write one number, not from and to'],
    ['60kg-70kg', 'write one number, not from and to'],
    ['~72', 'about 72 is no number: write one number, or leave it out'],
    ['about 72', 'about 72 is no number: write one number, or leave it out'],
    ['ca. 72 kg', 'about 72 is no number: write one number, or leave it out'],
    ['-72', 'write it without a sign: 72'],
    ['+72', 'write it without a sign: 72'],
    ['\u221272', 'write it without a sign: 72'],
    ['7e1', 'write all digits: 70'],
    ['7E+1', 'write all digits: 70'],
    ['5e-1', 'write all digits: 0.5'],
    ['1e99', 'write all digits'],
    ['0x48', takesWeight],
    ['\uff17\uff12', takesWeight],
    ['\u0667\u0662', takesWeight],
    ['NaN', takesWeight],
    ['Infinity', takesWeight],
    ['', takesWeight],
    [' ', takesWeight],
    ['kg', takesWeight],
    ['heavy', takesWeight],
    ['72\tkg', takesWeight],
    ['72\n', takesWeight],
    ['72 mg', takesWeight],
    ['162cm', takesWeight],
    ['2.9', takesWeight],
    ['400.1', takesWeight],
    ['0', takesWeight],
    ['72 kg m', takesWeight],
    ['72 constructor', takesWeight],
    ['7'.repeat(100), takesWeight],
  ]);
});

const height: QuantitySpec<'cm'> = { what: 'a height', in: { cm: { from: 40, to: 250 } }, bare: 'cm', example: '162' };
const takesHeight = 'it takes a height in cm from 40 to 250, such as 162';

describe('a height', () => {
  reads(
    read(height),
    (
      [
        ['162', 162],
        ['162cm', 162],
        ['162 CM', 162],
        ['162 centimetres', 162],
        ['162.5 centimeters', 162.5],
        // 1.62 x 100 in binary is 162.00000000000003 where it is not shifted as digits
        ['1.62m', 162],
        ['1.62 metres', 162],
        ['1.1 m', 110],
        ['1.15 m', 115],
        ['1620mm', 162],
        ['1625 millimeters', 162.5],
      ] as const
    ).map(([text, value]) => [text, { value, unit: 'cm' }] as const),
  );

  refuses(read(height), [
    // 64 x 2.54 = 162.56
    ['64in', 'write it in cm: 162.6'],
    ['64 in', 'write it in cm: 162.6'],
    ['64 inches', 'write it in cm: 162.6'],
    ['64"', 'write it in cm: 162.6'],
    // 5 x 12 + 4 = 64 in
    ['5\'4"', 'write it in cm: 162.6'],
    ["5'4", 'write it in cm: 162.6'],
    ['5\' 4"', 'write it in cm: 162.6'],
    ["5'4''", 'write it in cm: 162.6'],
    ['5\u20194\u201d', 'write it in cm: 162.6'],
    ['5\u20324\u2033', 'write it in cm: 162.6'],
    ['5ft 4in', 'write it in cm: 162.6'],
    ['5 ft 4 in', 'write it in cm: 162.6'],
    ['5ft4', 'write it in cm: 162.6'],
    ['5 feet 4 inches', 'write it in cm: 162.6'],
    ['5 foot 4', 'write it in cm: 162.6'],
    // 6 x 30.48 = 182.88
    ['6ft', 'write it in cm: 182.9'],
    ["6'", 'write it in cm: 182.9'],
    // 5 x 12 + 4.5 = 64.5 in x 2.54 = 163.83
    ['5\'4.5"', 'write it in cm: 163.8'],
    ['1m62', 'write it in cm: 162'],
    ['1,62 m', 'write a point: 1.62m'],
    ['1.62', takesHeight],
    ['300', takesHeight],
    ['162 kg', takesHeight],
    ['tall', takesHeight],
  ]);
});

const creatinine: QuantitySpec<'mg/dL' | 'umol/L'> = {
  what: 'a creatinine',
  in: { 'mg/dL': { from: 0.1, to: 40 }, 'umol/L': { from: 9, to: 3500 } },
  example: '1.4mg/dL or 124umol/L',
};
const takesCreatinine =
  'it takes a creatinine in mg/dL from 0.1 to 40 or in umol/L from 9 to 3,500, such as 1.4mg/dL or 124umol/L';

describe('a creatinine', () => {
  const mass = (
    [
      ['1.4mg/dL', 1.4],
      ['1.4 mg/dl', 1.4],
      ['1.4 MG/DL', 1.4],
      ['1.4 mg / dL', 1.4],
      ['1.4 mg per dL', 1.4],
      ['1.4 milligrams per decilitre', 1.4],
      ['1.4mg/100mL', 1.4],
      ['1.4 mg/100 ml', 1.4],
      ['1.4 mg%', 1.4],
      // 14 mg/L: a decilitre is a tenth of a litre
      ['14mg/L', 1.4],
      ['13 mg/l', 1.3],
      ['1400 ug/dL', 1.4],
    ] as const
  ).map(([text, value]) => [text, { value, unit: 'mg/dL' }] as const);
  const molar = (
    [
      ['124umol/L', 124],
      ['124 umol/l', 124],
      ['124 \u00b5mol/L', 124],
      ['124 \u03bcmol/L', 124],
      ['124\u039cMOL/L', 124],
      ['124 UMOL/L', 124],
      ['124 mcmol/L', 124],
      ['124 micromol/L', 124],
      ['124 micromoles per litre', 124],
      ['124 micromol per liter', 124],
      ['124 micromole/l', 124],
      ['0.124 mmol/L', 124],
      ['0.29 mmol/l', 290],
      ['124000 nmol/L', 124],
      ['124 nmol/mL', 124],
    ] as const
  ).map(([text, value]) => [text, { value, unit: 'umol/L' }] as const);
  reads(read(creatinine), [...mass, ...molar]);

  refuses(read(creatinine), [
    ['1.4', 'write its unit, mg/dL or umol/L, such as 1.4mg/dL; in umol/L it is out of range'],
    ['124', 'write its unit, umol/L or mg/dL, such as 124umol/L; in mg/dL it is out of range'],
    ['20', 'write its unit: 20mg/dL or 20umol/L'],
    ['1,4mg/dL', 'write a point: 1.4mg/dL'],
    ['1,4 mg%', 'write a point: 1.4mg/dL'],
    ['124,5 \u00b5mol/l', 'write a point: 124.5umol/L'],
    ['1,4', 'write a point: 1.4'],
    ['>15 mg/dL', 'above 15 is no number: write one number, or leave it out'],
    ['<0.2 mg/dL', 'below 0.2 is no number: write one number, or leave it out'],
    ['.9 mg/dL', 'write a zero before the point: 0.9mg/dL'],
    ['41 mg/dL', takesCreatinine],
    ['8 umol/L', takesCreatinine],
    ['1.4 mg', takesCreatinine],
    ['1.4 mmol/mol', takesCreatinine],
    ['4000', takesCreatinine],
    ['0.05', takesCreatinine],
    ['high', takesCreatinine],
  ]);
});

const crcl: QuantitySpec<'mL/min'> = {
  what: 'a creatinine clearance',
  in: { 'mL/min': { from: 0, to: 300 } },
  bare: 'mL/min',
  example: '42',
  flagFor: { 'mL/min/{1.73_m2}': '--egfr' },
  bounded: 'give the creatinine, or leave it out',
};
const egfr: QuantitySpec<'mL/min/{1.73_m2}'> = {
  what: 'an eGFR',
  in: { 'mL/min/{1.73_m2}': { from: 0, to: 300 } },
  bare: 'mL/min/{1.73_m2}',
  example: '42',
  flagFor: { 'mL/min': '--crcl' },
  bounded: 'give the creatinine, or leave it out',
};
const takesClearance = 'it takes a creatinine clearance in mL/min from 0 to 300, such as 42';
const takesEgfr = 'it takes an eGFR in mL/min/1.73m2 from 0 to 300, such as 42';
const isEgfr = 'mL/min/1.73m2 is another quantity: write --egfr 42';

describe('a clearance', () => {
  reads(
    read(crcl),
    (
      [
        ['42', 42],
        ['42mL/min', 42],
        ['42 ml/min', 42],
        ['42 ML/MIN', 42],
        ['42 mL per min', 42],
        ['42 mL per minute', 42],
        ['42 millilitres per minute', 42],
        ['29.97', 29.97],
        ['0.042 L/min', 42],
        ['0', 0],
      ] as const
    ).map(([text, value]) => [text, { value, unit: 'mL/min' }] as const),
  );

  refuses(read(crcl), [
    ['>60', 'above 60 is no number: give the creatinine, or leave it out'],
    ['> 60', 'above 60 is no number: give the creatinine, or leave it out'],
    ['>=60', 'above 60 is no number: give the creatinine, or leave it out'],
    ['\u226560', 'above 60 is no number: give the creatinine, or leave it out'],
    ['60+', 'above 60 is no number: give the creatinine, or leave it out'],
    ['60 +', 'above 60 is no number: give the creatinine, or leave it out'],
    ['>60 mL/min', 'above 60 is no number: give the creatinine, or leave it out'],
    ['over 60', 'above 60 is no number: give the creatinine, or leave it out'],
    ['above 60', 'above 60 is no number: give the creatinine, or leave it out'],
    ['60 or more', 'above 60 is no number: give the creatinine, or leave it out'],
    ['<15', 'below 15 is no number: give the creatinine, or leave it out'],
    ['\u226415', 'below 15 is no number: give the creatinine, or leave it out'],
    ['under 15', 'below 15 is no number: give the creatinine, or leave it out'],
    ['less than 15', 'below 15 is no number: give the creatinine, or leave it out'],
    ['~42', 'about 42 is no number: give the creatinine, or leave it out'],
    ['29,97', 'write a point: 29.97'],
    ['42 mL/min/1.73m2', isEgfr],
    ['42 ml/min/1.73 m2', isEgfr],
    ['42 mL/min/1.73m\u00b2', isEgfr],
    ['42 mL/min/1.73 m^2', isEgfr],
    ['42 mL/min per 1.73 m2', isEgfr],
    ['42 mL/min/{1.73_m2}', isEgfr],
    ['42 mL/min/1,73m2', isEgfr],
    ['42 mL/min/1.73', isEgfr],
    // 0.7 mL/s x 60 = 42
    ['0.7 mL/s', 'write it in mL/min: 42'],
    // 2.5 L/h = 2500 mL / 60 min = 41.67
    ['2.5 L/h', 'write it in mL/min: 41.7'],
    ['42-50', 'write one number, not from and to'],
    ['42 mL', takesClearance],
    ['301', takesClearance],
    ['normal', takesClearance],
    ['G3b', takesClearance],
  ]);

  reads(
    read(egfr),
    [
      '42',
      '42mL/min/1.73m2',
      '42 mL/min/1.73 m2',
      '42 ML/MIN/1.73M2',
      '42 mL/min/1.73m\u00b2',
      '42 ml/min per 1.73m2',
      '42 mL/min/{1.73_m2}',
      '42 mL/min/1.73sqm',
    ].map((text) => [text, { value: 42, unit: 'mL/min/{1.73_m2}' }] as const),
  );

  refuses(read(egfr), [
    ['42 mL/min', 'mL/min is another quantity: write --crcl 42'],
    ['42.50ml/min', 'mL/min is another quantity: write --crcl 42.5'],
    ['>90', 'above 90 is no number: give the creatinine, or leave it out'],
    ['90+', 'above 90 is no number: give the creatinine, or leave it out'],
    ['42 kg', takesEgfr],
  ]);

  it('is refused in the other sense also where the command has no flag for that', () => {
    const { flagFor, ...alone } = crcl;
    expect(readQuantity('42 mL/min/1.73m2', alone)).toEqual({ wrong: takesClearance });
  });
});

const milk: QuantitySpec<'mg/L' | 'ug/L' | 'umol/L'> = {
  what: 'a milk level',
  in: { 'mg/L': { above: 0, to: 100 }, 'ug/L': { above: 0, to: 100_000 }, 'umol/L': { above: 0, to: 500 } },
  bare: 'mg/L',
  example: '0.32, 320mcg/L or 1.5umol/L',
};
const takesMilk =
  'it takes a milk level in mg/L above 0 and up to 100 or in mcg/L above 0 and up to 100,000 or in umol/L above 0 and up to 500, such as 0.32, 320mcg/L or 1.5umol/L';

describe('a milk level', () => {
  reads(read(milk), [
    ['0.32', { value: 0.32, unit: 'mg/L' }],
    ['0.32mg/L', { value: 0.32, unit: 'mg/L' }],
    ['0.32 ug/mL', { value: 0.32, unit: 'mg/L' }],
    ['0.32 mcg/mL', { value: 0.32, unit: 'mg/L' }],
    ['320mcg/L', { value: 320, unit: 'ug/L' }],
    ['320 ug/L', { value: 320, unit: 'ug/L' }],
    ['320 \u00b5g/l', { value: 320, unit: 'ug/L' }],
    ['320 \u03bcg/L', { value: 320, unit: 'ug/L' }],
    ['320 micrograms per litre', { value: 320, unit: 'ug/L' }],
    ['320 ng/mL', { value: 320, unit: 'ug/L' }],
    ['320 NG/ML', { value: 320, unit: 'ug/L' }],
    ['320 nanograms/ml', { value: 320, unit: 'ug/L' }],
    ['320000 ng/L', { value: 0.32, unit: 'mg/L' }],
    ['0.032 mg/dL', { value: 0.32, unit: 'mg/L' }],
    ['1.5umol/L', { value: 1.5, unit: 'umol/L' }],
    ['1500 nmol/L', { value: 1.5, unit: 'umol/L' }],
  ]);

  refuses(read(milk), [
    ['0,32', 'write a point: 0.32'],
    ['0,320', 'write a point: 0.32'],
    ['.32', 'write a zero before the point: 0.32'],
    ['320,5 mcg/L', 'write a point: 320.5mcg/L'],
    ['<0.01', 'below 0.01 is no number: write one number, or leave it out'],
    ['0', takesMilk],
    ['320 mg', takesMilk],
  ]);
});

const start: QuantitySpec<'mg'> = { what: 'a dose', in: { mg: { above: 0, to: 1000 } }, bare: 'mg', example: '5' };
const takesStart = 'it takes a dose in mg above 0 and up to 1,000, such as 5';
const target: QuantitySpec<'mg/d'> = {
  what: 'a daily dose',
  in: { 'mg/d': { above: 0, to: 1000 } },
  bare: 'mg/d',
  example: '45',
};
const takesTarget = 'it takes a daily dose in mg per day above 0 and up to 1,000, such as 45';
const pump: QuantitySpec<'ug/d'> = {
  what: 'the dose of a pump',
  in: { 'ug/d': { above: 0, to: 5000 } },
  example: '330mcg',
};
const takesPump = 'it takes the dose of a pump in mcg per day above 0 and up to 5,000, such as 330mcg';

describe('a dose of one time, of a day and of a pump', () => {
  reads(
    read(start),
    ['5', '5mg', '5 mg', '5 MG', '5.0 mg', '5 milligrams', '5 mg/dose', '5 mg per dose'].map((text) => [
      text,
      { value: 5, unit: 'mg' },
    ]),
  );
  reads(
    read(target),
    [
      '45',
      '45mg',
      '45 mg/day',
      '45 mg/d',
      '45mg per day',
      '45 mg a day',
      '45 mg daily',
      '45 mg/24h',
      '45 mg/24 hours',
    ].map((text) => [text, { value: 45, unit: 'mg/d' }]),
  );
  reads(
    read(pump),
    [
      '330mcg',
      '330 mcg/day',
      '330 ug',
      '330 \u00b5g/day',
      '330 \u03bcg/d',
      '330 micrograms per day',
      '330 mcg daily',
      '330 MCG/24H',
    ].map((text) => [text, { value: 330, unit: 'ug/d' }]),
  );

  refuses(read(start), [
    ['5mcg', `mcg is for a pump, by mouth it is mg: ${takesStart}`],
    ['5 \u00b5g', `mcg is for a pump, by mouth it is mg: ${takesStart}`],
    ['5000 micrograms', `mcg is for a pump, by mouth it is mg: ${takesStart}`],
    ['15 mg/day', 'it takes one dose, not the dose of a day: a dose in mg above 0 and up to 1,000, such as 5'],
    ['15 mg daily', 'it takes one dose, not the dose of a day: a dose in mg above 0 and up to 1,000, such as 5'],
    ['0.3 mg/kg', takesStart],
    ['5 mL', takesStart],
    ['5 g', takesStart],
    ['0', takesStart],
    ['5mg tds', takesStart],
    ['2,5', 'write a point: 2.5'],
    ['2,5 mg', 'write a point: 2.5'],
    ['5-10', 'write one number, not from and to'],
  ]);
  refuses(read(target), [
    ['45 mcg', `mcg is for a pump, by mouth it is mg: ${takesTarget}`],
    ['45 mcg/day', `mcg is for a pump, by mouth it is mg: ${takesTarget}`],
    ['1 mg/kg/day', takesTarget],
    ['45 mg tds', takesTarget],
    ['1,500', 'is it 1500 or 1.5? Write it without a comma'],
  ]);
  refuses(read(pump), [
    ['330', 'write its unit: 330mcg/day'],
    ['330mg', `mg go by mouth, a pump takes mcg: ${takesPump}`],
    ['0.33 mg/day', `mg go by mouth, a pump takes mcg: ${takesPump}`],
    ['330,5 mcg/day', 'write a point: 330.5mcg/day'],
    ['330 mL', takesPump],
  ]);
});

describe('what else a flag takes in a unit', () => {
  const intake = { what: 'milk', in: { 'mL/kg/d': { from: 1, to: 300 } }, bare: 'mL/kg/d', example: '150' } as const;
  reads(
    read<'mL/kg/d'>(intake),
    ['150', '150mL/kg/day', '150 ml/kg/d', '150 mL per kg per day', '150 mL per kg and day', '0.15 L/kg/day'].map(
      (text) => [text, { value: 150, unit: 'mL/kg/d' }],
    ),
  );
  const strength = {
    what: 'a concentration',
    in: { 'mg/mL': { above: 0, to: 100 } },
    bare: 'mg/mL',
    example: '2',
  } as const;
  reads(
    read<'mg/mL'>(strength),
    ['2', '2mg/mL', '2 mg per mL', '2 mg/ml', '2 mg/1mL', '2000 mg/L', '2 g/L', '2000 mcg/mL', '200 mg/100 mL'].map(
      (text) => [text, { value: 2, unit: 'mg/mL' }],
    ),
  );
  refuses(read<'mg/mL'>(strength), [
    // 10 mg in 5 mL is 2 mg in each
    ['10mg/5mL', 'write it in mg/mL: 2'],
    ['5 mg/5 mL', 'write it in mg/mL: 1'],
    ['5 mg per 5 mL', 'write it in mg/mL: 1'],
    ['2%', 'it takes a concentration in mg/mL above 0 and up to 100, such as 2'],
  ]);
  const percent = { what: 'the part taken off', in: { '%': { above: 0, to: 100 } }, bare: '%', example: '10' } as const;
  reads(
    read<'%'>(percent),
    ['10', '10%', '10 %', '10 percent', '10 per cent', '10 Percent'].map((text) => [text, { value: 10, unit: '%' }]),
  );
  refuses(read<'%'>(percent), [
    ['101%', 'it takes the part taken off in percent above 0 and up to 100, such as 10'],
    ['12,5%', 'write a point: 12.5'],
  ]);
  const perKilogram = {
    what: 'a dose',
    in: { 'mg/kg/d': { above: 0, to: 10 } },
    bare: 'mg/kg/d',
    example: '0.3',
  } as const;
  reads(
    read<'mg/kg/d'>(perKilogram),
    ['0.3', '0.3 mg/kg/day', '0.3mg/kg/d', '0.3 mg per kg per day', '300 mcg/kg/day'].map((text) => [
      text,
      { value: 0.3, unit: 'mg/kg/d' },
    ]),
  );
  const pieces = {
    what: 'a volume',
    in: { mL: { from: 1, to: 1000 } },
    bare: 'mL',
    example: '5',
    whole: true,
  } as const;
  reads(read<'mL'>(pieces), [
    ['5', { value: 5, unit: 'mL' }],
    ['0.5 L', { value: 500, unit: 'mL' }],
    ['5 millilitres', { value: 5, unit: 'mL' }],
  ]);
  refuses(read<'mL'>(pieces), [['5.5', 'it takes a volume, a whole number, in mL from 1 to 1,000, such as 5']]);

  it('says it for help', () => {
    expect(takesQuantity(weight)).toBe('a body weight in kg from 3 to 400, such as 62.5');
  });
});

const takesShare = 'a part of the diet above 0 and up to 1: 0.5, 1/3 or 50%';

describe('a share', () => {
  const share = (text: string) => readShare(text, takesShare);
  reads(share, [
    ['0.5', { numerator: 0.5, denominator: 1 }],
    ['1', { numerator: 1, denominator: 1 }],
    ['1/3', { numerator: 1, denominator: 3 }],
    ['1 / 3', { numerator: 1, denominator: 3 }],
    ['2 of 3', { numerator: 2, denominator: 3 }],
    ['1 in 8', { numerator: 1, denominator: 8 }],
    ['50%', { numerator: 50, denominator: 100 }],
    ['50 %', { numerator: 50, denominator: 100 }],
    ['33.3 percent', { numerator: 33.3, denominator: 100 }],
    ['100%', { numerator: 100, denominator: 100 }],
  ]);
  refuses(share, [
    ['50', 'a share is at most 1: write 50% for a percentage'],
    ['0,5', 'write a point: 0.5'],
    ['12,5%', 'write a point: 12.5%'],
    ['.5', 'write a zero before the point: 0.5'],
    ['3/2', `it takes ${takesShare}`],
    ['1/0', `it takes ${takesShare}`],
    ['0', `it takes ${takesShare}`],
    ['0%', `it takes ${takesShare}`],
    ['101%', `it takes ${takesShare}`],
    ['half', `it takes ${takesShare}`],
    ['-1/2', `it takes ${takesShare}`],
  ]);
});

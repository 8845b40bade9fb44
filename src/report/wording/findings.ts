import type { Rule } from '../../core/answer/rule.js';
import type { CheckedPart, Finding, FindingCode, FindingParams } from '../../core/check/types.js';
import { frequency } from '../dose.js';
import { formatNumber } from '../number.js';
import { formatList, formatQuantity } from '../quantity.js';
import { estimateName } from './estimate.js';
import { placeWords } from './patient-file.js';

type Words = { readonly [Code in FindingCode]: (params: FindingParams[Code]) => string };

/** Which rule a limit comes from. */
const byRule: Readonly<Record<Rule, string>> = {
  label: 'of the label',
  asked: 'as asked',
  clearance: 'for the clearance',
  'older adult': 'of an older adult',
  child: 'of this age and weight',
  adolescent: 'from 12 to 17 years',
  weight: 'for the weight',
};

/** "; 12 times that": from twice on, and never rounded up. */
function multiple(written: number, limit: number): string {
  const times = Math.floor((written / limit) * 10 + 1e-9) / 10;
  return times >= 2 ? `, ${formatNumber(times)} times that` : '';
}

const jumpWords: Words['jump'] = ({ why, written, taking, limit, on }) => {
  const change = `From ${formatQuantity(taking)} to ${written.value === 0 ? 'none' : formatQuantity(written)}`;
  switch (why) {
    case 'sooner':
    case 'much sooner':
      return `${change} after ${on ? formatQuantity(on) : 'too few days'}; the interval of this patient is ${formatQuantity(limit)}`;
    case 'above the next':
      return `${change}: more than the next level, ${formatQuantity(limit)}`;
    case 'two levels':
      return `${change}: two levels or more at once; the next is ${formatQuantity(limit)}`;
    case 'to nothing':
      return `${change} at once: withdrawal, with hallucinations, seizures and fever`;
    case 'fall':
      return `${change} at once: a fall of more than ${formatQuantity(limit)} and a quarter; withdrawal`;
  }
};

const childWords: Words['child'] = (params) => {
  switch (params.why) {
    case 'under-age':
      return `Below ${formatQuantity(params.limit)} of age there are very few data`;
    case 'no-weight':
      return 'A child is dosed by weight, and none was given';
    case 'no-age':
      return `${formatQuantity(params.written)} is below ${formatQuantity(params.limit)}, and no age was given: a child? Judged as an adult of that weight: give the age (--age)`;
    case 'no-height':
      return `Of a creatinine of ${formatQuantity(params.written)} nothing can be told below 18 years without the height: the kidney was not checked; give --height or --egfr`;
    case 'kidney':
      return `A child with a kidney below ${formatQuantity(params.limit)}${params.written ? ` (${formatQuantity(params.written)})` : ' or on dialysis'}: no dose is known`;
    case 'tablet':
      return `A tablet at ${formatQuantity(params.written)}; below ${formatQuantity(params.limit)} a liquid`;
    case 'ceiling': {
      const { written, limit, rule, perKilogram } = params;
      const perKg = perKilogram ? `, ${formatQuantity(perKilogram)}` : '';
      return `${formatQuantity(written)}${perKg}: above ${formatQuantity(limit)} ${byRule[rule]}${multiple(written.value, limit.value)}`;
    }
  }
};

const kidneyWords: Words['kidney-in-record'] = (params) => {
  const named = `The record has ${params.disease} (${placeWords(params)})`;
  if (params.why === 'acute') {
    return `${named}: no number of the kidney holds while it lasts; ${estimateName(params.estimate)} may be far too high. Judge the kidney first`;
  }
  const dialysis = params.dialysis ? ', and whether on dialysis (--dialysis)' : '';
  return params.why === 'no number'
    ? `${named}, and no number of the kidney was read: ask for one${dialysis}`
    : `${named}; ${estimateName(params.estimate)} does not agree with it. Ask which is right${dialysis}`;
};

const ordersWords: Words['two-orders'] = (params) => {
  switch (params.why) {
    case 'both by mouth':
      return `${params.orders === 2 ? 'Two' : params.orders} orders by mouth: together ${formatQuantity(params.written)}`;
    case 'not in numbers':
      return 'Another order of baclofen stands in the record, and its dose cannot be read';
    case 'pump':
      return 'By mouth beside a pump: ask the team that runs the pump';
    case 'active': {
      const { taking, written } = params;
      return `${formatQuantity(taking)} is active as well: does this order replace it? Together ${formatNumber(taking.value + written.value)} mg per day`;
    }
    case 'named':
      return `${params.names.join(', ')} stands among the other drugs: is it a second order?`;
  }
};

const words: Words = {
  'unit-not-oral': ({ written }) =>
    `${formatNumber(written.value)} ${written.unit}: no unit of baclofen by mouth, which is dosed in mg`,
  'volume-without-strength': ({ written, timesDaily, could }) =>
    `${formatQuantity(written)}${timesDaily ? ` ${frequency(timesDaily)}` : ''} without a strength: at ${formatList(could.map(({ strength }) => strength))} it is ${formatList(could.map(({ amount }) => amount))}`,
  'strength-disagrees': ({ written, volume, strength, limit }) =>
    volume
      ? `${formatQuantity(volume)} of ${formatQuantity(strength)} hold ${formatQuantity(limit)}, and ${formatQuantity(written)} is written`
      : `${formatQuantity(written)} is written, and the product has ${formatQuantity(limit)}`,
  'cannot-be-made': ({ written, products, nearest }) =>
    `${formatQuantity(written)} cannot be made of ${products.join(' and ')}; nearest ${formatList(nearest)}`,
  'dose-above-largest': ({ written, limit, rule }) =>
    `One dose of ${formatQuantity(written)}: above ${formatQuantity(limit)} ${byRule[rule]}`,
  'day-above-ceiling': ({ written, limit, rule }) =>
    `${formatQuantity(written)}: above the ceiling ${byRule[rule]}${multiple(written.value, limit.value)}`,
  avoid: ({ why, limit }) =>
    why === 'dialysis'
      ? 'On dialysis baclofen is to be avoided'
      : `Below ${limit ? formatQuantity(limit) : 'this clearance'} baclofen is to be avoided`,
  'older-and-kidney': ({ written, limit, fresh, higher }) =>
    `65 years and over, below ${formatNumber(limit.value)} mL/min: Beers 2023 says avoid${higher ? ` (it names the eGFR: ${formatQuantity(higher)})` : ''}${fresh ? `; new, ${formatQuantity(written)}` : ''}`,
  'kidney-in-record': kidneyWords,
  'start-above': ({ written, limit, rule }) =>
    `A first ${formatQuantity(written)}: above the first level ${byRule[rule]}, ${formatQuantity(limit)}${multiple(written.value, limit.value)}`,
  'start-below': ({ written, limit }) =>
    `A first ${formatQuantity(written)}: less than half of ${formatQuantity(limit)}. A tenth?`,
  jump: jumpWords,
  child: childWords,
  'two-orders': ordersWords,
  'quantity-disagrees': ({ written, limit, days }) =>
    `${formatQuantity(written).trim()} written; the directions need ${formatQuantity(limit).trim()} for ${formatQuantity(days)}`,
  hypersensitivity: () => 'Known hypersensitivity to baclofen',
  contraindicated: ({ sentence }) => bare(sentence),
  sedatives: ({ drugs, sentence }) => `${drugs.join(', ')}: ${bare(sentence)}`,
  interaction: ({ drugs, sentence }) => `${drugs.join(', ')}: ${bare(sentence)}`,
  condition: ({ condition, sentence }) => `${condition}: ${bare(sentence)}`,
};

function bare(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** What is wrong, without the full stop. */
export function findingWords({ code, params }: Finding): string {
  // One finding is one member of the union: its words take its params.
  return (words[code] as (params: FindingParams[FindingCode]) => string)(params);
}

/** What is wrong, in one sentence. */
export function findingSentence(found: Finding): string {
  const words = findingWords(found);
  return words.endsWith('?') ? words : `${words}.`;
}

/** The parts of a check, as the last line names them. */
export const partWords: Readonly<Record<CheckedPart, string>> = {
  unit: 'unit',
  strength: 'strength',
  products: 'products',
  'largest-dose': 'largest dose',
  ceiling: 'ceiling',
  kidney: 'kidney',
  age: 'age',
  weight: 'weight',
  start: 'first dose',
  change: 'change from what is taken',
  interactions: 'other drugs',
  conditions: 'conditions',
  quantity: 'quantity',
  allergies: 'allergies',
  pregnancy: 'pregnancy',
};

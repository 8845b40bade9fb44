import { type Quantity, quantity, tidy } from '../../core/values/quantity.js';
import { readQuantity } from './quantity.js';
import { type Read, spaced } from './read.js';

const spec = {
  what: 'a strength',
  in: { 'mg/mL': { above: 0, to: 100 } },
  example: '1mg/mL, or as on a label 100mg/10mL',
} as const;

/** The strength of a liquid, of one mL or as a label has it: "10mg/mL", "25 mg per 5 mL", "100mg/10mL". */
export function readStrength(text: string): Read<Quantity<'mg/mL'>> {
  if (/\d ?(?:mcg|ug|\u00b5g|\u03bcg)/i.test(spaced(text))) {
    return { wrong: `mcg are for a pump, by mouth it is mg: it takes ${spec.what}, such as ${spec.example}` };
  }
  const number = '(\\d+(?:\\.\\d+)?)';
  const form = new RegExp(`^${number} ?mg ?(?:/|per|in) ?(?:${number} ?)?ml$`, 'i');
  const [, milligrams, millilitres = '1'] = form.exec(spaced(text)) ?? [];
  if (milligrams === undefined) return readQuantity(text, spec);
  const value = tidy(Number(milligrams) / Number(millilitres));
  return value > 0 && value <= 100 ? { ok: quantity(value, 'mg/mL') } : readQuantity('', spec);
}

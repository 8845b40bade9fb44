import type { Quantity, Unit } from '../../core/values/quantity.js';
import { formatQuantity } from '../quantity.js';

/** Groups of a request whose name adds nothing, and the mark of a variant. */
const silent = new Set(['patient', 'pattern', 'kind', 'steps', 'doses']);

/** Everything that was asked, a line each, in the words of its field: "Creatinine clearance: 42 mL/min". */
export function requestLines(request: object, group = ''): string[] {
  return Object.entries(request).flatMap(([key, value]: [string, unknown]) => {
    const name = [group, silent.has(key) ? '' : fieldWords(key)].filter(Boolean).join(' ');
    if (key === 'kind' || value === undefined) return [];
    if (typeof value !== 'object' || value === null) return [`${sentence(name)}: ${value === true ? 'yes' : value}`];
    if (Array.isArray(value)) return listed(value, name);
    if (isQuantity(value)) return [`${sentence(name)}: ${amountWords(value)}`];
    if ('numerator' in value && 'denominator' in value) {
      return [`${sentence(name)}: ${value.numerator} in ${value.denominator}`];
    }
    // The parts of a dose say what they are.
    return requestLines(value, key === 'dose' ? group : name);
  });
}

/** A prescriber may have written a unit that is none of ours. */
function amountWords(amount: Quantity<Unit>): string {
  const words = formatQuantity(amount);
  return words.endsWith('undefined') ? `${amount.value} ${amount.unit}` : words;
}

/** A list in one line; what has parts of its own, a line each. */
function listed(values: readonly unknown[], name: string): string[] {
  const simple = values.every((each) => typeof each !== 'object' || each === null || isQuantity(each));
  if (!simple) return values.flatMap((each) => requestLines(each as object, name));
  const said = values.map((each) => (typeof each === 'object' && each !== null ? amountWords(each as never) : each));
  return [`${sentence(name)}: ${said.join(', ')}`];
}

function isQuantity(value: object): value is Quantity<Unit> {
  return 'value' in value && 'unit' in value;
}

/** "creatinineClearance" is "creatinine clearance". */
export function fieldWords(key: string): string {
  return key === 'egfr' ? 'eGFR' : key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sentence(name: string): string {
  return name.startsWith('eGFR') ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

import { InputError } from './input-error.js';

/**
 * Holds every number of a request to be finite and not below zero, as with any other a search for doses would not end;
 * and every fraction to be one.
 * @throws InputError naming the quantity.
 */
export function requireNumbers(request: object, name = ''): void {
  for (const [key, value] of Object.entries(request)) {
    const field = key === 'value' ? name : key;
    if (typeof value === 'number' && !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new InputError(field, String(value), 'a number from 0 up');
    }
    if (key === 'denominator' && value === 0) throw new InputError(name, 'a denominator of 0', 'one above 0');
    if (value instanceof Object) requireNumbers(value, field);
  }
}

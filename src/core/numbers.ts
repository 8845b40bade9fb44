import { InputError } from './input-error.js';

/**
 * Holds every number of a request to be finite and not below zero; with any other a search for doses would not end.
 * @throws InputError naming the quantity.
 */
export function requireNumbers(request: object, name = ''): void {
  for (const [key, value] of Object.entries(request)) {
    const field = key === 'value' ? name : key;
    if (typeof value === 'number' && !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new InputError(field, String(value), 'a number from 0 up');
    }
    if (typeof value === 'object' && value !== null) requireNumbers(value, field);
  }
}

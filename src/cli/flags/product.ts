import type { ProductParameters } from '../../core/doses/product.js';
import { textsThat } from './reader.js';

/** Product ids; whether they exist is for the core to say. */
export const productFlags = {
  product: textsThat((ids) => new Set(ids).size === ids.length, 'each product once'),
};

export function productIds({ products }: ProductParameters): string[] {
  return products.map(({ id }) => id);
}

/** The usual product as help names it. */
export function usualProduct({ usual }: ProductParameters): string {
  return `${usual.id}, ${usual.source}`;
}

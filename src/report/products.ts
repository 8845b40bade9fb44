import type { Product, ProductParameters } from '../core/doses/product.js';
import { formatQuantity } from './quantity.js';
import { type Report, text } from './report.js';

/** Every product: what it is, how it divides, where it is sold. */
export function presentProducts({ products, usual }: ProductParameters): Report {
  return {
    title: 'Baclofen products',
    blocks: [
      {
        kind: 'table',
        head: ['Id', 'Product', 'Divides into', 'Markets'],
        rows: products.map((product) => [
          text(product.id === usual.id ? `${product.id} (usual)` : product.id),
          text(product.name, [product.kind === 'solid' ? product.strength : product.concentration]),
          text(divides(product), [product.kind === 'solid' ? product.halves : product.step]),
          text(product.markets.join(', ')),
        ]),
      },
    ],
  };
}

function divides(product: Product): string {
  if (product.kind === 'liquid') return `${formatQuantity(product.step)} steps`;
  return product.halves.allowed ? 'halves' : 'whole only';
}

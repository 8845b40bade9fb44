import type { ProductParameters } from '../../core/doses/product.js';
import type { Country, RuleSet } from '../../core/titration/rules.js';
import type { PrintedSource } from '../source.js';
import { type TidyTable, tidyTable } from './table.js';

/** A row a product. */
export function productsTable({ products, usual }: ProductParameters): TidyTable {
  return tidyTable(
    ['id', 'form', 'strength', 'unit', 'halves', 'markets', 'rxnorm', 'usual', 'source'],
    products.map((product) => {
      const { id, form, markets, rxnorm } = product;
      const strength = product.kind === 'solid' ? product.strength : product.concentration;
      return {
        id,
        form,
        strength: strength.value,
        unit: strength.unit,
        halves: product.kind === 'solid' ? yesNo(product.halves.allowed) : undefined,
        markets: markets.join(' '),
        rxnorm: rxnorm?.code,
        usual: yesNo(id === usual.id),
        source: strength.source,
      };
    }),
  );
}

/** A row a number of the rules of a country. */
export function rulesTable({ rules }: { readonly rules: Readonly<Record<Country, RuleSet>> }): TidyTable {
  const rows = Object.entries(rules).flatMap(([country, set]) =>
    Object.entries(set).flatMap(([part, cited]) =>
      isCited(cited) ? [{ rules: country, part, ...cited, alternatives: undefined }] : [],
    ),
  );
  return tidyTable(['rules', 'part', 'value', 'unit', 'source', 'locator', 'evidence', 'checked'], rows);
}

interface CitedNumber {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly locator: string;
  readonly evidence: string;
  readonly checked: string;
}

function isCited(part: unknown): part is CitedNumber {
  return typeof part === 'object' && part !== null && 'value' in part && 'unit' in part && 'checked' in part;
}

interface Taken {
  readonly path: string;
  readonly source: string;
  readonly value: unknown;
}

/** A row a value that is taken from a source, by its place in the data; a sentence has no number. */
function takenTable(taken: readonly Taken[]): TidyTable {
  return tidyTable(
    ['path', 'source', 'locator', 'evidence', 'checked', 'value', 'unit'],
    taken.map(({ path, source, value: cited }) => {
      const { locator, evidence, checked, ...others } = cited as Omit<CitedNumber, 'value' | 'unit'> & {
        readonly value?: unknown;
        readonly unit?: string;
      };
      const number = typeof others.value === 'number' ? { value: others.value, unit: others.unit } : {};
      return { path, source, locator, evidence, checked, ...number };
    }),
  );
}

/** A row a source, or a row a value where one source is asked for, or what is stale. */
export function sourcesTable(content: {
  readonly sources: readonly (PrintedSource & { readonly type: string; readonly accessed: string })[];
  readonly taken: readonly Taken[];
  readonly stale?: unknown;
}): TidyTable {
  if (content.stale !== undefined || content.sources.length < 2) return takenTable(content.taken);
  return tidyTable(
    ['id', 'type', 'title', 'publisher', 'version', 'url', 'accessed'],
    content.sources.map(({ id, type, title, publisher, version, url, accessed }) => ({
      id,
      type,
      title,
      publisher,
      version,
      url,
      accessed,
    })),
  );
}

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

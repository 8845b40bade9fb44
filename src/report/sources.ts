import { formatQuantity } from './quantity.js';
import { detail, list, paragraph, type Report, section, type Text, text } from './report.js';
import type { PrintedSource } from './source.js';

/** One thing taken from a source. */
export interface Taken {
  readonly path: string;
  readonly source: string;
  readonly locator: string;
  readonly evidence: string;
  readonly checked: string;
  readonly note: string;
  readonly value: unknown;
}

/** Every source and how much is taken from it, or one source with all that is. */
export function presentSources(sources: readonly PrintedSource[], taken: readonly Taken[], id?: string): Report {
  const chosen = sources.find((source) => source.id === id);
  return chosen
    ? one(
        chosen,
        taken.filter(({ source }) => source === id),
      )
    : all(sources, taken);
}

function all(sources: readonly PrintedSource[], taken: readonly Taken[]): Report {
  const count = (id: string) => taken.filter(({ source }) => source === id).length;
  return {
    title: `Sources: ${sources.length}, by id, each with what it is called and how many values stand on it`,
    blocks: [
      list(sources.map(({ id, short }) => text(`${id}: ${short}, ${count(id)}`))),
      ...detail([
        {
          kind: 'table',
          head: ['Id', 'Source', 'Values'],
          rows: sources.map(({ id, title, publisher, version }) => [
            text(id),
            text(`${title} (${publisher}, ${version})`),
            text(String(count(id))),
          ]),
        },
      ]),
    ],
    brief: { rest: 'What is taken from one of them: baclofen sources ID. Titles and publishers: --full.' },
  };
}

function one({ id, title, publisher, version, url, readAs }: PrintedSource, taken: readonly Taken[]): Report {
  return {
    title: `${title} (${id})`,
    blocks: [
      paragraph(`From: ${publisher}, ${version}.${url ? ` ${url}` : ''}`),
      ...(readAs ? [paragraph(`Read as: ${readAs}.`)] : []),
      ...section(
        'What is taken from it',
        taken.map((each) => takenLine(each)),
      ),
    ],
  };
}

/** A value, where it stands, and when it was checked; behind the date what else is said of it. */
export function takenLine({ path, locator, evidence, checked, note, value }: Taken, age = ''): Text {
  const stands = [`${path}:`, ...printed(value), locator].join(' ');
  return text(`${stands}; ${evidence}; checked ${checked}${age}. ${note}`);
}

/** Nothing for a value that its locator says: the edges of a band. */
function printed(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('value' in value && 'unit' in value) return [`${formatQuantity(value as Parameters<typeof formatQuantity>[0])}.`];
  if ('value' in value && typeof value.value === 'string') return [`${value.value}.`];
  if ('numerator' in value && 'denominator' in value) return [`${value.numerator} in ${value.denominator}.`];
  return 'text' in value ? [`${value.text}`] : [];
}

import { infantDose } from '../milk/equations.js';
import {
  type Citation,
  type Cited,
  type CitedText,
  cite,
  plain,
  type Statement,
  statement,
} from '../values/citation.js';
import { InputError } from '../values/input-error.js';
import { type Quantity, quantity, tidy, type Unit } from '../values/quantity.js';
import { relativeInfantDose } from './equations.js';

/** A reference that publishes a relative infant dose, and the values that make its figure. */
export interface PublishedExposure {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly milk: Cited<'mg/L'>;
  readonly intake: Cited<'mL/kg/d'>;
  /** Where the reference states the infant dose too. */
  readonly infantDose?: Cited<'mg/kg/d'>;
  readonly figures: readonly {
    readonly published: Cited<'%'>;
    readonly maternalDose: Cited<'mg/d'>;
    readonly maternalWeight: Cited<'kg'>;
  }[];
  readonly remark: CitedText;
}

/** A published figure beside the same figure computed from its assumptions. */
export interface Reproduction {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly assumptions: readonly {
    readonly name: 'milk-level' | 'milk-intake' | 'maternal-dose' | 'maternal-weight';
    readonly value: Quantity<Unit>;
    readonly note: string;
    readonly citations: readonly Citation[];
  }[];
  readonly figures: readonly ReproducedFigure[];
  readonly remark: Statement;
}

export interface ReproducedFigure {
  readonly name: 'infant-dose' | 'relative-infant-dose';
  readonly published: Quantity<Unit>;
  readonly computed: Quantity<Unit>;
  /** Computed less published, in the unit of both; for a relative dose these are percentage points. */
  readonly difference: Quantity<Unit>;
  readonly maternalDose?: Quantity<'mg/d'>;
  readonly maternalWeight?: Quantity<'kg'>;
  readonly citations: readonly Citation[];
}

/** The reference of that id. @throws InputError naming the ones there are. */
export function publishedExposure(id: string, references: readonly PublishedExposure[]): PublishedExposure {
  const found = references.find((reference) => reference.id === id);
  if (found) return found;
  throw new InputError('assume', `"${id}"`, `one of ${references.map((reference) => reference.id).join(', ')}`);
}

/** The figures of a reference computed anew: infant dose (mg/kg/d) and relative infant dose (%), and how far off. */
export function reproduce(reference: PublishedExposure): Reproduction {
  const { id, name, date, milk, intake, figures, remark } = reference;
  const exact = infantDose(plain(milk), plain(intake), 1);
  return {
    id,
    name,
    date,
    assumptions: [
      assumption('milk-level', milk),
      assumption('milk-intake', intake),
      ...figures.flatMap(({ maternalDose, maternalWeight }, index) => [
        assumption('maternal-dose', maternalDose),
        ...(figures[index - 1]?.maternalWeight.value === maternalWeight.value
          ? []
          : [assumption('maternal-weight', maternalWeight)]),
      ]),
    ],
    figures: [
      ...(reference.infantDose ? [reproduced('infant-dose', reference.infantDose, tidy(exact.value))] : []),
      ...figures.map(({ published, maternalDose, maternalWeight }) => ({
        ...reproduced(
          'relative-infant-dose',
          published,
          tidy(relativeInfantDose(exact, maternalDose, maternalWeight).value),
        ),
        maternalDose: plain(maternalDose),
        maternalWeight: plain(maternalWeight),
      })),
    ],
    remark: statement(remark),
  };
}

function assumption(
  name: Reproduction['assumptions'][number]['name'],
  cited: Cited<Unit>,
): Reproduction['assumptions'][number] {
  return { name, value: plain(cited), note: cited.note, citations: cite(cited) };
}

function reproduced(name: ReproducedFigure['name'], published: Cited<Unit>, computed: number): ReproducedFigure {
  return {
    name,
    published: plain(published),
    computed: quantity(computed, published.unit),
    difference: quantity(tidy(computed - published.value), published.unit),
    citations: cite(published),
  };
}

import { type Notice, notice } from '../answer/notice.js';
import type { LeftOut } from '../patient/file.js';
import type { NamedKidneyDisease, RecordParameters } from '../patient/records.js';
import { cite } from '../values/citation.js';
import { isBelow } from '../values/thresholds.js';
import type { RenalBand } from './band.js';
import type { Estimate, RenalFunction } from './types.js';

type Diseases = Pick<RecordParameters, 'namedKidneyDiseases'>;

/** A disease of the kidney whose name says something else than the number that decides; acute injury beside any. */
export function diseaseNotices(
  leftOut: readonly LeftOut[],
  { deciding: decided, estimates }: Pick<RenalFunction, 'deciding' | 'estimates'>,
  bands: readonly RenalBand[],
  { namedKidneyDiseases }: Diseases,
): Notice[] {
  const place = bands.findIndex(({ id }) => id === decided?.band);
  // In the lowest band nothing is given, whatever else stands in the record.
  if (decided === undefined || place === 0) return [];
  const found = namedKidneyDiseases.flatMap((disease) => {
    const left = leftOut.find((each) => each.disease === disease.name);
    return left ? [{ disease, left }] : [];
  });
  const [acute] = found.filter(({ disease }) => disease.below === undefined);
  const [chronic] = found.filter(
    ({ disease }) => disease.below && place > placeOf(disease, bands) && !isStaged(disease, estimates),
  );
  const said = ({ from, more }: LeftOut, { name }: NamedKidneyDisease) => ({
    disease: name,
    from,
    ...(more !== undefined && { more }),
    estimate: decided,
  });
  return [
    ...(acute ? [notice('kidney-acute', said(acute.left, acute.disease), citeOf(acute.disease))] : []),
    ...(chronic
      ? [
          notice(
            'kidney-disease-disagrees',
            { ...said(chronic.left, chronic.disease), dialysis: chronic.disease.dialysis === true },
            citeOf(chronic.disease),
          ),
        ]
      : []),
  ];
}

/** The band of the highest number that agrees with a stage. */
function placeOf({ below: stage }: NamedKidneyDisease, bands: readonly RenalBand[]): number {
  return bands.findIndex(({ below }) => below === null || below.value >= (stage?.value ?? 0));
}

/** Stages go by the indexed number, also where another one decides. */
function isStaged({ below }: NamedKidneyDisease, estimates: readonly Estimate[]): boolean {
  return estimates.some(({ value: { value, unit } }) => below && unit === below.unit && isBelow(value, below.value));
}

function citeOf({ below, currentFor }: NamedKidneyDisease) {
  return cite(...[below, currentFor].filter((each) => each !== undefined));
}

/** Where no number is known: all diseases of the kidney in one sentence, by the names that are known. */
export function diseasesWithoutNumber(leftOut: readonly LeftOut[], { namedKidneyDiseases }: Diseases): Notice[] {
  const all = leftOut.filter(({ part }) => part === 'kidneyDisease');
  const named = namedKidneyDiseases.filter(({ name }) => all.some(({ disease }) => disease === name));
  const [first] = [...all.filter(({ disease }) => disease === named[0]?.name), ...all];
  if (first === undefined) return [];
  const more = all.reduce((sum, each) => sum + 1 + (each.more ?? 0), 0) - 1;
  const { more: _, ...left } = first;
  const disease = named.map(({ name }) => name).join(', ');
  const dialysis = named.some((each) => each.dialysis);
  return [
    notice(
      'kidney-not-read',
      { ...left, ...(disease && { disease }), ...(more > 0 && { more }), ...(dialysis && { dialysis }) },
      [],
    ),
  ];
}

import type { LevelsPlan } from '../core/levels/types.js';
import { formatNumber } from './number.js';
import type { Chart } from './report.js';

/** The curve in the band of the other two sets, thinned evenly to at most so many points. */
export function levelsChart({ points, band, taken, begins }: LevelsPlan, mostPoints: number): Chart {
  const every = Math.max(1, Math.ceil(points.length / mostPoints));
  const step = every * ((points[1]?.hours ?? 1) - (points[0]?.hours ?? 0));
  const doses = new Set(taken.filter((dose) => dose.doses > 0).map((dose) => Math.round(dose.hours / step)));
  const shown = points.flatMap((point, index) => {
    const range = band.points[index];
    return index % every === 0 && range ? [{ ...point, range }] : [];
  });
  const names = band.sets.map(({ name }) => name.replace(/ .*/, '')).join(' to ');
  return {
    kind: 'chart',
    axis: begins === 'first dose' ? 'hours after the first dose' : 'hours, doses long taken',
    measure: 'Level, mcg/L',
    points: shown.map(({ hours, level, range }, index) => ({
      label: formatNumber(hours),
      value: level.value,
      marked: doses.has(index),
      range: [range.lowest.value, range.highest.value],
    })),
    labelEvery: labelEvery(step, shown.length),
    mark: 'a dose',
    band: names,
  };
}

/** Labels at whole parts of a day, some four to eight of them. */
function labelEvery(step: number, count: number): number {
  const hours = [3, 4, 6, 8, 12, 24, 48, 96].find((each) => each % step === 0 && (count * step) / each <= 8);
  return hours === undefined ? Math.ceil(count / 6) : hours / step;
}

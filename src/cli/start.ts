import { knownParameters, type Proven } from '../parameters/known.js';
import type { Parameters } from '../parameters/load.js';
import { type Paints, plain } from '../report/render/paint.js';
import { loadExtras, loadRuns } from './catalogue.js';
import { main } from './main.js';
import type { Orders } from './panel/crew.js';
import { type Surroundings, shellIn, wantsColour } from './surroundings.js';

/** Set by the build, once it has proven the data. */
declare const PROVEN_DATA: Proven;

/** `main` with what this command line needs and no more: the start takes longer than any calculation. */
export async function start(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const runs = await loadRuns(argv);
  const shell = { ...shellIn(surroundings), paints: await paintsIn(surroundings), program: import.meta.url };
  return main(argv, shell, { ...(await loadExtras(argv)), runs, load: await parametersLoader() });
}

/** What another thread of this program does, for `panel --jobs`. */
export async function work(orders: Orders): Promise<void> {
  (await import('./panel/member.js')).serve(orders, await parametersLoader());
}

async function paintsIn({ stdout, env }: Surroundings): Promise<Paints> {
  return wantsColour(stdout, env) ? (await import('../report/render/colours.js')).colours : plain;
}

/** The schemas of the data are loaded only where a data file is no longer the one that the build proved. */
async function parametersLoader(): Promise<() => Parameters> {
  const known = knownParameters(PROVEN_DATA);
  if ('date' in known) return () => known;
  const { loadParameters } = await import('../parameters/load.js');
  return () => ({ ...loadParameters(), changed: known });
}

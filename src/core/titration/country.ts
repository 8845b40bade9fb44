import type { Country } from './rules.js';
import type { TitrationContext } from './types.js';

/** Whose rules are followed: those asked for, or the usual ones of data/titration.json. */
export function countryOf(
  { rules }: { readonly rules?: Country },
  { titration }: Pick<TitrationContext, 'titration'>,
): Country {
  return rules ?? titration.usualRules.country;
}

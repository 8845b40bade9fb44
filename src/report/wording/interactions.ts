import type { InteractionSeverity, UnknownName } from '../../core/interactions/types.js';

/** How strongly a pair is warned of, in one word or two. */
export const severityWords: Readonly<Record<InteractionSeverity, string>> = {
  avoid: 'AVOID',
  high: 'high',
  moderate: 'moderate',
  caution: 'caution',
  unstated: 'reason not stated',
};

/** A name that is not on the list is never said to be free of interactions. */
export function unknownDrugWords({ name, meant }: UnknownName): string {
  return `"${name}" is not known here, and was not checked.${question(meant)}`;
}

export function unknownConditionWords({ name, meant }: UnknownName): string {
  return `"${name}" is not one of the conditions known here, and was not checked.${question(meant)}`;
}

function question(meant: string | undefined): string {
  return meant === undefined ? '' : ` Was "${meant}" meant?`;
}

/** What a record lists and this program does not know: the first by name, all of them in the whole answer. */
export function notRecognisedWords(names: readonly string[]): string {
  const more = names.length > inSentence ? ' (--full)' : '';
  return `Medications and conditions of the record not known here, and not checked: ${firstOf(names, inSentence)}${more}.`;
}

export const inSentence = 3;

/** The first of so many, and how many more. */
export function firstOf(names: readonly string[], most: number): string {
  return [names.slice(0, most).join(', '), ...(names.length > most ? [`${names.length - most} more`] : [])].join(
    ' and ',
  );
}

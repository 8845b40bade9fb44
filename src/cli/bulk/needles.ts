import type { CodeList, RecordParameters, WordList } from '../../core/patient/records.js';

/** Whether a line may speak of something; one that does not is left out before it is parsed. */
export type MaySpeak = (line: Buffer) => boolean;

/**
 * Looks for the codes, and the beginnings of the words, that the readers of records look for. What is written with other
 * letters than ASCII, or with escaped ones, may be any word.
 */
function mayHave(codes: readonly CodeList[], words: readonly WordList[]): MaySpeak {
  const needles = [
    ...codes.flatMap((list) => list.codes),
    ...words.flatMap((list) => list.words.map((word) => word.trim().split(' ')[0] ?? '')),
  ].map((each) => each.toLowerCase());
  const expression = new RegExp(`[^\\0-\\x7f]|\\\\u|${needles.map(literal).join('|')}`);
  // In this encoding a letter is a byte.
  return (line) => expression.test(line.toString('latin1').toLowerCase());
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Names of baclofen. */
export function namesBaclofen({ baclofen }: RecordParameters): MaySpeak {
  return mayHave(baclofen.codes, [baclofen.words]);
}

/** Results that are read: numbers of the kidney, weight, height, pregnancy. */
export function namesResults(records: RecordParameters): MaySpeak {
  const { creatinine, egfr, creatinineClearance, otherMaterial, weight, height, pregnancy } = records;
  const topics = [creatinine, egfr, creatinineClearance, otherMaterial];
  return mayHave(
    [
      ...topics.flatMap(({ codes }): readonly CodeList[] => codes),
      ...weight,
      ...height,
      ...pregnancy.status,
      ...pregnancy.dueDate,
      ...pregnancy.test.codes,
    ],
    [...topics, pregnancy.test].map(({ words }) => words),
  );
}

/** A pump into the spinal fluid, among devices. */
export function namesPumps({ pump }: RecordParameters): MaySpeak {
  return mayHave([], [pump]);
}

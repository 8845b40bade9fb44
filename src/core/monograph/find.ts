import type { Topic } from './types.js';

/** The topic of a word: its name or another word for it, without regard to case, spaces or underscores as hyphens. */
export function topicNamed(topics: readonly Topic[], word: string): Topic | undefined {
  const asked = kebab(word);
  return topics.find((topic) => wordsFor(topic).includes(asked));
}

/** The topic whose name, or another word for it, begins as the word does or is its beginning; from three letters on. */
export function topicBeginning(topics: readonly Topic[], word: string): Topic | undefined {
  const asked = kebab(word);
  if (asked.length < 3) return undefined;
  return topics.find((topic) => wordsFor(topic).some((each) => each.startsWith(asked) || asked.startsWith(`${each}-`)));
}

/** The name of a topic and every other word for it. */
export function wordsFor({ id, synonyms }: Topic): readonly string[] {
  return [id, ...synonyms];
}

function kebab(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

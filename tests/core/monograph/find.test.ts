import { describe, expect, it } from 'vitest';
import { topicBeginning, topicNamed } from '../../../src/core/monograph/find.js';
import type { Topic } from '../../../src/core/monograph/types.js';

const topic = (id: Topic['id'], ...synonyms: string[]): Topic => ({ id, synonyms, summary: id, lines: [] });
const topics = [topic('missed-dose', 'late'), topic('kidney', 'renal'), topic('liver', 'hepatic')];

describe('a topic by its name', () => {
  it.each([
    ['kidney', 'kidney'],
    ['renal', 'kidney'],
    ['RENAL', 'kidney'],
    [' missed dose ', 'missed-dose'],
    ['missed_dose', 'missed-dose'],
  ])('%s', (word, id) => expect(topicNamed(topics, word)?.id).toBe(id));

  it.each(['', 'kid', 'kidneys', 'dose'])('"%s" names none', (word) =>
    expect(topicNamed(topics, word)).toBeUndefined(),
  );
});

describe('a topic by its beginning', () => {
  it.each([
    ['kid', 'kidney'],
    ['hepa', 'liver'],
    ['Missed', 'missed-dose'],
    ['liver-cirrhosis', 'liver'],
  ])('%s', (word, id) => expect(topicBeginning(topics, word)?.id).toBe(id));

  // Two letters begin too many words; "livers" is no beginning and has no hyphen behind the name.
  it.each(['', 'ki', 'idney', 'livers'])('"%s" begins none', (word) =>
    expect(topicBeginning(topics, word)).toBeUndefined(),
  );
});

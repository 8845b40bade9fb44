import { topicBeginning, topicNamed, wordsFor } from '../../core/monograph/find.js';
import type { Topic } from '../../core/monograph/types.js';
import { closest } from '../../core/values/closest.js';
import { InputError } from '../../core/values/input-error.js';
import { citedSources } from '../../report/citations.js';
import { presentTopic, presentTopics } from '../../report/monograph.js';
import type { Run } from '../command.js';
import { outputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';

export const monograph = {
  flags: outputFlags,
  examples: [
    ['baclofen monograph', 'the topics'],
    ['baclofen monograph overdose', 'what matters for action'],
    ['baclofen monograph pharmacokinetics --full', 'all of a topic, with its sources'],
  ],
  argumentValues: ({ monograph: { topics } }) => topics.map(({ id }) => id),
  run({ parameters, raw, argument, shell }) {
    const { topics } = parameters.monograph;
    const flags = readFlags(outputFlags, raw, shell);
    const context = contextOf('monograph', parameters);
    if (argument === undefined) {
      const content = { topics: topics.map(({ id, summary }) => ({ id, summary })) };
      printReference(presentTopics(topics), content, context, flags, shell);
      return 0;
    }
    const topic = topicOf(topics, argument);
    const { id, summary, lines } = topic;
    const sources = citedSources(lines).map((cited) => parameters.sources.find((source) => source.id === cited));
    printReference(presentTopic(topic), { topic: { id, summary, lines }, sources }, context, flags, shell);
    return 0;
  },
} satisfies Run;

function topicOf(topics: readonly Topic[], argument: string): Topic {
  const named = topicNamed(topics, argument);
  if (named) return named;
  const near = topicBeginning(topics, argument) ?? nearest(topics, argument);
  const example = near ? `perhaps ${near.id}` : `such as ${topics[0]?.id}`;
  throw new InputError('<topic>', typed(argument), `a topic, ${example}; baclofen monograph lists them`);
}

function nearest(topics: readonly Topic[], argument: string): Topic | undefined {
  const word = closest(argument, topics.flatMap(wordsFor));
  return word === undefined ? undefined : topicNamed(topics, word);
}

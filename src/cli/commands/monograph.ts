import type { Command } from 'commander';
import { topicBeginning, topicNamed, wordsFor } from '../../core/monograph/find.js';
import type { Topic } from '../../core/monograph/types.js';
import { closest } from '../../core/values/closest.js';
import { InputError } from '../../core/values/input-error.js';
import { citedSources } from '../../report/citations.js';
import { presentTopic, presentTopicBriefly, presentTopics } from '../../report/monograph.js';
import type { Call, Run } from '../command.js';
import { outputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { onOff } from '../flags/reader.js';
import { contextOf, deliver, formatOf, paper, printReference, renderForTerminal } from '../print.js';

const readers = { full: onOff, ...outputFlags };

const schema = 'baclofen/monograph@2';

export const monograph = {
  readers,
  examples: [
    ['baclofen monograph', 'the topics'],
    ['baclofen monograph overdose', 'what matters for action'],
    ['baclofen monograph pharmacokinetics --full', 'all of a topic, with its sources'],
  ],
  flags(command: Command): Command {
    return command.optionsGroup('Topic:').option('--full', 'all lines of the topic, with the whole sources');
  },
  values: ({ monograph: { topics } }) => ({ topic: topics.map(({ id }) => id) }),
  run(call) {
    const { topics } = call.parameters.monograph;
    const flags = readFlags(readers, call.raw);
    if (call.argument === undefined) printTopics(topics, flags, call);
    else printTopic(topicOf(topics, call.argument), flags, call);
    return 0;
  },
} satisfies Run;

type Flags = ReturnType<typeof readFlags<typeof readers>>;

/** The list of topics alone fills the screen; with nothing clinical in it, it goes without the line below an answer. */
function printTopics(topics: readonly Topic[], flags: Flags, { parameters, shell }: Call): void {
  const presentation = presentTopics(topics);
  if (formatOf(flags) === 'table') {
    const list = renderForTerminal(presentation, '', flags, paper(flags, shell));
    deliver(`${list.trimEnd()}\n`, flags, shell);
    return;
  }
  const content = { schema, topics: topics.map(({ id, summary }) => ({ id, summary })) };
  printReference(presentation, content, contextOf('monograph', parameters), flags, shell);
}

/** A topic in brief on a screen and in a note; whole where it is asked for, in tables and in JSON. */
function printTopic(topic: Topic, flags: Flags, { parameters, shell }: Call): void {
  const context = contextOf('monograph', parameters);
  const brief = !flags.full && ['table', 'note'].includes(formatOf(flags));
  const { id, summary, lines } = topic;
  const sources = citedSources(lines).map((cited) => parameters.sources.find((source) => source.id === cited));
  const content = { schema, topic: { id, summary, lines }, sources };
  printReference(brief ? presentTopicBriefly(topic) : presentTopic(topic), content, context, flags, shell);
}

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

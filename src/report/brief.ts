import { type Block, inShort, paragraph, type Report } from './report.js';
import type { PrintedSource } from './source.js';
import { shortName } from './source.js';

/** Rows of a terminal of 24 that are left beside the line typed and the prompt. */
export const briefRows = 22;

/** What a clinician acts on: the answer without what it stands on, its warnings with a name, and where the rest is. */
export function briefly(
  { title, blocks, brief }: Report,
  rest: string | undefined,
  sources: readonly PrintedSource[],
): Report {
  const answer = blocks.filter(({ weight }) => weight !== 'detail');
  const last = brief ? brief.rest : rest;
  const end: Block[] = last === undefined ? [] : [brief ? paragraph(last) : inShort(last, '')];
  return { title, blocks: [...(brief ? answer : answer.map((block) => named(block, sources))), ...end] };
}

/** A warning says who warns: "(Beers 2023)" behind it. A choice of ours is not a name. */
function named(block: Block, sources: readonly PrintedSource[]): Block {
  if (block.kind !== 'notices') return block;
  const items = block.items.map((item) => {
    const [source] = (item.citations ?? []).filter((each) => each.source !== 'judgement');
    const name = source && shortName(source.source, sources);
    return name === undefined || item.text.includes(name) ? item : { ...item, text: `${item.text} (${name})` };
  });
  return { ...block, items };
}

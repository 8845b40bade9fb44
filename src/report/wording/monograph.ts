import type { TopicId } from '../../core/monograph/types.js';

/** Where the program says more on a topic, or works it out for a patient. */
export const elsewhere: Partial<Readonly<Record<TopicId, string>>> = {
  administration: 'See baclofen products.',
  interactions: 'Drug by drug: baclofen titrate --start 5 --with oxycodone.',
  conditions: 'One by one: baclofen titrate --start 5 --condition epilepsy.',
  pregnancy: 'See baclofen newborn.',
  lactation: 'See baclofen infant-dose.',
  'older-adults': 'See baclofen renal.',
  children: 'See baclofen titrate --age 5 --weight 20.',
  kidney: 'See baclofen renal.',
  withdrawal: 'See baclofen taper.',
};

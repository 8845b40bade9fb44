import { type Format, formats, planFormats } from './format.js';
import { holdsControls } from './printable.js';
import { choice, onOff, textThat } from './reader.js';

const common = {
  json: onOff,
  explain: onOff,
  full: onOff,
  color: onOff,
  debug: onOff,
  output: textThat((path) => path !== '' && !holdsControls(path), 'the name of a file'),
  force: onOff,
};

/** The flags that every answer has. */
export const outputFlags = { format: choice(formats), ...common };

/** The same for a command that plans doses by the day. */
export const planOutputFlags = { format: choice(planFormats), ...common };

export interface OutputFlags {
  readonly format?: Format | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly full?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

import { InputError } from '../../core/values/input-error.js';
import type { Run } from '../command.js';
import { scripts } from '../completion/shells.js';
import { places } from '../completion/words.js';
import { screenFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';

export const completion = {
  flags: screenFlags,
  examples: [
    ['eval "$(baclofen completion bash)"', 'in ~/.bashrc; the same with zsh in ~/.zshrc, after compinit'],
    ['baclofen completion fish > ~/.config/fish/completions/baclofen.fish', 'for fish'],
    ['baclofen completion powershell | Out-String | Invoke-Expression', 'in the profile of PowerShell'],
  ],
  argumentValues: () => Object.keys(scripts),
  run({ argument, shell, describe }) {
    const script = Object.entries(scripts).find(([name]) => name === argument)?.[1];
    if (script === undefined) {
      const got = argument === undefined ? 'nothing' : typed(argument);
      throw new InputError('<shell>', got, `one of ${Object.keys(scripts).join(', ')}`);
    }
    shell.out(script(places(describe())));
    return 0;
  },
} satisfies Run;

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Tab offers at the end of each line, in a folder with the files named. */
type Tab = (script: string, lines: readonly string[], folder: string) => readonly (readonly string[])[];

const tabs = { bash, zsh, fish } as const satisfies Record<string, Tab>;

export type TabShell = keyof typeof tabs;

export const tabShells = Object.keys(tabs) as TabShell[];

export function installed(shell: TabShell): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** Types each line and Tab into a shell that has read the script; offers are sorted. */
export function typeTab(
  shell: TabShell,
  script: string,
  lines: readonly string[],
  files: readonly string[],
): Map<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baclofen-tab-'));
  try {
    for (const file of files) writeFileSync(join(folder, file), '');
    const offers = tabs[shell](script, lines, folder);
    return new Map(lines.map((line, index) => [line, [...(offers[index] ?? ['no answer'])].sort()]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The function is called with the words as readline splits them; where it asks for files, readline lists them. */
function bash(script: string, lines: readonly string[], folder: string): string[][] {
  const calls = lines.map((line) => {
    const words = line.split(' ').flatMap((word) => {
      const [, flag, value] = /^(--[^=]*)=(.*)$/.exec(word) ?? [];
      return flag === undefined ? [word] : [flag, '=', ...(value ? [value] : [])];
    });
    return `COMP_WORDS=(${words.map(quoted).join(' ')}); COMP_CWORD=${words.length - 1}; tab`;
  });
  const tab = `compopt() { mapfile -t listed < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]#=}"); }
tab() { listed=(); COMPREPLY=(); _baclofen; for each in "\${COMPREPLY[@]}" "\${listed[@]}"; do printf '%s\\t' "$each"; done; echo; }`;
  const out = execFileSync('bash', ['-c', [script, tab, ...calls].join('\n')], { encoding: 'utf8', cwd: folder });
  return out.split('\n').map((offers, index) => {
    const start = /--[^ =]*=(?=[^ ]*$)/.exec(lines[index] ?? '')?.[0] ?? '';
    return offers
      .split('\t')
      .filter((offer) => offer !== '')
      .map((offer) => start + offer);
  });
}

/** zsh completes only at a terminal: it gets one of its own, and is asked to insert all that it offers. */
function zsh(script: string, lines: readonly string[], folder: string): string[][] {
  const own = mkdtempSync(join(tmpdir(), 'baclofen-zsh-'));
  const [setup, result] = [join(own, 'setup'), join(own, 'result')];
  writeFileSync(
    setup,
    `PS1=; unsetopt beep; autoload -Uz compinit; compinit -u -D
${script}
every() { compstate[insert]=all compstate[list]= comppostfuncs=(every) }
comppostfuncs=(every)
shown() { print -r -- "$BUFFER" >> ${quoted(result)}; BUFFER= }
zle -N shown; bindkey '^X' shown; bindkey '^I' complete-word
: > ${quoted(result)}
`,
  );
  const driver = `zmodload zsh/zpty zsh/zselect || exit 1
zpty tab zsh -f -i
zpty -w tab "source ${setup}"
shows() { integer i; for ((i = 0; i < 3000; i++)); do [[ -e $1 && $(wc -l < $1) -ge $2 ]] && return; zselect -t 1; done; exit 1 }
shows ${quoted(result)} 0
integer n=0
for line; do zpty -w -n tab "$line"$'\\t\\x18'; shows ${quoted(result)} $((++n)); done
zpty -d tab`;
  try {
    execFileSync('zsh', ['-f', '-c', driver, 'zsh', ...lines], { cwd: folder });
    return readFileSync(result, 'utf8')
      .split('\n')
      .map((buffer, index) => {
        const line = lines[index] ?? '';
        if (buffer === line) return [];
        const offers = buffer.slice(line.lastIndexOf(' ') + 1).trim();
        return offers.split(/(?<!\\) /).map((offer) => offer.replaceAll('\\', ''));
      });
  } finally {
    rmSync(own, { recursive: true });
  }
}

function fish(script: string, lines: readonly string[], folder: string): string[][] {
  const calls = lines.map((line) => `complete -C ${quoted(line)} | string replace -r '\\t.*' ''; echo ==`);
  const out = execFileSync('fish', ['--no-config', '-c', [script, ...calls].join('\n')], {
    encoding: 'utf8',
    cwd: folder,
  });
  return out.split(/^==\n/m).map((offers) => offers.split('\n').filter((offer) => offer !== ''));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

import type { Place } from './words.js';

/** A script for each shell. All words are in it, so that completing starts no process. */
export const scripts = { bash, zsh, fish, powershell } as const;

/** The case of a place in a `case` statement over "command flag". */
function caseOf({ command, flag }: Place): string {
  return `'${command} ${flag}'`;
}

function bash(places: readonly Place[]): string {
  const cases = places.map(
    (place) =>
      `    ${caseOf(place)}) words='${place.words.map(({ word }) => word).join(' ')}'${place.files ? '; files=yes' : ''} ;;`,
  );
  return `# bash completion for baclofen: eval "$(baclofen completion bash)"
_baclofen() {
  local current="\${COMP_WORDS[COMP_CWORD]}" flag='' command='' words files=''
  ((COMP_CWORD > 1)) && command="\${COMP_WORDS[1]}"
  [[ $command && "\${COMP_WORDS[COMP_CWORD-1]}" == --* ]] && flag="\${COMP_WORDS[COMP_CWORD-1]}"
  _baclofen_words "$command" "$flag"
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $files ]] && compopt -o default 2> /dev/null
  return 0
}
_baclofen_words() {
  case "$1 $2" in
${cases.join('\n')}
    *) if [[ $2 ]]; then _baclofen_words "$1" ''; else words=''; fi ;;
  esac
}
complete -F _baclofen baclofen
`;
}

function zsh(places: readonly Place[]): string {
  const cases = places.map(
    (place) =>
      `    ${caseOf(place)}) words=(${place.words.map((each) => zshWord(each)).join(' ')})${place.files ? '; _files' : ''} ;;`,
  );
  return `#compdef baclofen
# zsh completion for baclofen: eval "$(baclofen completion zsh)"
_baclofen() {
  local -a words_typed=("\${words[@]}") 
  local command='' flag=''
  ((CURRENT > 2)) && command="\${words_typed[2]}"
  [[ -n $command && "\${words_typed[CURRENT-1]}" == --* ]] && flag="\${words_typed[CURRENT-1]}"
  _baclofen_words "$command" "$flag"
}
_baclofen_words() {
  local -a words
  case "$1 $2" in
${cases.join('\n')}
    *) if [[ -n $2 ]]; then _baclofen_words "$1" ''; fi; return ;;
  esac
  _describe 'baclofen' words
}
compdef _baclofen baclofen
`;
}

function zshWord({ word, description }: Place['words'][number]): string {
  return quoted(description === '' ? word : `${word}:${description}`, "'\\''");
}

function fish(places: readonly Place[]): string {
  const lines = places.flatMap(({ command, flag, words }) => words.map((each) => fishLine(command, flag, each)));
  const taking = places.filter(({ flag, words, files }) => files || (flag !== '' && words.length === 0));
  const gaps = taking.map(({ command, flag, files }) =>
    flag === '' ? `${fishStart(command)} -F` : `${fishStart(command)} -l ${flag.slice(2)} ${files ? '-r -F' : '-x'}`,
  );
  return `# fish completion for baclofen: baclofen completion fish | source
complete -c baclofen -f
${[...lines, ...gaps].join('\n')}
`;
}

function fishStart(command: string): string {
  const when = command === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${command}`;
  return `complete -c baclofen -n '${when}'`;
}

function fishLine(command: string, flag: string, { word, description }: Place['words'][number]): string {
  const says = description === '' ? '' : ` -d ${quoted(description, "\\'")}`;
  if (flag !== '') return `${fishStart(command)} -l ${flag.slice(2)} -x -a ${word}`;
  return `${fishStart(command)} ${word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`}${says}`;
}

function powershell(places: readonly Place[]): string {
  const cases = places.map(
    (place) => `    ${caseOf(place)} = @(${place.words.map(({ word }) => `'${word}'`).join(', ')})`,
  );
  return `# PowerShell completion for baclofen: baclofen completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName baclofen -ScriptBlock {
  param($current, $line, $position)
  $places = @{
${cases.join('\n')}
  }
  $typed = @($line.CommandElements | ForEach-Object { $_.ToString() } | Select-Object -Skip 1)
  if ($current -and $typed.Count) { $typed = @($typed | Select-Object -SkipLast 1) }
  $command = if ($typed.Count) { $typed[0] } else { '' }
  $flag = if ($typed.Count -gt 1 -and $typed[-1].StartsWith('--')) { $typed[-1] } else { '' }
  $words = $places["$command $flag"]
  if ($null -eq $words) { $words = $places["$command "] }
  $words | Where-Object { $_ -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function quoted(text: string, quote: string): string {
  return `'${text.replaceAll("'", quote)}'`;
}

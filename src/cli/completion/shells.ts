import type { Place, Word } from './words.js';

/**
 * A script for each shell. All words are in it, so that completing starts no process.
 *
 * All four read the line alike: the word behind a flag that takes one is its value, any other is the argument, and
 * what was given is not offered again.
 */
export const scripts = { bash, zsh, fish, powershell } as const;

function bash(places: readonly Place[]): string {
  const cases = places.map(
    (place) => `    ${nameOf(place)}) words='${place.words.map(({ word }) => word).join(' ')}'${marks(place, '=')} ;;`,
  );
  // Readline takes "--format=csv" for three words.
  return `# bash completion for baclofen: eval "$(baclofen completion bash)"
_baclofen() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' flag='' value='' given='' used=' ' word words files more all i
  local IFS=$' \\t\\n'
  [[ $current == '=' ]] && current=''
  ((COMP_CWORD > 1)) && command="\${COMP_WORDS[1]}"
  for ((i = 2; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ $word == --* ]]; then
      flag="$word" value='' used+="$word "
    elif [[ $word == '=' ]]; then
      value='='
    elif _baclofen_at "$command" "$flag"; then
      [[ $more ]] && used+="$word "
      [[ $more && $value != '=' ]] || flag=''
      value='yes'
    else
      given='yes'
    fi
  done
  if ! _baclofen_at "$command" "$flag" || [[ $value == 'yes' ]]; then
    all="$words"
    _baclofen_at "$command" flags && all+=" $words"
    [[ ! $given ]] && _baclofen_at "$command" argument && all+=" $words"
    words="$all"
  fi
  all="$words" words=''
  for word in $all; do
    [[ $used == *" $word "* ]] || words+="$word "
  done
  if [[ $files && $current != -* ]]; then
    words=''
    compopt -o default 2> /dev/null
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  return 0
}
_baclofen_at() {
  words='' files='' more=''
  case "$1 $2" in
${cases.join('\n')}
    *) return 1 ;;
  esac
}
complete -F _baclofen baclofen
`;
}

function zsh(places: readonly Place[]): string {
  const cases = places.map(
    (place) => `    ${nameOf(place)}) found=(${place.words.map(zshWord).join(' ')})${marks(place, '=')} ;;`,
  );
  return `#compdef baclofen
# zsh completion for baclofen: eval "$(baclofen completion zsh)"
_baclofen() {
  local current="$words[CURRENT]" command='' flag='' value='' given='' files more word
  local -a found all used
  ((CURRENT > 2)) && command="$words[2]"
  for word in "\${(@)words[3,CURRENT-1]}"; do
    if [[ $word == --*=* ]]; then
      flag='' used+=("\${word%%=*}")
    elif [[ $word == --* ]]; then
      flag="$word" value='' used+=("$word")
    elif _baclofen_at "$command" "$flag"; then
      if [[ -n $more ]]; then used+=("$word"); else flag=''; fi
      value='yes'
    else
      given='yes'
    fi
  done
  if [[ $current == --*=* ]]; then
    compset -P 1 '*='
    _baclofen_at "$command" "\${current%%=*}"
  elif ! _baclofen_at "$command" "$flag" || [[ -n $value ]]; then
    all=("$found[@]")
    _baclofen_at "$command" flags && all+=("$found[@]")
    [[ -z $given ]] && _baclofen_at "$command" argument && all+=("$found[@]")
    found=("$all[@]")
  fi
  if [[ -n $files && $PREFIX != -* ]]; then
    _files
    return
  fi
  all=("$found[@]") found=()
  for word in "$all[@]"; do
    ((\${used[(Ie)\${word%%:*}]})) || found+=("$word")
  done
  _describe 'baclofen' found
}
_baclofen_at() {
  found=() files='' more=''
  case "$1 $2" in
${cases.join('\n')}
    *) return 1 ;;
  esac
}
if [[ $funcstack[1] == _baclofen ]]; then _baclofen "$@"; else compdef _baclofen baclofen; fi
`;
}

function zshWord({ word, description }: Word): string {
  return quoted(description === '' ? word : `${word}:${description}`, "'\\''");
}

function fish(places: readonly Place[]): string {
  const cases = places.map(
    (place) => `    case ${nameOf(place)}
      set words ${place.words.map(fishWord).join(' ')}${marks(place, ' ', '; set')}`,
  );
  // fish looks for the typed word in descriptions too, and would offer --force for --json.
  return `# fish completion for baclofen: baclofen completion fish | source
function __baclofen -a wanted
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l command "$typed[2]"
  set -l flag ''
  set -l value ''
  set -l given ''
  set -l start ''
  set -l used
  set -l words
  set -l files
  set -l more
  set -e typed[1..2]
  for word in $typed
    if string match -q -- '--*=*' $word
      set flag ''
      set -a used (string replace -r '=.*' '' -- $word)
    else if string match -q -- '--*' $word
      set flag $word
      set value ''
      set -a used $word
    else if __baclofen_at "$command" "$flag"
      test -n "$more"; and set -a used $word; or set flag ''
      set value yes
    else
      set given yes
    end
  end
  if string match -q -- '--*=*' $current
    set start (string replace -r '=.*' '=' -- $current)
    __baclofen_at "$command" (string trim -r -c = -- $start)
  else if not __baclofen_at "$command" "$flag"; or test -n "$value"
    set -l all $words
    __baclofen_at "$command" flags; and set -a all $words
    test -z "$given"; and __baclofen_at "$command" argument; and set -a all $words
    set words $all
  end
  if test "$wanted" = files
    test -n "$files"
    return
  end
  test -n "$files"; and not string match -q -- '-*' $current; and return
  for word in $words
    set -l name (string split -f 1 \\t -- $word)
    contains -- $name $used; and continue
    string match -q -- "*$current*" $start$name; and echo -- $start$word
  end
end
function __baclofen_at -S
  set words
  set files
  set more
  switch "$argv[1] $argv[2]"
${cases.join('\n')}
    case '*'
      return 1
  end
  return 0
end
complete -c baclofen -f -a '(__baclofen words)'
complete -c baclofen -n '__baclofen files' -F
`;
}

function fishWord({ word, description }: Word): string {
  return description === '' ? word : `${word}\\t${quoted(description, "\\'")}`;
}

function powershell(places: readonly Place[]): string {
  const cases = places.map(
    (place) => `    ${nameOf(place)} = @(${place.words.map(({ word }) => `'${word}'`).join(', ')})`,
  );
  const named = (chosen: readonly Place[]) => chosen.map(nameOf).join(', ');
  // An empty string keeps PowerShell from offering files where nothing else fits.
  return `# PowerShell completion for baclofen: baclofen completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName baclofen -ScriptBlock {
  param($current, $line, $position)
  $places = @{
${cases.join('\n')}
  }
  $files = @(${named(places.filter(({ files }) => files))})
  $more = @(${named(places.filter(({ more }) => more))})
  $typed = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = if ($typed.Count -gt 1) { $typed[1] } else { '' }
  $flag = ''
  $value = $false
  $given = $false
  $start = ''
  $used = @()
  foreach ($word in @($typed | Select-Object -Skip 2)) {
    if ($word -like '--*=*') {
      $flag = ''
      $used += $word.Split('=')[0]
    } elseif ($word -like '--*') {
      $flag = $word
      $value = $false
      $used += $word
    } elseif ($places.ContainsKey("$command $flag")) {
      if ($more -contains "$command $flag") { $used += $word } else { $flag = '' }
      $value = $true
    } else {
      $given = $true
    }
  }
  if ($current -like '--*=*') {
    $flag = $current.Split('=')[0]
    $value = $false
    $start = "$flag="
  }
  $here = @("$command $flag")
  if (-not $start -and ($value -or -not $places.ContainsKey("$command $flag"))) {
    $here += "$command flags"
    if (-not $given) { $here += "$command argument" }
  }
  if ($start -or $current -notlike '-*') {
    if ($here | Where-Object { $files -contains $_ }) { return }
  }
  $words = @($here | ForEach-Object { $places[$_] } | Where-Object { $_ -and $used -notcontains $_ })
  $words = @($words | ForEach-Object { "$start$_" } | Where-Object { $_.StartsWith("$current", 'OrdinalIgnoreCase') })
  if ($words.Count -eq 0) { return '' }
  $words | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

/** How a script names a place. */
function nameOf({ command, of }: Place): string {
  return `'${command} ${of}'`;
}

/** Sets what else is known of a place. */
function marks({ files, more }: Place, set: string, before = ';'): string {
  return `${files ? `${before} files${set}yes` : ''}${more ? `${before} more${set}yes` : ''}`;
}

function quoted(text: string, quote: string): string {
  return `'${text.replaceAll("'", quote)}'`;
}

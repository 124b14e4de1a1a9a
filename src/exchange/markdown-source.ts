import { roleOfLabel } from '../domain/speaker-role.ts'
import { headerOf } from '../domain/turn-header.ts'

/** The lines between "---" at the beginning, where all of them are "key: value" or go on with one: what a program wrote about the text. */
export function cutFrontMatter(text: string): { body: string; head: string[] } {
  const found = /^---[ \t]*\n((?:(?:[A-Za-z][\w-]{0,40}:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*|#.*)\n){1,200})(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  return found ? { body: text.slice(found[0].length), head: found[1]!.trimEnd().split('\n') } : { body: text, head: [] }
}

/** "[Anna]: Ja." is somebody who speaks and no link's address, though Markdown reads it as one. */
export function keepSpeakers(text: string): string {
  return text.replace(/^( {0,3})(?=\[[^\]\n]{1,80}\]:[ \t]*(?![ \t]*(?:<|https?:|mailto:|ftp:|www\.|#|\.{0,2}\/))\S)/gm, '$1\\')
}

/** Labels that begin lines of a text as speakers' do: a known role, one that recurs, or one in signs of its own (**Name:**, [Name]:). By the label in lower case. */
export function speakersIn(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const label = labelOf(line)
    if (label) counts.set(label, (counts.get(label) ?? 0) + (/^\s*(?:\*\*|\[[^\]]*\]:)/.test(line) ? 2 : 1))
  }
  return new Set([...counts].filter(([label, count]) => count > 1 || roleOfLabel(label) !== undefined).map(([label]) => label))
}

/** Whether a line begins somebody's turn, or with a time: Markdown would have it go on with the line before. */
export function beginsTurn(line: string, speakers: ReadonlySet<string>): boolean {
  const label = labelOf(line)
  return (label !== undefined && speakers.has(label)) || /^\s*[[(#]?\d{1,2}:\d{2}(?::\d{2})?\b/.test(line)
}

function labelOf(line: string): string | undefined {
  const header = headerOf(line.slice(0, 400))
  return header && header.style !== 'alone' && header.style !== 'tab' ? header.label.toLowerCase() : undefined
}

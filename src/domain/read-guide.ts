import { asks, type GuideLine, guideLines, isTitle } from './guide/guide-lines.ts'
import type { Guide } from './guide.ts'
import { Refusal } from './refusal.ts'
import { countWords } from './word.ts'

type Question = { number: number | null; text: string; indent: number }
type Building = { name: string; sections: { title: string; questions: Question[] }[] }
type Kind = 'name' | 'section' | 'question' | 'follow-up' | 'lead-in' | 'prose'

/**
 * An interview guide from text: Markdown, plain text, or what a document's text is. Headings by `#`, by their shortness or a
 * colon; questions by list marks or numbers, a question mark, or how they begin. What is indented under a question belongs to
 * it; a statement right above a question leads to it; other prose is left out. `{theme}` links a question to a theme. Numbers
 * are the guide's where every question has one of its own, else they count from 1. `name` is '' where the text gives none.
 * Refuses a text that holds no question.
 */
export function readGuide(text: string): Guide {
  const lines = guideLines(text)
  const building: Building = { name: '', sections: [] }
  let lead = ''
  for (const [at, line] of lines.entries()) {
    const kind = kindOf(lines, at, building)
    const section = building.sections.at(-1)
    if (kind === 'name') building.name = line.words.replace(/:$/, '').trim()
    else if (kind === 'section') building.sections.push({ title: line.words.replace(/:$/, '').trim(), questions: [] })
    else if (kind === 'lead-in') lead = `${lead}${line.words} `
    else if (kind === 'follow-up') section!.questions.at(-1)!.text += ` ${line.words}`
    else if (kind === 'question') {
      const question = { number: line.number, text: lead + line.words, indent: line.indent }
      if (section) section.questions.push(question)
      else building.sections.push({ title: '', questions: [question] })
    }
    if (kind !== 'lead-in') lead = ''
  }
  return numbered(building)
}

function kindOf(lines: readonly GuideLine[], at: number, { name, sections }: Building): Kind {
  const line = lines[at]!
  const next = lines[at + 1]
  if (line.mark === 'heading') return line.level === 1 && isOnlyTop(lines) ? 'name' : 'section'
  const last = sections.at(-1)?.questions.at(-1)
  if (last && line.indent > last.indent && line.mark !== 'plain' && hangs(lines, at)) return 'follow-up'
  if (last && line.mark === 'plain' && (isProbe(line, lines[at - 1]!) || isInRow(lines, at))) return 'follow-up'
  if (FACT.test(line.words)) return 'prose'
  if (isTitle(line) && (line.mark === 'plain' || headsOthers(line, next))) {
    const hasHeadings = lines.some(({ mark, level }) => mark === 'heading' && level < 6)
    if (line.mark === 'plain' && hasHeadings && !/:$/.test(line.words)) return 'prose'
    if (at === 0 && name === '' && !hasHeadings && next && isName(line, next, lines[at + 2])) return 'name'
    return 'section'
  }
  if (line.mark !== 'plain' || asks(line.words)) return 'question'
  return next && !next.parted && asks(next.words) && next.mark === 'plain' ? 'lead-in' : 'prose'
}

/** A form's line for who is asked, and when. */
const FACT = /^(?:namn|navn|name|roll|rolle|role|titel|tittel|title|datum|dato|date|tid|tidspunkt|time|plats|sted|place|ålder|alder|age|kön|kjønn|gender):/i

/** "Varför?" on a line of its own asks more of the question above. */
function isProbe({ words, parted }: GuideLine, before: GuideLine): boolean {
  return countWords(words) <= 2 && /\?$/.test(words) && (parted || /[.?!:}]$/.test(before.words))
}

/** Three short lines and more, one after the other, are what the question above names; a heading stands alone or under one other. */
function isInRow(lines: readonly GuideLine[], at: number): boolean {
  const isBare = (line: GuideLine | undefined) => line !== undefined && line.mark === 'plain' && isTitle(line) && !/:$/.test(line.words)
  let [from, to] = [at, at]
  while (isBare(lines[from - 1])) from--
  while (isBare(lines[to + 1])) to++
  return isBare(lines[at]) && to - from >= 2
}

/** One `#` alone is the guide's name; several are its sections. */
function isOnlyTop(lines: readonly GuideLine[]): boolean {
  return lines.filter(({ mark, level }) => mark === 'heading' && level === 1).length === 1
}

/** An indented line belongs to the question that is least indented above it, where that stands in a list too. */
function hangs(lines: readonly GuideLine[], at: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above]!
    if (line.mark === 'heading') return false
    if (line.indent < lines[at]!.indent) return !isTitle(line) || !headsOthers(line, lines[above + 1])
  }
  return false
}

function headsOthers({ words, mark, indent }: GuideLine, next: GuideLine | undefined): boolean {
  if (!next || next.mark === 'heading') return false
  return /:$/.test(words) || next.indent > indent || (next.mark !== mark && (next.mark !== 'plain' || asks(next.words)))
}

function isName({ words }: GuideLine, next: GuideLine, afterNext: GuideLine | undefined): boolean {
  return (
    /guide|skjema|formulär|protokoll|manual|schedule/i.test(words) ||
    next.mark === 'heading' ||
    (!asks(next.words) && next.mark === 'plain') ||
    (isTitle(next) && (next.mark === 'plain' || headsOthers(next, afterNext)))
  )
}

function numbered({ name, sections }: Building): Guide {
  const all = sections.flatMap(({ questions }) => questions)
  if (all.length === 0) throw new Refusal('invalid', 'refusal.guide-without-questions')
  const given = all.every(({ number }) => number !== null) && new Set(all.map(({ number }) => number)).size === all.length
  let count = 0
  return {
    name,
    sections: sections.map(({ title, questions }) => ({
      title,
      questions: questions.map(({ number, text }) => ({
        number: given ? number! : ++count,
        text: text
          .replace(/\s*\{[^}]*\}/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
        themes: [...text.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!.trim()),
      })),
    })),
  }
}

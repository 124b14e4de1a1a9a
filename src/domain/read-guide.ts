import type { Guide } from './guide.ts'

type Building = { name: string; sections: { title: string; questions: { number: number; text: string; themes: string[] }[] }[] }

/** An interview guide as a plain text: `# name`, `## section`, `1. question {theme} {theme}`. */
export function readGuide(markdown: string): Guide {
  const guide: Building = { name: '', sections: [] }
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^(#{1,2})\s+(.+)$/.exec(line)
    const question = /^(\d+)[.)]\s+(.+)$/.exec(line)
    if (heading?.[1] === '#') guide.name = heading[2]!.trim()
    else if (heading) guide.sections.push({ title: heading[2]!.trim(), questions: [] })
    else if (question) {
      if (guide.sections.length === 0) guide.sections.push({ title: '', questions: [] })
      const themes = [...question[2]!.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!.trim())
      guide.sections.at(-1)!.questions.push({ number: Number(question[1]), text: question[2]!.replace(/\{[^}]*\}/g, '').trim(), themes })
    }
  }
  return guide
}

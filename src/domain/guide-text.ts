import type { Guide } from './guide.ts'

/** A guide in its text form, which `readGuide` reads: `# name`, `## section`, `1. question {theme}`. Ends in a line feed. */
export function guideText({ name, sections }: Guide): string {
  const lines = name ? [`# ${name}`] : []
  for (const { title, questions } of sections) {
    if (title) lines.push(`## ${title}`)
    const asked = questions.map(({ number, text, themes }) => [`${number}. ${text}`, ...themes.map((theme) => `{${theme}}`)].join(' '))
    if (asked.length > 0) lines.push(asked.join('\n'))
  }
  return `${lines.join('\n\n')}\n`
}

import { questionsOf } from '../domain/guide.ts'
import { guideText } from '../domain/guide-text.ts'
import { findProject } from '../services/find-project.ts'
import { proposeFrom } from '../services/propose-from.ts'
import { readGuideTexts } from '../services/read-guides.ts'
import { type Command, type Context, Usage } from './command.ts'

/** Show a project's interview guides in their text form, or propose one from the questions that recur in its sources. Nothing is kept. */
export const guide: Command = {
  usage: 'guide <project> propose|show',
  async run(context) {
    const [slug, what] = context.words
    if (!slug || context.words.length !== 2) throw new Usage()
    if (what === 'show') return showGuides(context, slug)
    if (what === 'propose') return propose(context, slug)
    throw new Usage()
  },
}

async function showGuides({ house, say, json, print }: Context, slug: string): Promise<void> {
  const project = await findProject(house, slug)
  const guides = await readGuideTexts(house, project.id)
  if (json) return print(`${JSON.stringify({ guides: guides.map(({ text: _, ...guide }) => guide) }, null, 2)}\n`)
  if (guides.length === 0) return print(`${say('cli.no-guides')}\n`)
  for (const { text, sources } of guides) {
    print(text)
    if (sources.length > 0) print(`\n${say('cli.guide-sources', { sources: sources.join(', ') })}\n`)
    print('\n')
  }
}

/** The proposal itself goes to standard output as a guide; how far each question recurs stands in JSON. */
async function propose({ house, pool, say, json, print }: Context, slug: string): Promise<void> {
  const project = await findProject(house, slug)
  const { guide, recurs, interviews } = await proposeFrom(house, pool, { projectId: project.id, sourceIds: [], name: say('guides.default-name') })
  if (!json) return print(questionsOf(guide).length === 0 ? `${say('guides.proposal-none')}\n` : guideText(guide))
  const sections = guide.sections.map(({ title, questions }) => ({
    title,
    questions: questions.map((question) => ({ ...question, interviews: recurs[question.number] ?? 0 })),
  }))
  print(`${JSON.stringify({ name: guide.name, interviews, sections }, null, 2)}\n`)
}

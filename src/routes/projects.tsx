import { Hono } from 'hono'
import { z } from 'zod'
import { EmptyStudy } from '../../views/projects/empty-study.tsx'
import { Projects } from '../../views/projects/projects.tsx'
import { Study } from '../../views/projects/study.tsx'
import type { CodebookRow } from '../domain/codebook.ts'
import { Refusal } from '../domain/refusal.ts'
import { sourceLanguages } from '../domain/source.ts'
import { createProject } from '../services/create-project.ts'
import { editProject } from '../services/edit-project.ts'
import { countThreadsWaiting } from '../services/read-discussion.ts'
import { readStudy } from '../services/read-study.ts'
import { codesOfFile, fiveThemes } from '../services/starting-codebook.ts'
import { accept } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { markFresh } from './fresh.ts'
import { projectsFor } from './guard.ts'

const file = z.instanceof(File).optional().or(z.literal(''))
export const codebookChoice = z.object({ codebook: z.enum(['five-themes', 'empty', 'file']), file })
const newProject = codebookChoice.extend({ name: z.string(), language: z.enum(sourceLanguages) })
const edit = z.object({ name: z.string().optional(), question: z.string().optional() })

/** The list of projects, and a study's home. */
export const projects = new Hono<AppEnv>()

projects.get('/', async (c) => {
  const starting = fiveThemes().map((code) => code.labels[0]!)
  return show(
    c,
    { title: c.var.reader.say('projects.title'), layout: 'page start', scripts: ['codebook-choice.js'] },
    <Projects projects={await projectsFor(c, 'read')} starting={starting} />,
  )
})

projects.post('/projects', accept('form', newProject), async (c) => {
  const { name, language, ...choice } = c.req.valid('form')
  const { slug } = await createProject(c.var.house, { name, language, coderId: c.var.coder.id, codes: await codesOf(choice) })
  return goTo(c, `/projects/${slug}`, { said: c.var.reader.say('projects.created', { name: name.trim() }) })
})

projects.get('/projects/:slug', async (c) => {
  const { house, project, coder, searcher } = c.var
  searcher.warm(project.id)
  const since = await markFresh(c)
  const study = await readStudy(house, project.id, coder.id)
  if (study.rows.length > 0)
    return show(
      c,
      { title: project.name, place: 'home', layout: 'page' },
      <Study project={project} {...study} since={since} waiting={await countThreadsWaiting(house, { projectId: project.id, coderId: coder.id })} />,
    )
  const starting = fiveThemes().map((code) => code.labels[0]!)
  const demo = (await projectsFor(c, 'read')).some((one) => one.slug === 'demo')
  return show(
    c,
    { title: project.name, place: 'home', layout: 'page start', scripts: ['codebook-choice.js'] },
    <EmptyStudy project={project} themes={study.themes} starting={starting} demo={demo} />,
  )
})

projects.post('/projects/:slug', accept('form', edit), async (c) => {
  const { house, project, coder, reader } = c.var
  await editProject(house, { projectId: project.id, coderId: coder.id, ...c.req.valid('form') })
  return goTo(c, `/projects/${project.slug}`, { said: reader.say('study.saved'), undoTo: `/projects/${project.slug}/undo` })
})

/** The codes that a form chose to start from. Refuses a file beside another choice. */
export async function codesOf(choice: z.infer<typeof codebookChoice>): Promise<CodebookRow[]> {
  const isFile = choice.file instanceof File && choice.file.size > 0
  // A file that somebody chose is never let lie without a word.
  if (isFile && choice.codebook !== 'file') throw new Refusal('invalid', 'refusal.file-not-chosen')
  if (choice.codebook === 'empty') return []
  if (choice.codebook === 'five-themes') return fiveThemes()
  if (!(choice.file instanceof File) || choice.file.size === 0) throw new Refusal('invalid', 'refusal.no-file')
  return codesOfFile(new Uint8Array(await choice.file.arrayBuffer()))
}

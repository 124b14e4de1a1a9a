import type { Child } from 'hono/jsx'
import { useReader } from '../layout/reader.ts'
import type { StudyProps } from './study.tsx'

/** The study's name, its question, and how far it has come in one sentence; both can be changed in place. */
export function StudyLead({
  project,
  rows,
  coders,
  themes,
  codes,
  children,
}: Pick<StudyProps, 'project' | 'rows' | 'coders' | 'themes' | 'codes'> & { children?: Child }) {
  const { say, number, coderName, standing } = useReader()
  const done = rows.filter((row) => row.source.status === 'done').length
  const coded = rows.reduce((sum, row) => sum + row.progress.coded, 0)
  const paragraphs = rows.reduce((sum, row) => sum + row.source.paragraphs, 0)
  const made = coders.map((coder) => say('study.codings-by', { coder: coderName(coder.name), n: coder.codings }))
  const [before, after] = say('study.done', { done: '\ue001' }).split('\ue001')
  return (
    <div class="page-head" id="study-head">
      <h1>{project.name}</h1>
      {project.researchQuestion && <p class="lead">{project.researchQuestion}</p>}
      <p class="lead">
        {before}
        <a href={`/projects/${project.slug}/sources`}>{say('study.n-of', { n: done, of: rows.length })}</a>
        {after} {say('study.coded', { n: coded, of: number(paragraphs) })}{' '}
        {made.length === 0
          ? say('study.no-codings', { codes: codes.length, themes: themes.length })
          : say('study.made', { made: listed(made, say('list.and')), codes: codes.length, themes: themes.length })}
      </p>
      {children}
      {standing === 'in' && (
        <p>
          <a href={`/projects/${project.slug}/people`}>{say('people.title')}</a>
        </p>
      )}
      <ProjectForm project={project} />
    </div>
  )
}

function listed(parts: readonly string[], and: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}

function ProjectForm({ project }: { project: { slug: string; name: string; researchQuestion: string } }) {
  const { say } = useReader()
  return (
    <details class="edit-project">
      <summary>{say('study.edit')}</summary>
      <form class="stack" method="post" action={`/projects/${project.slug}`}>
        <div class="field">
          <label for="project-name">{say('projects.name')}</label>
          <input id="project-name" name="name" value={project.name} required maxlength={200} />
        </div>
        <div class="field">
          <label for="project-question">{say('study.question')}</label>
          <textarea id="project-question" name="question" rows={3} maxlength={2000}>
            {project.researchQuestion}
          </textarea>
        </div>
        <button class="button" type="submit">
          {say('act.save')}
        </button>
      </form>
    </details>
  )
}

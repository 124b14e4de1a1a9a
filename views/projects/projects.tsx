import { ExchangeFileForm } from '../exchange/exchange-file-form.tsx'
import { useReader } from '../layout/reader.ts'
import { CodebookChoice } from './codebook-choice.tsx'
import { LanguageField } from './language-field.tsx'

type Item = { slug: string; name: string; sources: number; done: number; cases: number; lastAt: string | null; madeAt: string }

/** Every project in this house, and how to begin another. */
export function Projects({ projects, starting }: { projects: readonly Item[]; starting: readonly string[] }) {
  const { say, standing } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('projects.title')}</h1>
        <p class="lead">{say(projects.length === 0 ? 'projects.none' : standing === 'local' ? 'projects.lead' : 'people.projects-lead')}</p>
      </div>
      {projects.length > 0 && (
        <section class="section">
          <header>
            <h2>{say('projects.yours')}</h2>
            <a class="push small" href="/history">
              {say('history.house')}
            </a>
          </header>
          <ul class="projects">
            {projects.map((project) => (
              <ProjectItem project={project} />
            ))}
          </ul>
        </section>
      )}
      <NewProject starting={starting} />
      <FromElsewhere />
    </>
  )
}

function ProjectItem({ project }: { project: Item }) {
  const { say, when } = useReader()
  return (
    <li>
      <a href={`/projects/${project.slug}`}>{project.name}</a>
      <p>
        {project.sources === 0 ? say('projects.no-sources') : say('projects.progress', { done: project.done, n: project.sources, cases: project.cases })}{' '}
        <span class="quiet">{say('projects.last', { when: when(project.lastAt ?? project.madeAt) })}</span>
      </p>
    </li>
  )
}

/** A project that was begun in another program. */
function FromElsewhere() {
  const { say } = useReader()
  return (
    <section class="section" id="elsewhere">
      <header>
        <h2>{say('exchange.projects-title')}</h2>
      </header>
      <p>{say('exchange.projects-why')}</p>
      <ExchangeFileForm into="" />
    </section>
  )
}

function NewProject({ starting }: { starting: readonly string[] }) {
  const { say } = useReader()
  return (
    <section class="section" id="new">
      <header>
        <h2>{say('projects.new')}</h2>
      </header>
      <form class="stack new-project" method="post" action="/projects" enctype="multipart/form-data">
        <div class="field">
          <label for="name">{say('projects.name')}</label>
          <input id="name" name="name" required maxlength={200} autocomplete="off" />
        </div>
        <LanguageField />
        <h3 id="codebook">{say('study.step-codebook')}</h3>
        <CodebookChoice labelledBy="codebook" themes={starting} />
        <p>
          <button class="button first" type="submit">
            {say('projects.create')}
          </button>
        </p>
      </form>
    </section>
  )
}

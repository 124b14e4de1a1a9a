import { isTextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { ComparedLines, type Line } from './compared-lines.tsx'

type Listed = { id: number; number: number; words: number; actId: number; kind: string; actor: string; at: string; undone: boolean }
type Props = { path: string; project: string; source: { title: string; versionId: number }; versions: readonly Listed[] }

/** Every text that a source has had: who made it, when and why; to read, compare and restore. */
export function VersionsPage({ path, project, source, versions }: Props) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('version.title', { name: source.title })}</h1>
        <p class="lead">{say('version.lead')}</p>
        <p class="row">
          <a href={path}>{say('text.back')}</a>
          <a href={`${path}/replacement`}>{say('text.change')}</a>
        </p>
      </div>
      {versions.length > 1 && <CompareForm path={path} versions={versions} />}
      <div class="scroll-x">
        <table class="plain-table versions">
          <thead>
            <tr>
              <th scope="col">{say('text.versions')}</th>
              <th scope="col">{say('version.why')}</th>
              <th scope="col">{say('version.who')}</th>
              <th scope="col">{say('version.when')}</th>
              <th scope="col" class="num">
                {say('version.words')}
              </th>
              <th scope="col">
                <span class="vh">{say('version.restore')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Row path={path} project={project} version={version} holds={version.id === source.versionId} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ path, project, version, holds }: { path: string; project: string; version: Listed; holds: boolean }) {
  const { say, when, number, coderName } = useReader()
  const kind = `version.kind-${version.kind}`
  // The demo was made in the history of the house, which is no page of the project.
  const why = say(isTextKey(kind) ? kind : 'version.kind-other')
  return (
    <tr>
      <th scope="row">
        {say('version.number', { number: version.number })}
        {holds && <b>{` ${say('version.holds')}`}</b>}
        {!holds && version.undone && <span class="quiet">{` ${say('version.undone')}`}</span>}
      </th>
      <td>{version.kind === 'create-demo' ? why : <a href={`${project}/history/${version.actId}`}>{why}</a>}</td>
      <td>{coderName(version.actor)}</td>
      <td>
        <time datetime={version.at}>{when(version.at)}</time>
      </td>
      <td class="num">{number(version.words)}</td>
      <td>
        <span class="row">
          <a href={`${path}/versions/${version.number}/text`} aria-label={`${say('version.download')}: ${say('version.number', { number: version.number })}`}>
            {say('version.download')}
          </a>
          {!holds && (
            <form method="post" action={`${path}/versions/${version.number}/restoration`}>
              <button class="link" type="submit" aria-label={`${say('version.restore')}: ${say('version.number', { number: version.number })}`}>
                {say('version.restore')}
              </button>
            </form>
          )}
        </span>
      </td>
    </tr>
  )
}

function CompareForm({ path, versions }: { path: string; versions: readonly Listed[] }) {
  const { say } = useReader()
  const choice = (name: 'from' | 'to', chosen: number) => (
    <label class="row">
      <span>{say(`version.compare-${name}`)}</span>
      <select name={name}>
        {versions.map(({ number }) => (
          <option value={String(number)} selected={number === chosen}>
            {say('version.number', { number })}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form class="row section compare-form" method="get" action={`${path}/versions/compared`}>
      {choice('from', versions[1]!.number)}
      {choice('to', versions[0]!.number)}
      <button class="button" type="submit">
        {say('version.compare')}
      </button>
    </form>
  )
}

type Compared = { path: string; title: string; from: number; to: number; lines: readonly Line[]; total: number }

/** Two texts of a source laid over each other. */
export function ComparePage({ path, title, from, to, lines, total }: Compared) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('version.compared', { from, to, name: title })}</h1>
        <p>
          {total === 0 ? say('version.same') : total > lines.length ? say('version.lines-shown', { total, n: lines.length }) : say('version.lines', { total })}
        </p>
        <p>
          <a href={`${path}/versions`}>{say('text.versions')}</a>
        </p>
      </div>
      <ComparedLines lines={lines} />
    </>
  )
}

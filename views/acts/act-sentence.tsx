import type { ActAbout, ActKind } from '../../src/domain/act.ts'
import { isTextKey, type TextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

export type SentenceAct = { kind: ActKind; actor: string; about: ActAbout; tookBack: ActKind | null }
export type SentenceNames = { sources: ReadonlyMap<number, string>; codes: ReadonlyMap<number, string>; cases: ReadonlyMap<number, string> }
type Props = { act: SentenceAct; names: SentenceNames; slug: string | undefined; count?: number | undefined }

/** What somebody did, in a sentence; names of what still stands are links. `count` where several acts are told as one. */
export function ActSentence({ act, names, slug, count }: Props) {
  const { say } = useReader()
  const isTurn = act.kind === 'undo' || act.kind === 'redo'
  const inner = <Did kind={act.tookBack ?? act.kind} act={act} names={names} slug={slug} count={count} />
  if (!isTurn || !act.tookBack) return inner
  const [before, after] = say(act.kind === 'undo' ? 'did.undid' : 'did.redid', { sentence: MARK }).split(MARK)
  return (
    <>
      {before}
      {inner}
      {after}
    </>
  )
}

const MARK = '\ue001'
const slots = { source: '\ue002', code: '\ue003', case: '\ue004', label: '\ue005' }

/** The sentence with its names as marks, cut there, and each name put in as a link. */
function Did({ kind, act, names, slug, count }: Props & { kind: ActKind }) {
  const { say, coderName } = useReader()
  const { about } = act
  const many = kind === 'code-passage' && (count ?? about.count ?? 1) > 1
  const fresh = kind === 'code-passage' && about.codeId === undefined
  const key: TextKey = many ? 'did.code-passage-many' : fresh ? 'did.code-passage-new' : `did.${kind}`
  const status = kind === 'set-status' && about.label ? `source.status-${about.label}` : ''
  const values = {
    actor: coderName(act.actor),
    count: count ?? about.count ?? 1,
    status: isTextKey(status) ? say(status).toLocaleLowerCase() : (about.label ?? ''),
    ...slots,
  }
  return (
    <>
      {say(key, values)
        .split(/([\ue002-\ue005])/)
        .map((part) => (
          <Slot part={part} about={about} names={names} slug={slug} />
        ))}
    </>
  )
}

function Slot({ part, about, names, slug }: { part: string; about: ActAbout; names: SentenceNames; slug: string | undefined }) {
  const { say } = useReader()
  if (part === slots.label) return <i>{about.label}</i>
  if (part === slots.source)
    return <Named id={about.sourceId} names={names.sources} to={`/projects/${slug}/sources/`} gone={about.label ?? say('history.gone-source')} />
  if (part === slots.code) return <Named id={about.codeId} names={names.codes} to={`/projects/${slug}/codebook?code=`} gone={say('history.gone-code')} />
  if (part === slots.case) return <Named id={about.caseId} names={names.cases} to={`/projects/${slug}/cases/`} gone={about.label ?? say('history.gone-case')} />
  return part
}

function Named({ id, names, to, gone }: { id: number | undefined; names: ReadonlyMap<number, string>; to: string; gone: string }) {
  const name = id === undefined ? undefined : names.get(id)
  return name === undefined ? gone : <a href={`${to}${id}`}>{name}</a>
}

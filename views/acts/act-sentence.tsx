import type { ActAbout, ActKind } from '../../src/domain/act.ts'
import { isTextKey, type TextKey } from '../../src/texts/catalogue.ts'
import { type Reader, useReader } from '../layout/reader.ts'

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

/** What somebody did, in plain words: for where no link can stand. */
export function plainSentence(reader: Reader, act: SentenceAct, names: SentenceNames): string {
  const { say } = reader
  const { about } = act
  const nameOf = (id: number | undefined, known: ReadonlyMap<number, string>) => (id === undefined ? undefined : known.get(id))
  return markedSentence(reader, act.tookBack ?? act.kind, act, undefined)
    .replace(slots.label, () => about.label ?? '')
    .replace(slots.source, () => nameOf(about.sourceId, names.sources) ?? about.label ?? say('history.gone-source'))
    .replace(slots.code, () => nameOf(about.codeId, names.codes) ?? say('history.gone-code'))
    .replace(slots.case, () => nameOf(about.caseId, names.cases) ?? about.label ?? say('history.gone-case'))
}

/** The sentence with its names as marks. */
function markedSentence({ say, coderName }: Reader, kind: ActKind, act: SentenceAct, count: number | undefined): string {
  const { about } = act
  const many = kind === 'code-passage' && (count ?? about.count ?? 1) > 1
  const fresh = kind === 'code-passage' && about.codeId === undefined
  const key: TextKey = many
    ? 'did.code-passage-many'
    : fresh
      ? 'did.code-passage-new'
      : isApproval(kind)
        ? `did.${kind}-${about.codeId === undefined ? 'source' : 'code'}`
        : `did.${kind}`
  const status = kind === 'set-status' && about.label ? `source.status-${about.label}` : ''
  const values = {
    actor: coderName(act.actor),
    count: count ?? about.count ?? 1,
    status: isTextKey(status) ? say(status).toLocaleLowerCase() : (about.label ?? ''),
    ...slots,
  }
  const memoAbout = memoActs.has(kind) ? whatMemoIsAbout(about) : findingActs.has(kind) ? whatFindingIsOf(about) : undefined
  return memoAbout ? `${say(key, values)} ${say(memoAbout, values)}` : say(key, values)
}

/** What is written about something: the sentence ends with what that is. */
const memoActs: ReadonlySet<ActKind> = new Set(['write-memo', 'edit-memo', 'remove-memo', 'open-thread'])

function isApproval(kind: ActKind): kind is 'sign-off' | 'withdraw-sign-off' {
  return kind === 'sign-off' || kind === 'withdraw-sign-off'
}

const findingActs: ReadonlySet<ActKind> = new Set(['write-finding', 'pick-evidence', 'drop-evidence', 'write-synthesis'])

function whatFindingIsOf({ codeId, label }: ActAbout): TextKey | undefined {
  if (codeId !== undefined) return 'did.of-code'
  return label ? 'did.of-question' : undefined
}

function whatMemoIsAbout({ sourceId, codeId, caseId }: ActAbout): TextKey | undefined {
  if (caseId !== undefined) return codeId === undefined ? 'did.memo-case' : 'did.memo-cell'
  if (sourceId !== undefined) return codeId === undefined ? 'did.memo-source' : 'did.memo-coding'
  return codeId === undefined ? undefined : 'did.memo-code'
}

/** The sentence cut at its marks, and each name put in as a link. */
function Did({ kind, act, names, slug, count }: Props & { kind: ActKind }) {
  const { about } = act
  return (
    <>
      {markedSentence(useReader(), kind, act, count)
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

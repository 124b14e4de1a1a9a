import { CodeKey } from '../analysis/code-key.tsx'
import { Pager } from '../layout/pager.tsx'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { type AgreementWishes, agreementQuery } from './agreement-form.tsx'

type Coder = { id: number; name: string }
type Difference = {
  code: { id: number; key: string; tone: number; depth: number; label: string; path: string }
  source: { id: number; title: string }
  paragraph: number
  quotationId: number
  words: string
  missing: boolean
  by: readonly { coder: Coder; words: readonly string[] }[]
  decision: { applies: boolean; reason: string; coder: string; madeAt: string } | undefined
}
type Wishes = AgreementWishes & { code: number | undefined; settled: boolean }
type Props = {
  slug: string
  list: { coders: readonly Coder[]; total: number; open: number; page: number; pages: number; shown: readonly Difference[] }
  codes: readonly { id: number; key: string; label: string }[]
  wishes: Wishes
  hiding: boolean
}

/** Passages over which coders differ, each coder's words side by side, and what was decided. */
export function DifferencesPage({ slug, list, codes, wishes, hiding }: Props) {
  const { say } = useReader()
  const base = `/projects/${slug}/agreement`
  const query = queryOf(wishes)
  const page = (n: number) => `${base}/differences?${query}${query.size > 0 ? '&' : ''}page=${n}`
  return (
    <>
      <header class="page-head">
        <p class="small">
          <a href={`${base}?${agreementQuery(wishes)}`}>{say('agree.title')}</a>
        </p>
        <h1>{say('agree.differences')}</h1>
        {hiding && <p class="lead">{say('agree.hiding')}</p>}
      </header>
      <Narrow slug={slug} codes={codes} wishes={wishes} />
      <nav class="choices" aria-label={say('agree.differences')}>
        {[false, true].map((settled) => (
          <a href={`${base}/differences?${queryOf({ ...wishes, settled })}`} aria-current={settled === wishes.settled ? 'page' : undefined}>
            {say(settled ? 'agree.settled' : 'agree.open', { n: settled ? list.total - list.open : list.open })}
          </a>
        ))}
      </nav>
      {list.shown.length === 0 && <p class="notice">{say(wishes.settled ? 'agree.none-settled' : 'agree.none-open')}</p>}
      {list.shown.map((one) => (
        <Disputed slug={slug} one={one} back={page(list.page)} />
      ))}
      <Pager page={list.page} pages={list.pages} to={page} />
    </>
  )
}

function queryOf({ code, settled, ...wishes }: Wishes): URLSearchParams {
  const query = agreementQuery(wishes)
  if (code !== undefined) query.set('code', `${code}`)
  if (settled) query.set('settled', 'yes')
  return query
}

function Narrow({ slug, codes, wishes }: NarrowProps) {
  const { say } = useReader()
  return (
    <form class="row end" action={`/projects/${slug}/agreement/differences`}>
      {wishes.coders.map((id) => (
        <input type="hidden" name="coder" value={`${id}`} />
      ))}
      {wishes.settled && <input type="hidden" name="settled" value="yes" />}
      <Select
        name="code"
        label={say('agree.code')}
        all={say('agree.all-codes')}
        chosen={wishes.code ?? null}
        options={codes.map(({ id, key, label }) => ({ value: `${id}`, label: `${key} ${label}` }))}
      />
      <button class="button" type="submit">
        {say('agree.narrow')}
      </button>
    </form>
  )
}
type NarrowProps = { slug: string; codes: Props['codes']; wishes: Wishes }

function Disputed({ slug, one, back }: { slug: string; one: Difference; back: string }) {
  const { say, coderName } = useReader()
  return (
    <article class="section difference">
      <header>
        <h2>
          <CodeKey code={one.code} named />
        </h2>
        <span class="quiet small">{say(one.missing ? 'agree.missing' : 'agree.edges')}</span>
        <a class="push small" href={`/projects/${slug}/sources/${one.source.id}?focus=${one.paragraph}#st${one.paragraph}`}>
          {say('agree.place', { source: one.source.title, number: one.paragraph })}
        </a>
      </header>
      <div class="side-by-side">
        {one.by.map(({ coder, words }) => (
          <figure class="quotation">
            <figcaption class="cite">{coderName(coder.name)}</figcaption>
            {words.length === 0 ? <p class="quiet">{say('agree.not-used')}</p> : words.map((said) => <blockquote>{said}</blockquote>)}
          </figure>
        ))}
      </div>
      {one.decision && <Decided {...one.decision} />}
      <Decide slug={slug} one={one} back={back} />
    </article>
  )
}

function Decided({ applies, reason, coder, madeAt }: NonNullable<Difference['decision']>) {
  const { say, coderName, when } = useReader()
  return (
    <p>
      {say(applies ? 'agree.decided-yes' : 'agree.decided-no', { coder: coderName(coder), when: when(madeAt) })} {reason}
    </p>
  )
}

function Decide({ slug, one, back }: { slug: string; one: Difference; back: string }) {
  const { say } = useReader()
  const name = `why-${one.quotationId}-${one.code.id}`
  return (
    <details>
      <summary class="button small">{say(one.decision ? 'agree.decide-again' : 'agree.decide')}</summary>
      <form class="decide" method="post" action={`/projects/${slug}/agreement/decisions`}>
        <input type="hidden" name="quotationId" value={`${one.quotationId}`} />
        <input type="hidden" name="codeId" value={`${one.code.id}`} />
        <input type="hidden" name="back" value={back} />
        {(['yes', 'no'] as const).map((value) => (
          <label class="check">
            <input type="radio" name="applies" value={value} checked={(one.decision?.applies ?? true) === (value === 'yes')} />
            <span>{say(value === 'yes' ? 'agree.applies' : 'agree.applies-not')}</span>
          </label>
        ))}
        <label class="field" for={name}>
          {say('agree.reason')}
        </label>
        <textarea id={name} name="reason" rows={2} required>
          {one.decision?.reason ?? ''}
        </textarea>
        <button class="button first" type="submit">
          {say('agree.save')}
        </button>
      </form>
    </details>
  )
}

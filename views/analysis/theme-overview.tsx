import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'
import { WordsAreIn } from './fitting-word.tsx'
import { Counted, type CountLinks, type CountWords, headOf, type ShownCount } from './theme-count.tsx'
import { UnitLegend } from './unit-squares.tsx'

type Code = { id: number; key: string; tone: number; label: string; path: string }
type ThemeRow = { code: Code; basis: 'asked' | 'source'; asked: readonly number[]; whole: ShownCount }
export type ThemeChange = { quotations: number; states: Record<'yes' | 'no' | 'partly', number> }
export type ShownChanges = { codings: number; memos: number; themes: ReadonlyMap<number, ThemeChange> }
export type ThemeOverviewProps = {
  slug: string
  counts: { themes: readonly ThemeRow[]; cases: number }
  /** The theme whose quotations are shown beside. */
  theme: ThemeRow | undefined
  changes: ShownChanges | null | undefined
  links: (themeId: number) => CountLinks
  words: CountWords
}

/** Each theme with who says what, of how many, and what is new; its name shows the words beside. */
export function ThemeOverview({ slug, counts, theme, changes, links, words }: ThemeOverviewProps) {
  const { say } = useReader()
  const judged = counts.themes.some(({ whole }) => whole.judged)
  return (
    <section class="section">
      <header>
        <h2>{say('freq.themes')}</h2>
        <span class="quiet">{say('freq.how')}</span>
        <a class="push small" href={`/projects/${slug}/frequencies`}>
          {say('super.more-about')}
        </a>
      </header>
      <table class="freq themes-overview">
        <caption class="vh">{say('freq.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('freq.theme')}</th>
            <th scope="col">{say(headOf(counts.themes))}</th>
            <th scope="col">{say('freq.every-case')}</th>
            <th scope="col">{say('matrix.quotations')}</th>
            {changes !== undefined && <th scope="col">{say('super.new')}</th>}
          </tr>
        </thead>
        <tbody>
          {counts.themes.map(({ code, basis, asked, whole }) => (
            <tr aria-current={code.id === theme?.code.id ? 'true' : undefined}>
              <th scope="row">
                <ThemeLink slug={slug} code={code} />
              </th>
              <Counted count={whole} basis={basis} asked={asked} links={links(code.id)} words={words} />
              {changes !== undefined && (
                <td class="new-since">
                  <NewSince change={changes?.themes.get(code.id)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <UnitLegend judged={judged} />
      <p class="quiet small">
        <WordsAreIn language={words.language} />
      </p>
    </section>
  )
}

function ThemeLink({ slug, code }: { slug: string; code: Code }) {
  const address = `/projects/${slug}/supervisor?theme=${code.id}`
  return (
    <a href={`${address}#against`} data-theme={`${code.id}`} hx-get={`${address}&part=against`} hx-target="#against" hx-swap="outerHTML">
      <CodeKey code={code} named />
    </a>
  )
}

function NewSince({ change }: { change: ThemeChange | undefined }) {
  const { say } = useReader()
  if (!change) return <span class="quiet">–</span>
  const told = [
    ...(['yes', 'no', 'partly'] as const).map((state) => [change.states[state], `super.new-${state}`] as const),
    [change.quotations, 'super.new-quotations'] as const,
  ].filter(([n]) => n !== 0)
  return <span class="new">{told.map(([n, key]) => say(key, { sign: n > 0 ? '+' : '−', n: Math.abs(n) })).join(', ')}</span>
}

import { type ContrastQuotation, type ContrastSide, contrastSides } from '../../src/domain/contrast.ts'
import { useReader } from '../layout/reader.ts'
import { AskAbout } from '../review/ask-about.tsx'
import { quotationsOf } from './analysis-parts.tsx'
import { CodeKey } from './code-key.tsx'
import { ThemeCloudPlace } from './theme-cloud.tsx'

type Theme = {
  code: { id: number; key: string; tone: number; label: string; path: string }
  whole: { quotations: number; judged: boolean }
}
type Props = { slug: string; theme: Theme | undefined; contrast: readonly ContrastQuotation[] }

/** The strongest quotations of a theme, and those against it. `#against` ← another theme. */
export function Against({ slug, theme, contrast }: Props) {
  const { say } = useReader()
  const judged = theme?.whole.judged
  return (
    <section class="section against" id="against" aria-labelledby="against-head" data-theme-shown={theme && `${theme.code.id}`}>
      <header>
        <h2 id="against-head">{say('super.against')}</h2>
        {theme && (
          <span class="quiet">
            <CodeKey code={theme.code} named />
          </span>
        )}
      </header>
      {theme && theme.whole.quotations === 0 && <p class="quiet">{say('super.no-quotations')}</p>}
      {contrastSides.map((side) => (
        <OnSide slug={slug} themeId={theme?.code.id} side={side} quotations={contrast.filter((one) => one.side === side)} />
      ))}
      {theme && theme.whole.quotations > 0 && (
        <p class="small quiet">
          {!judged ? say('super.unjudged') : !contrast.some(({ side }) => side === 'no') && say('super.no-one-against')}{' '}
          <a href={quotationsOf(slug, `code:#${theme.code.id}`)}>{say('super.all-quotations', { n: theme.whole.quotations })}</a>
        </p>
      )}
      {theme && theme.whole.quotations > 0 && <ThemeCloudPlace slug={slug} themeId={theme.code.id} />}
    </section>
  )
}

type Shown = { slug: string; themeId: number | undefined }
function OnSide({ side, quotations, ...shown }: Shown & { side: ContrastSide; quotations: readonly ContrastQuotation[] }) {
  const { say } = useReader()
  if (quotations.length === 0) return null
  return (
    <div class="on-side" data-side={side}>
      <h3 class="side-label">{say(`super.side-${side}`)}</h3>
      {quotations.map((one) => (
        <Quoted {...shown} quotation={one} />
      ))}
    </div>
  )
}

function Quoted({ slug, themeId, quotation }: Shown & { quotation: ContrastQuotation }) {
  const { say } = useReader()
  const { codingId, source, start, end, paragraph, words, caseName } = quotation
  return (
    <figure class="quotation">
      <blockquote>{words}</blockquote>
      <figcaption class="cite">
        <a href={`/projects/${slug}/sources/${source.id}?at=${start}-${end}&focus=${paragraph}#st-${paragraph}`} data-cite>
          {caseName === source.title ? '' : `${caseName}: `}
          {say('quotations.cite', { source: source.title, paragraph: `${paragraph}` })}
        </a>
        <AskAbout base={`/projects/${slug}`} codingId={codingId} back={`/projects/${slug}/supervisor?theme=${themeId}#open-questions`} />
      </figcaption>
    </figure>
  )
}

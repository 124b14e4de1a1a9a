import { useReader } from '../layout/reader.ts'

export type ShownExample = {
  codingId: number
  words: string
  start: number
  end: number
  paragraph: number
  source: { id: number; title: string }
}

/** The quotations that were picked to show what a code means; each can be taken away again. */
export function CodeExamples({ base, examples }: { base: string; examples: readonly ShownExample[] }) {
  const { say } = useReader()
  return (
    <section class="section stack">
      <header>
        <h2>{say('codebook.examples')}</h2>
      </header>
      {examples.length === 0 && <p class="quiet">{say('codebook.examples-none')}</p>}
      {examples.map(({ codingId, words, start, end, paragraph, source }) => (
        <figure class="quotation code-example">
          <blockquote>{words}</blockquote>
          <figcaption class="cite">
            <a href={`${base}/sources/${source.id}?at=${start}-${end}#st-${paragraph}`}>
              {say('quotations.cite', { source: source.title, paragraph: `${paragraph}` })}
            </a>
            <ExampleForm base={base} codingId={codingId} example={true} page="codebook" />
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

type FormProps = { base: string; codingId: number; example: boolean; page: 'codebook' | 'source' }

/** Show a coding's words as an example of its code, or take them away from there. `page`: where it stands, which decides what is drawn again. */
export function ExampleForm({ base, codingId, example, page }: FormProps) {
  const { say } = useReader()
  const action = `${base}/codings/${codingId}/example`
  return (
    <form method="post" action={action} hx-post={action} hx-swap="none" data-act="example">
      <input type="hidden" name="example" value={example ? '0' : '1'} />
      <input type="hidden" name="page" value={page} />
      <button class="link small" type="submit">
        {say(example ? 'codebook.example-take-away' : 'codebook.example-show')}
      </button>
    </form>
  )
}

import type { CodeNode } from '../../src/domain/code.ts'
import { possibleParents } from '../../src/domain/codebook.ts'
import { useReader } from '../layout/reader.ts'
import { MemoSection } from '../memos/memo-section.tsx'
import { DiscussLink } from '../review/discuss-link.tsx'
import { CodeExamples } from './code-examples.tsx'
import { CodeOptions } from './code-options.tsx'
import { CodePin } from './code-pin.tsx'
import type { CodebookView } from './codebook.tsx'
import { Key } from './key.tsx'

/** The code that is open. `#code` ← opening a code, and every act on it. */
export function CodePanel(of: CodebookView) {
  const { say } = useReader()
  const { chosen, base } = of
  if (!chosen)
    return (
      <div id="code">
        <section class="section">
          <p class="quiet">{say('codebook.choose')}</p>
        </section>
      </div>
    )
  const count = of.counts.get(chosen.id) ?? { quotations: 0, codings: 0 }
  return (
    <div id="code" class="stack" tabindex={-1}>
      <section class="section stack">
        <header>
          <h2 class="code-name">
            <Key code={chosen} />
            {chosen.label}
          </h2>
        </header>
        <p class="quiet">
          {say('codebook.uses', count)}{' '}
          {count.quotations > 0 && <a href={`${base}/quotations?filter=${encodeURIComponent(`code:#${chosen.id}`)}`}>{say('codebook.see-quotations')}</a>}{' '}
          {count.quotations > 0 && <a href={`${base}/codes/${chosen.id}/similar`}>{say('similar.see')}</a>}
        </p>
        <p>
          <DiscussLink base={base} kind="code" id={chosen.id} />
        </p>
        {!chosen.retiredAt && <CodePin base={base} codeId={chosen.id} pinned={of.pinned} />}
        <EditCode code={chosen} base={base} />
      </section>
      <CodeExamples base={base} examples={of.examples} />
      <MemoSection base={base} place={{ kind: 'code', id: chosen.id }} memos={of.memos} />
      <MoveCode code={chosen} of={of} />
      {count.codings > 0 && <SplitLink code={chosen} base={base} />}
      <MergeCode code={chosen} of={of} />
      <RetireCode code={chosen} base={base} codings={count.codings} />
    </div>
  )
}

function EditCode({ code, base }: { code: CodeNode; base: string }) {
  const { say } = useReader()
  const to = `${base}/codes/${code.id}`
  return (
    <form class="stack" method="post" action={to} hx-post={to} hx-swap="none">
      <div class="field">
        <label for="label">{say('codebook.label')}</label>
        <input id="label" name="label" value={code.label} required maxlength={200} autocomplete="off" />
      </div>
      <TextField name="definition" label={say('codebook.definition')} text={code.definition} />
      <TextField name="whenToUse" label={say('codebook.when')} text={code.whenToUse} />
      <TextField name="whenNot" label={say('codebook.when-not')} text={code.whenNot} />
      <TextField name="example" label={say('codebook.example')} text={code.example} />
      {code.depth === 0 ? <ColorChoice code={code} /> : <input type="hidden" name="color" value={String(code.color ?? '')} />}
      <button class="button first" type="submit">
        {say('act.save')}
      </button>
    </form>
  )
}

function TextField({ name, label, text }: { name: string; label: string; text: string }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <textarea id={name} name={name} rows={text.length > 160 ? 5 : 3} maxlength={20_000}>
        {`\n${text}`}
      </textarea>
    </div>
  )
}

function ColorChoice({ code }: { code: CodeNode }) {
  const { say } = useReader()
  return (
    <fieldset class="colors">
      <legend>{say('codebook.color')}</legend>
      <div class="row">
        <label class="check">
          <input type="radio" name="color" value="" checked={code.color === null} />
          <span>{say('codebook.color-auto')}</span>
        </label>
        {[1, 2, 3, 4, 5, 6, 7, 8].map((tone) => (
          <label class="check">
            <input type="radio" name="color" value={String(tone)} checked={code.color === tone} />
            <span class="vh">{say('codebook.color-n', { n: tone })}</span>
            <Key code={{ key: `${tone}`, tone, depth: 0 }} />
          </label>
        ))}
      </div>
      <p class="quiet small">{say('codebook.color-from-theme')}</p>
    </fieldset>
  )
}

/** Steps that would change nothing. */
const leadsNowhere = {
  up: (code: CodeNode, siblings: readonly CodeNode[]) => siblings[0]?.id === code.id,
  down: (code: CodeNode, siblings: readonly CodeNode[]) => siblings.at(-1)?.id === code.id,
  in: (code: CodeNode, siblings: readonly CodeNode[]) => siblings[0]?.id === code.id,
  out: (code: CodeNode) => code.parentId === null,
}

function MoveCode({ code, of }: { code: CodeNode; of: CodebookView }) {
  const { say } = useReader()
  const to = `${of.base}/codes/${code.id}/move`
  const siblings = of.all.filter((one) => one.parentId === code.parentId)
  return (
    <section class="section stack">
      <header>
        <h2>{say('codebook.move')}</h2>
      </header>
      <div class="row">
        {(['up', 'down', 'in', 'out'] as const).map((way) => (
          <form method="post" action={to} hx-post={to} hx-swap="none">
            <input type="hidden" name="to" value={way} />
            <button class="button" type="submit" disabled={leadsNowhere[way](code, siblings)}>
              {say(`codebook.move-${way}`)}
            </button>
          </form>
        ))}
      </div>
      <form class="row end" method="post" action={to} hx-post={to} hx-swap="none">
        <input type="hidden" name="to" value="under" />
        <div class="field grow">
          <label for="move-parent">{say('codebook.move-under')}</label>
          <select id="move-parent" name="parentId">
            <option value="">{say('codebook.as-theme')}</option>
            <CodeOptions codes={possibleParents(of.tree, code)} chosen={[code.parentId]} />
          </select>
        </div>
        <button class="button" type="submit">
          {say('codebook.move-there')}
        </button>
      </form>
    </section>
  )
}

function SplitLink({ code, base }: { code: CodeNode; base: string }) {
  const { say } = useReader()
  return (
    <section class="section stack">
      <header>
        <h2>{say('split.head')}</h2>
      </header>
      <p class="quiet">{say('split.why')}</p>
      <p>
        <a class="button" href={`${base}/codes/${code.id}/split`}>
          {say('codebook.split')}
        </a>
      </p>
    </section>
  )
}

/** `#merge`: code-merge.js lets it stand at the code's row. */
function MergeCode({ code, of }: { code: CodeNode; of: CodebookView }) {
  const { say } = useReader()
  const count = of.counts.get(code.id)?.codings ?? 0
  const to = `${of.base}/codes/${code.id}/merger`
  const others = possibleParents(of.tree, code)
  if (others.length === 0) return null
  return (
    <section class="section stack" id="merge">
      <header>
        <h2>{say('codebook.merge')}</h2>
      </header>
      <p class="quiet">{say('codebook.merge-why')}</p>
      <form class="row end" method="post" action={to} hx-post={to} hx-swap="none">
        <div class="field grow">
          <label for="merge-into">{say('codebook.merge-into', { code: `${code.key} ${code.label}`, n: count })}</label>
          <select id="merge-into" name="intoId" required>
            <option value="">{say('codebook.merge-choose')}</option>
            <CodeOptions codes={others} />
          </select>
        </div>
        <button class="button" type="submit">
          {say('codebook.merge-there')}
        </button>
      </form>
    </section>
  )
}

function RetireCode({ code, base, codings }: { code: CodeNode; base: string; codings: number }) {
  const { say } = useReader()
  const act = code.retiredAt ? 'restoration' : 'retirement'
  const to = `${base}/codes/${code.id}`
  return (
    <section class="section stack">
      <header>
        <h2>{say('codebook.out-of-use')}</h2>
      </header>
      <form class="stack" method="post" action={`${to}/${act}`} hx-post={`${to}/${act}`} hx-swap="none">
        {!code.retiredAt && <p class="quiet">{say('codebook.retire-why')}</p>}
        <button class="button" type="submit">
          {say(code.retiredAt ? 'codebook.restore' : 'codebook.retire')}
        </button>
      </form>
      {codings === 0 && (
        <form class="stack" method="post" action={`${to}/removal`} hx-post={`${to}/removal`} hx-swap="none">
          <p class="quiet">{say('codebook.remove-why')}</p>
          <button class="button" type="submit">
            {say('codebook.remove')}
          </button>
        </form>
      )}
    </section>
  )
}

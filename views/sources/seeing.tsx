import { type ReadingKey, readingChoices } from '../../src/domain/reading.ts'
import { writeShowing } from '../../src/domain/showing.ts'
import type { TextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { ShowLink } from './show-link.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** Which codings are shown, beside the title: all, mine, none, and the one code or coder that was chosen. */
export function ShowChoices({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <nav class="choices push" id="showing" aria-label={say('source.show')}>
      {(['all', 'mine', 'none'] as const).map((one) => (
        <ShowLink of={of} showing={one}>
          {say(`source.show-${one}`)}
        </ShowLink>
      ))}
      <ShowOne of={of} />
    </nav>
  )
}

/** Filled by the island when a code or a coder is chosen. */
function ShowOne({ of }: { of: TranscriptView }) {
  const { say, coderName } = useReader()
  const one = typeof of.showing === 'object' ? of.showing : undefined
  const name = one && ('codeId' in one ? of.codeOf.get(one.codeId)?.key : coderName(of.coderOf.get(one.coderId)?.name ?? '?'))
  return (
    <a
      id="show-one"
      href={`${of.path}${one ? `?show=${writeShowing(one)}` : ''}`}
      hidden={!one}
      aria-current={one ? 'true' : undefined}
      data-says={say('source.show-only', { key: '#' })}
    >
      {name && say('source.show-only', { key: name })}
    </a>
  )
}

/** The menu `Aa`: which codings are shown, and how the text is set. Opens without a script; with one, what is chosen holds at once. */
export function Seeing({ of }: { of: TranscriptView }) {
  const { say, coder, coderName } = useReader()
  const others = [...new Set(of.codings.map(({ coderId }) => coderId))].filter((id) => id !== coder.id)
  return (
    <>
      <button class="button bare seeing-button" type="button" popovertarget="seeing" aria-label={say('seeing.open')} title={say('seeing.open')}>
        Aa
      </button>
      <div class="seeing" id="seeing" popover="auto" role="dialog" aria-label={say('seeing.open')}>
        <p class="label">{say('source.show')}</p>
        <div class="row small" role="group" aria-label={say('source.show')}>
          {(['all', 'mine', 'none'] as const).map((one) => (
            <ShowLink of={of} showing={one}>
              {say(`source.show-${one}`)}
            </ShowLink>
          ))}
          {others.map((coderId) => (
            <ShowLink of={of} showing={{ coderId }}>
              {coderName(of.coderOf.get(coderId)?.name ?? '?')}
            </ShowLink>
          ))}
        </div>
        <p class="quiet small">{say('seeing.one-code')}</p>
        <ReadingForm of={of} />
        <p class="vh" id="shown-said" role="status" />
      </div>
    </>
  )
}

const set: readonly ReadingKey[] = ['size', 'measure', 'lead', 'face', 'numbers']

function ReadingForm({ of }: { of: TranscriptView }) {
  const { say, reading } = useReader()
  const action = `/settings/reading?stay=1&back=${encodeURIComponent(of.path)}`
  return (
    <form id="reading-form" method="post" action={action} hx-post={action} hx-trigger="change, submit" hx-swap="none">
      <input type="hidden" name="keys" value={reading.keys} />
      {set.map((key) => (
        <fieldset>
          <legend>{say(`settings.reading-${key}` as TextKey)}</legend>
          <div class="choices">
            {readingChoices[key].map((one) => (
              <label>
                <input class="vh" type="radio" name={key} value={one} checked={reading[key] === one} />
                {say(`settings.reading-${key}-${one}` as TextKey)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button class="button small no-script" type="submit">
        {say('settings.reading-save')}
      </button>
    </form>
  )
}

import { flatten } from '../../src/domain/code.ts'
import { CodeOptions } from '../codebook/code-options.tsx'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

/** The picker: opens at the selection, finds a code by part of its name, applies it. Hidden until the island picker.js opens it. */
export function Picker({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const action = `${of.path}/codings`
  return (
    <div class="picker" id="picker" role="dialog" aria-label={say('picker.title')} data-title={say('picker.title')} data-recode={say('source.recode')} hidden>
      <form id="coding-form" novalidate method="post" action={action} hx-post={action} hx-swap="none">
        <input type="hidden" name="version" value={String(of.source.versionId)} />
        <input type="hidden" name="start" value="" />
        <input type="hidden" name="end" value="" />
        <input type="hidden" name="focus" value="" />
        <div class="picker-head">
          <label class="vh" for="pick">
            {say('picker.code')}
          </label>
          <input
            id="pick"
            role="combobox"
            aria-expanded="true"
            aria-controls="picker-codes"
            aria-autocomplete="list"
            autocomplete="off"
            spellcheck={false}
            placeholder={say('picker.placeholder')}
          />
          <b class="small nowrap to-recode" id="picked-coding" data-sentence={say('picker.recode-from')} />
          <span class="small quiet nowrap" id="picked-words" data-one={say('picker.words', { n: 1 })} data-many={say('picker.words', { n: 2 })} />
          <button class="button bare" type="button" data-close>
            {say('act.close')} <kbd>Esc</kbd>
          </button>
        </div>
        <PickerCodes of={of} />
        <p class="quiet picker-none" hidden>
          <span class="to-code">{say('picker.none')}</span>
          <span class="to-recode">{say('picker.none-of-those')}</span>
        </p>
        <div class="picker-memo" hidden>
          <label class="vh" for="pick-memo">
            {say('picker.memo')}
          </label>
          <textarea id="pick-memo" name="memo" rows={2} maxlength={20_000} placeholder={say('picker.memo-hint')} />
        </div>
        <div class="picker-new row small">
          <input type="hidden" name="newLabel" value="" disabled />
          <button class="link" type="button" data-new>
            {say('picker.new')} <kbd aria-hidden="true">{say('picker.shift')} ⏎</kbd>
          </button>
          <label for="pick-parent">{say('picker.under')}</label>
          <PickerParents of={of} />
          <button class="link" type="button" data-in-vivo>
            {say('picker.words-in-field')}
          </button>
          <span aria-hidden="true">
            <kbd>Alt ⏎</kbd> {say('picker.in-vivo')}
          </span>
        </div>
        <div class="picker-foot">
          <span>
            <kbd>⏎</kbd> <span class="to-code">{say('picker.apply')}</span>
            <span class="to-recode">{say('picker.recode')}</span>
          </span>
          <span class="to-code">
            <kbd>{say('picker.space')}</kbd> {say('picker.several')}
          </span>
          <span class="to-code">
            <kbd>Tab</kbd> {say('picker.to-memo')}
          </span>
          <button class="link small" type="button" data-pin>
            {say('pin.pin-or-not')} <kbd aria-hidden="true">Alt P</kbd>
          </button>
        </div>
      </form>
    </div>
  )
}

/** What a new code may stand under. `#pick-parent` ← making a code. */
export function PickerParents({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <select id="pick-parent" name="parentId" disabled>
      <option value="">{say('picker.as-theme')}</option>
      <CodeOptions codes={flatten(of.tree)} />
    </select>
  )
}

/** The codes that can be chosen. `#picker-codes` ← making a code. */
export function PickerCodes({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <div role="listbox" id="picker-codes" aria-label={say('picker.codes')} aria-multiselectable="true" tabindex={-1} data-recent={say('picker.why-recent')}>
      {flatten(of.tree)
        .filter((code) => !code.retiredAt)
        .map((code) => {
          const above = code.path.slice(0, Math.max(0, code.path.lastIndexOf(' > ')))
          return (
            <div
              class="option"
              role="option"
              id={`option-${code.id}`}
              aria-selected="false"
              data-code={code.id}
              data-key={code.key}
              data-theme={code.themeId}
              data-definition={code.definition}
            >
              <Key code={code} />
              <span class="name">{code.label}</span>
              <span class="aside">
                <span class="why" />
                <span class="tick" />
              </span>
              {above && <span class="path">{above}</span>}
            </div>
          )
        })}
    </div>
  )
}

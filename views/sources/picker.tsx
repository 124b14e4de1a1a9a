import { flatten } from '../../src/domain/code.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

/** The picker: opens at the selection, finds a code by part of its name, applies it. Hidden until the island picker.js opens it. */
export function Picker({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const action = `${of.path}/codings`
  return (
    <div class="picker" id="picker" role="dialog" aria-label={say('picker.title')} hidden>
      <form id="coding-form" method="post" action={action} hx-post={action} hx-swap="none">
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
          <span class="small quiet nowrap" id="picked-words" data-one={say('picker.words', { n: 1 })} data-many={say('picker.words', { n: 2 })} />
          <button class="button bare" type="button" data-close>
            {say('act.close')} <kbd>Esc</kbd>
          </button>
        </div>
        <div role="listbox" id="picker-codes" aria-label={say('picker.codes')} aria-multiselectable="true" tabindex={-1}>
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
                  data-definition={code.definition}
                >
                  <Key code={code} />
                  <span class="name">{code.label}</span>
                  <span class="tick" />
                  {above && <span class="path">{above}</span>}
                </div>
              )
            })}
        </div>
        <p class="quiet picker-none" hidden>
          {say('picker.none')}
        </p>
        <div class="picker-foot">
          <span>
            <kbd>⏎</kbd> {say('picker.apply')}
          </span>
          <span>
            <kbd>{say('picker.space')}</kbd> {say('picker.several')}
          </span>
        </div>
      </form>
    </div>
  )
}

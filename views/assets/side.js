// The side of a source stays calm when it is drawn anew: in the same paragraph it keeps its place, what was unfolded stays so, and a memo that
// is being written is never lost, neither by an act nor by going to another paragraph and back.
const side = /** @type {HTMLElement} */ (document.getElementById('passage'))
/** What is written and not yet saved, by the field's id. @type {Map<string, string>} */
const drafts = new Map()
let was = { paragraph: '', top: 0, unfolded: false, focused: '', from: 0, to: 0 }

const paragraphShown = () => side.querySelector('[data-paragraph]')?.getAttribute('data-paragraph') ?? ''
const scrolled = () => side.querySelector('.scroll')
const fields = () => /** @type {HTMLTextAreaElement[]} */ ([...side.querySelectorAll('textarea[id]')])
const memosOfSource = () => /** @type {HTMLDetailsElement | null} */ (side.querySelector('.side-source details'))

/** What was written in fields that were sent, by id: it is saved when an answer to an act comes. @type {Map<string, string>} */
const sent = new Map()
document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  for (const field of fields()) if (form.contains(field)) sent.set(field.id, field.value)
})

document.addEventListener('htmx:before:swap', (event) => {
  const { sourceElement, response } = /** @type {CustomEvent} */ (event).detail?.ctx ?? {}
  const saved = sourceElement?.id === 'again-form' && response?.status < 400
  const active = document.activeElement
  for (const field of fields()) {
    if (field.value !== field.defaultValue && !(saved && sent.get(field.id) === field.value)) drafts.set(field.id, field.value)
    else drafts.delete(field.id)
  }
  if (saved) sent.clear()
  const field = active instanceof HTMLTextAreaElement && side.contains(active) ? active : undefined
  was = {
    paragraph: paragraphShown(),
    top: scrolled()?.scrollTop ?? 0,
    unfolded: memosOfSource()?.open ?? false,
    focused: field?.id ?? '',
    from: field?.selectionStart ?? 0,
    to: field?.selectionEnd ?? 0,
  }
})

document.addEventListener('htmx:after:swap', () => {
  const memos = memosOfSource()
  if (memos && was.unfolded) memos.open = true
  for (const field of fields()) if (drafts.has(field.id)) restore(field)
  const place = scrolled()
  if (place && was.top > 0 && paragraphShown() === was.paragraph) place.scrollTop = was.top
})

// In a memo Ctrl and Enter saves it, Esc leaves it as it stands; both go back to the words.
side.addEventListener('keydown', (event) => {
  if (!(event.target instanceof HTMLTextAreaElement) || event.isComposing) return
  const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  if (!saves && event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  const { form } = event.target
  if (saves && form && !form.reportValidity()) return
  if (saves) form?.requestSubmit()
  const words = /** @type {HTMLElement | null} */ (document.querySelector('.turn.in-focus .words'))
  words?.focus({ preventScroll: true })
})

/** @param {HTMLTextAreaElement} field */
function restore(field) {
  field.value = drafts.get(field.id) ?? ''
  for (let around = field.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true
  if (field.id !== was.focused || document.activeElement === field) return
  field.focus({ preventScroll: true })
  field.setSelectionRange(was.from, was.to)
}

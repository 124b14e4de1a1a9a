/** The button that imports says how many files are ticked. */
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('.action-bar [data-many]'))
const ticks = [...document.querySelectorAll('#import input[name^="keep."]')].map((tick) => /** @type {HTMLInputElement} */ (tick))

function count() {
  if (!button) return
  const ticked = ticks.filter((tick) => tick.checked).length
  const said = ticked === 1 ? button.dataset['one'] : button.dataset['many']?.replace('2', ticked.toLocaleString(document.documentElement.lang))
  button.textContent = said ?? ''
  button.disabled = ticked === 0
}

for (const tick of ticks) tick.addEventListener('change', count)
count()

export {}

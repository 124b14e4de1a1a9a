/** Files may be dropped anywhere on the page: they go into the form's own field, and the form is sent. */
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-import-drop]'))
const field = /** @type {HTMLInputElement | null} */ (form?.querySelector('input[type="file"]') ?? null)

/** @param {DragEvent} event */
const holdsFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false

if (form && field) {
  const veil = document.createElement('div')
  veil.className = 'drop-veil'
  veil.textContent = form.dataset['importDrop'] ?? ''
  veil.hidden = true
  document.body.append(veil)

  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    veil.hidden = false
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true
  })
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    veil.hidden = true
    field.files = event.dataTransfer.files
    if (field.files.length > 0) form.requestSubmit()
  })
}

export {}

/** Files and folders may be dropped anywhere on the page: they go into the form's own field, and the form is sent. */
const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-import-drop]'))
const field = /** @type {HTMLInputElement | null} */ (form?.querySelector('#files') ?? null)
const folder = /** @type {HTMLInputElement | null} */ (form?.querySelector('#folder') ?? null)
const paths = /** @type {HTMLInputElement | null} */ (form?.querySelector('[name="paths"]') ?? null)

/** @param {DragEvent} event */
const holdsFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false

if (form && field && folder && paths) {
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
  document.addEventListener('drop', async (event) => {
    if (!holdsFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    veil.hidden = true
    const { files, items } = event.dataTransfer
    // Entries must be asked for before anything is waited for: the drop is over then.
    const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null)
    if (entries.some((entry) => entry?.isDirectory)) await take(entries.filter((entry) => entry !== null))
    else field.files = files
    if (field.files && field.files.length > 0) form.requestSubmit()
  })

  form.addEventListener('submit', (event) => {
    if (field.files?.length === 0 && folder.files?.length === 0) {
      event.preventDefault()
      field.focus()
      return
    }
    // A field that is left empty would be sent as a file without a name, before the ones that are chosen.
    field.disabled = field.files?.length === 0
    folder.disabled = folder.files?.length === 0
    form.setAttribute('aria-busy', 'true')
    const state = form.querySelector('[data-state]')
    if (state) state.textContent = form.dataset['sending'] ?? ''
  })
  // Back from the next page: everything is as it was.
  addEventListener('pageshow', () => {
    field.disabled = folder.disabled = false
    form.removeAttribute('aria-busy')
  })
}

/** Put the files of dropped folders into the field, and beside it where each lay. @param {FileSystemEntry[]} entries */
async function take(entries) {
  const found = /** @type {{ file: File; path: string }[]} */ ([])
  for (const entry of entries) await walk(entry, found)
  const transfer = new DataTransfer()
  for (const { file } of found) transfer.items.add(file)
  if (field) field.files = transfer.files
  if (paths) paths.value = found.map(({ path }) => path).join('\n')
}

/** @param {FileSystemEntry} entry @param {{ file: File; path: string }[]} found @returns {Promise<void>} */
async function walk(entry, found) {
  if (entry.name.startsWith('.')) return
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))
    found.push({ file, path: entry.fullPath.replace(/^\//, '') })
    return
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader()
  // A reader hands over a hundred at a time, and none when it is done.
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const one of some) await walk(one, found)
  }
}

export {}

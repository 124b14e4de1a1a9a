// Who chooses a file means to begin from it; who then chooses another way lets the file go.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.form) return
  const file = /** @type {HTMLInputElement | null} */ (target.form.querySelector('#codebook-file'))
  const way = /** @type {HTMLInputElement | null} */ (target.form.querySelector('input[name=codebook][value=file]'))
  if (!file || !way) return
  if (target === file && file.value !== '') way.checked = true
  else if (target.name === 'codebook' && target !== way) file.value = ''
})

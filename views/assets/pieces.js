// htmx would look through every element and every link of a page for what it may do there, which takes a long transcript a fifth of a second.
// What it has to do with bears an address to get or to post to: it is shown those alone. Stands before htmx in the head.
document.addEventListener('htmx:before:process', (event) => {
  if (event.target !== document.body) return
  event.preventDefault()
  const { htmx } = /** @type {{ htmx: { process(element: Element): void } }} */ (/** @type {unknown} */ (window))
  for (const element of document.body.querySelectorAll('[hx-get], [hx-post]')) htmx.process(element)
})

// Whose page this is: who was at work in this browser when it was drawn. What a page sends by itself says so, for somebody else may have signed in since in another tab.

export const who = document.body.dataset['who'] ?? ''

document.addEventListener('htmx:config:request', (event) => {
  if (who) /** @type {CustomEvent} */ (event).detail.ctx.request.headers['Utsaga-Coder'] = who
})

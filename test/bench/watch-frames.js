// Runs in the page that is measured, before its own scripts. Writes down when a link was clicked (kept for the next page),
// when Enter or C was pressed, what tasks took over 50 ms, and when the frame was shown in which the page, or the answer to the act, could be read.

/** @typedef {{ act?: number, painted?: number, first?: number, shown?: number, tasks?: number[] }} Watched */
/** @type {{ watched: Watched }} */
const measured = Object.assign(window, { watched: {} })
const now = () => performance.timeOrigin + performance.now()

/** @param {(at: number) => void} then */
function afterFrame(then) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => then(now())
    channel.port2.postMessage(0)
  })
}

addEventListener('click', () => sessionStorage.setItem('clicked', `${now()}`), { capture: true })
addEventListener(
  'keydown',
  ({ key }) => {
    if (key === 'Enter' || key === 'c') measured.watched = { act: now() }
  },
  { capture: true },
)
addEventListener('DOMContentLoaded', () => {
  afterFrame((at) => {
    const first = performance.getEntriesByName('first-contentful-paint')[0]
    measured.watched = { painted: at, first: first ? performance.timeOrigin + first.startTime : at }
  })
  const transcript = document.getElementById('transcript')
  const picker = document.getElementById('picker')
  if (!transcript || !picker) return
  new PerformanceObserver((list) => {
    measured.watched.tasks?.push(...list.getEntries().map((entry) => entry.duration))
  }).observe({ type: 'longtask' })
  new MutationObserver(() => {
    const { watched } = measured
    if (watched.shown || picker.hidden) return
    afterFrame((at) => {
      watched.shown ??= at
    })
  }).observe(picker, { attributes: true, attributeFilter: ['hidden'] })
  new MutationObserver(() => {
    const { watched } = measured
    if (!watched.act || watched.painted) return
    afterFrame((at) => {
      watched.painted ??= at
    })
  }).observe(transcript, { subtree: true, childList: true })
})

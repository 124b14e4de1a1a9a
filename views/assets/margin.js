// Each bar covers the lines of its words; names sit at their first line and give way downwards. Without this every bar stands by its
// whole paragraph: all there, less exact. Only paragraphs near the window are laid, so that a long transcript costs no more.

const NAME = 24 // least distance between two names, px
const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) lay(/** @type {HTMLElement} */ (target))
  },
  { rootMargin: '600px 0px' },
)

/** Lay every margin near the window, now and as paragraphs come near. */
export function layMargins() {
  near.disconnect()
  for (const turn of transcript.querySelectorAll('.turn:has(.coding)')) near.observe(turn)
}
addEventListener('resize', layMargins)

/** Lay the margins that will be seen with a paragraph before it is scrolled to, so that nothing moves afterwards. @param {Element} turn */
export function layAround(turn) {
  for (const step of /** @type {const} */ (['previousElementSibling', 'nextElementSibling']))
    for (let next = turn[step], left = 16; next && left > 0; next = next[step], left--)
      if (next.querySelector('.coding') && !next.querySelector('.placed')) lay(/** @type {HTMLElement} */ (next))
  if (turn.querySelector('.coding')) lay(/** @type {HTMLElement} */ (turn))
}

/** @param {HTMLElement} turn */
function lay(turn) {
  const words = turn.querySelector('.words')
  const margin = turn.querySelector('.margin')
  if (!words || !margin) return
  const top = margin.getBoundingClientRect().top
  let free = 0
  for (const { coding, from, to } of linesOf(words, margin).sort((a, b) => a.from - b.from)) {
    if (!Number.isFinite(from)) continue
    const at = Math.max(from - top + 1, free)
    free = at + NAME
    coding.style.setProperty('--from', `${from - top}px`)
    coding.style.setProperty('--tall', `${to - from}px`)
    coding.style.setProperty('--name-at', `${at}px`)
  }
  margin.classList.add('placed')
  turn.style.minBlockSize = `${free + 8}px`
}

/** First and last line of every coding's words in the paragraph. @param {Element} words @param {Element} margin */
function linesOf(words, margin) {
  /** @type {Map<string, {from: number, to: number}>} */
  const lines = new Map()
  for (const run of words.querySelectorAll('[data-codings]')) {
    const boxes = run.getClientRects()
    if (boxes.length === 0) continue
    const from = /** @type {DOMRect} */ (boxes[0]).top
    const to = /** @type {DOMRect} */ (boxes[boxes.length - 1]).bottom
    for (const id of (run.getAttribute('data-codings') ?? '').split(' ')) {
      const known = lines.get(id)
      lines.set(id, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to })
    }
  }
  return [...margin.querySelectorAll('.coding')].map((element) => {
    const coding = /** @type {HTMLElement} */ (element)
    return { coding, ...(lines.get(coding.dataset['coding'] ?? '') ?? { from: Number.NaN, to: Number.NaN }) }
  })
}

/** Light up a coding's words, name and bar while the mouse or the focus is on its name. @param {Element} target @param {boolean} on */
export function light(target, on) {
  const coding = target.closest('.coding')
  if (!coding) return
  const tone = [...coding.classList].find((name) => /^t\d$/.test(name)) ?? 't8'
  coding.classList.toggle('lit', on)
  coding.querySelector('.bar-name')?.classList.toggle('lit', on)
  for (const run of transcript.querySelectorAll(`[data-codings~="${coding.getAttribute('data-coding')}"]`)) {
    run.classList.toggle('lit', on)
    run.classList.toggle(tone, on)
  }
}

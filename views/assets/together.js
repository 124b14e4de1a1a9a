// Two people in one source. Listens for acts, asks for what changed, and sends the page's own acts one after another: what can't be sent waits in
// order. Everything else goes through the page's forms.
import { actStream } from './act-stream.js'
import { fill } from './fields.js'
import { dropTasks, holdBack, holdStill, isPressed, isTypingBeside, standStill } from './hold-still.js'
import { momentsFrom } from './moments.js'
import { fillLost, markWaiting, showRedraw, tellBack, tellRefused, whatIsAsked } from './together-said.js'
import { numberInFocus } from './turns.js'
import { addAct, countActs, firstAct, forgetFirst, markKept, waitingStarts } from './waiting-acts.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))
const region = /** @type {HTMLElement} */ (document.getElementById('together'))
const again = /** @type {HTMLFormElement} */ (document.getElementById('again-form'))
const changes = /** @type {HTMLFormElement} */ (document.getElementById('changes-form'))
const SOON = 120
const RETRY = 2_000

const moments = momentsFrom(Number(transcript.dataset['act']))
/** The newest act that the page has heard of. */
let newest = moments.since()
/** Something was held back, or may have been missed. */
let owed = false
/** Up to this act the page can't be drawn piece by piece. */
let stuckAt = 0
let lost = false
let sending = false
let asking = false
/** @type {import('./waiting-acts.js').Act | undefined} the act that is being answered */
let answered

/** @param {Event} event @returns {any} what htmx knows of a request */
const ctxOf = (event) => /** @type {CustomEvent} */ (event).detail.ctx

// Every act of the page takes its place in the row, and is sent when those before it are answered.
document.addEventListener('htmx:before:request', (event) => {
  const { request, sourceElement } = ctxOf(event)
  if (sourceElement === again || request.method !== 'POST' || !(request.body instanceof URLSearchParams)) return
  event.preventDefault()
  const from = sourceElement.closest('#passage, #text-editor')?.id ?? ''
  const what = whatIsAsked(sourceElement, request.submitter, request.body)
  addAct({ action: request.action, body: request.body.toString(), page: location.href, what, from, kept: lost })
  showLost()
  send()
})

document.addEventListener('htmx:config:request', (event) => {
  const { request, sourceElement } = ctxOf(event)
  const act = firstAct()
  if (sourceElement === again && act) {
    request.action = act.action
    request.body = new URLSearchParams(act.body)
    Object.assign(request.headers, { 'Utsaga-Wish': act.wish, 'HX-Current-URL': act.page })
  }
  if (sourceElement === again || sourceElement === changes) request.headers['Utsaga-Since'] = String(moments.since())
})

document.addEventListener('htmx:after:request', (event) => {
  const { sourceElement, response, hx } = ctxOf(event)
  // Too much at once is answered so too: what waits is sent again, in its order.
  if (response.status === 429 || (response.status >= 502 && response.status <= 504)) {
    event.preventDefault()
    return lose()
  }
  // Signed out meanwhile: the notice says so, and what was done is kept until somebody has signed in in another tab.
  if (response.status === 401) return lose()
  if (sourceElement === again) {
    answered = forgetFirst()
    if (hx.refresh === 'true' && isTypingBeside() && !askedBeside()) {
      event.preventDefault()
      showRedraw()
    }
  }
  regain()
})

document.addEventListener('htmx:error', (event) => {
  const ctx = ctxOf(event)
  if (ctx && ctx.text === undefined) lose()
})

document.addEventListener('htmx:finally:request', (event) => {
  const { sourceElement } = ctxOf(event)
  if (sourceElement === again) sending = false
  if (sourceElement === changes) asking = false
  if (sourceElement === again || sourceElement === changes) setTimeout(next)
})

document.addEventListener('htmx:before:swap', (event) => {
  const { ctx, tasks } = /** @type {CustomEvent} */ (event).detail
  const at = Number(ctx.response?.headers.get('Utsaga-Act') ?? Number.NaN)
  const own = ctx.sourceElement === again
  const elsewhere = own && answered && new URL(answered.page).pathname !== location.pathname
  if (elsewhere || moments.isStale(at)) dropTasks(tasks, (id) => id !== 'toast' && id !== 'notices')
  if (elsewhere) return
  if (moments.isStale(at)) return askAnew(ctx)
  if (holdsOtherText(tasks)) dropTasks(tasks, (id) => id === 'passage')
  if (ctx.response?.headers.has('Utsaga-Since')) take(at, holdBack(tasks, own && askedBeside()))
  else if (tasks.some((/** @type {import('./hold-still.js').Task} */ { target }) => target?.id === 'together-whole')) stuckAt = at
  if (ctx.sourceElement === changes) holdStill()
})

document.addEventListener('htmx:after:swap', (event) => {
  const ctx = ctxOf(event)
  if (ctx.sourceElement === changes) standStill()
  if (ctx.sourceElement === again && answered?.kept && ctx.response?.status >= 400) tellRefused(answered.what)
})

/** What is being answered was asked for just now in the field that somebody stands in. */
function askedBeside() {
  return answered !== undefined && answered.from !== '' && !answered.kept
}

/** The page shows everything up to an act, but for what was held back. @param {number} at @param {boolean} heldBack */
function take(at, heldBack) {
  moments.take(at, heldBack)
  newest = Math.max(newest, at)
  owed = heldBack
  transcript.dataset['act'] = String(moments.since())
  if (stuckAt > 0 && stuckAt <= moments.since()) {
    stuckAt = 0
    document.getElementById('together-whole')?.replaceChildren()
  }
}

/** An answer that is older than the page: a passage that was asked for is asked for once more. @param {any} ctx */
function askAnew({ request, sourceElement, target }) {
  if (request.method !== 'GET' || target?.id !== 'passage') return
  setTimeout(() => (sourceElement instanceof HTMLFormElement ? sourceElement.requestSubmit() : sourceElement.isConnected && sourceElement.click()))
}

/** A passage of another text than the page shows would code other words. @param {import('./hold-still.js').Task[]} tasks */
function holdsOtherText(tasks) {
  if (tasks.some(({ target }) => target?.id === 'text-version')) return false
  const shown = document.getElementById('text-version')?.dataset['version']
  const fields = tasks.filter(({ target }) => target?.id === 'passage').map(({ fragment }) => fragment.querySelector('input[name=version]'))
  const other = fields.some((field) => field instanceof HTMLInputElement && field.value !== shown)
  if (other) showRedraw()
  return other
}

function next() {
  if (firstAct()) send()
  else ask()
}

function send() {
  if (sending || lost || !firstAct()) return
  sending = true
  again.requestSubmit()
}

/** Ask for what changed, unless the page's own acts are on their way: their answers say it too. */
function ask() {
  const wanted = (newest > moments.since() && newest > stuckAt) || (owed && !isTypingBeside() && document.querySelector('.picker:not([hidden])') === null)
  if (wanted && !asking && !sending && !lost && !isPressed()) submitChanges()
}

function submitChanges() {
  asking = true
  const open = document.querySelector('#passage .open[data-coding]')?.getAttribute('data-coding')
  fill(changes, { paragraph: numberInFocus(), open: open ?? '' })
  changes.requestSubmit()
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon
function askSoon() {
  clearTimeout(soon)
  soon = setTimeout(next, SOON)
}
for (const name of ['pointerup', 'focusout', 'keyup']) document.addEventListener(name, () => (owed || newest > moments.since()) && askSoon())

/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry
function lose() {
  lost = true
  markKept()
  showLost()
  clearTimeout(retry)
  retry = setTimeout(tryAgain, RETRY)
}

function showLost() {
  fillLost(lost, countActs())
  markWaiting(lost ? waitingStarts() : [])
}

function tryAgain() {
  if (!lost || sending || asking) return
  if (!firstAct()) return submitChanges()
  sending = true
  again.requestSubmit()
}
addEventListener('online', tryAgain)

function regain() {
  trust()
  fillLost(false, 0)
  markWaiting([])
  if (!lost) return
  lost = false
  owed = true
  tellBack()
  clearTimeout(retry)
  setTimeout(next)
}

const { listen, trust } = actStream({
  address: () => `${region.dataset['events']}?since=${moments.since()}`,
  opened: regain,
  heard: (act) => {
    newest = Math.max(newest, act)
    askSoon()
  },
  lost: lose,
  refused: lookInstead,
})

/** No stream to be had: look now and then. */
function lookInstead() {
  owed = true
  ask()
  listen()
}
addEventListener('beforeunload', (event) => lost && countActs() > 0 && event.preventDefault())

// What somebody has unfolded in the passage stays so when it is drawn anew, and what Tab comes to stays within its reach.
const { htmx } = /** @type {any} */ (globalThis)
htmx.config.morphIgnore.push('open', 'tabindex')
listen()
send()

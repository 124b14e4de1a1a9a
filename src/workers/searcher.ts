import { Worker } from 'node:worker_threads'
import { Refusal } from '../domain/refusal.ts'
import type { Building, Searcher, SearchOptions, SearchResult } from '../search/searcher.ts'
import type { SynonymSuggestion } from '../search/suggest-synonyms.ts'
import type { Answer, FromSearch, ToSearch } from './search-thread.ts'

type Waiting = { ask: ToSearch; tries: number; resolve: (result: Answer) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }
const SECONDS = 60
const TRIES = 2
/** Milliseconds that one search may take of the thread that all share; then it says that it is too much. */
const MOST = 1000
/** An index begins to be built when the page that is being opened has been answered, not beside it. */
const WARM_AFTER = 500

/**
 * The searcher of a database file. Its thread starts with the first question. Where the thread dies, a new one is asked
 * again, once; a question that takes over a minute ends the thread and is refused.
 * A search that takes more than `most` milliseconds is given up, and says so: all projects share the thread.
 */
export function openSearcher(file: string, most = MOST): Searcher {
  const waiting = new Map<number, Waiting>()
  const building = new Map<number, Building>()
  let thread: Worker | undefined
  let nextId = 1
  let closed = false

  function start(): Worker {
    const worker = new Worker(new URL('./search-start.js', import.meta.url), {
      workerData: { file, most },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    })
    worker.unref()
    worker.on('message', hear)
    worker.on('error', () => mourn(worker))
    worker.on('exit', () => mourn(worker))
    return worker
  }

  function hear(message: FromSearch): void {
    if ('projectId' in message) {
      if (message.building) building.set(message.projectId, message.building)
      else building.delete(message.projectId)
      return
    }
    const one = waiting.get(message.id)
    if (!one) return
    settle(one)
    if ('error' in message) one.reject(new Error(message.error))
    else one.resolve(message.result)
  }

  function settle(one: Waiting): void {
    clearTimeout(one.timer)
    waiting.delete(one.ask.id)
    if (waiting.size === 0) thread?.unref()
  }

  function mourn(worker: Worker): void {
    if (worker !== thread) return
    thread = undefined
    building.clear()
    for (const one of [...waiting.values()]) {
      if (!closed && one.tries < TRIES) send(one)
      else {
        settle(one)
        one.reject(closed ? new Error('The searcher is closed.') : new Refusal('conflict', 'refusal.search-failed'))
      }
    }
  }

  function send(one: Waiting): void {
    one.tries++
    thread ??= start()
    thread.ref()
    thread.postMessage(one.ask)
  }

  function giveUp(id: number): void {
    const one = waiting.get(id)
    if (!one) return
    settle(one)
    one.reject(new Refusal('conflict', 'refusal.search-took-too-long', { seconds: SECONDS }))
    void thread?.terminate()
  }

  function ask(projectId: number, query: string | null, options: SearchOptions, suggest = false): Promise<Answer> {
    if (closed) return Promise.reject(new Error('The searcher is closed.'))
    return new Promise((resolve, reject) => {
      const id = nextId++
      const timer = setTimeout(() => giveUp(id), SECONDS * 1000)
      timer.unref()
      const one: Waiting = { ask: { id, projectId, query, options, suggest }, tries: 0, resolve, reject, timer }
      waiting.set(id, one)
      send(one)
    })
  }

  const searcher: Searcher = {
    seenBy: (coderId) => ({ ...searcher, search: (projectId, query, options) => searcher.search(projectId, query, { ...options, sees: coderId }) }),
    search: async (projectId, query, options = {}) => (await ask(projectId, query, options)) as SearchResult,
    suggestSynonyms: async (projectId) => (await ask(projectId, null, {}, true)) as readonly SynonymSuggestion[] | null,
    warm: (projectId) => void setTimeout(() => void ask(projectId, null, {}).catch(() => {}), WARM_AFTER).unref(),
    building: (projectId) => building.get(projectId) ?? null,
    rest: async () => void (await thread?.terminate()),
    async close() {
      closed = true
      await thread?.terminate()
    },
  }
  return searcher
}

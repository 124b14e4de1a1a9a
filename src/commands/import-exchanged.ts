import { copyFile } from 'node:fs/promises'
import { Refusal } from '../domain/refusal.ts'
import { dropExchange, findExchange, makeExchangeDraft } from '../services/exchange/exchange-drafts.ts'
import { holdsProject } from '../services/exchange/holds-project.ts'
import { importExchange } from '../services/exchange/import-exchange.ts'
import { isEmptyProject } from '../services/is-empty-project.ts'
import { localCoder } from '../services/local-coder.ts'
import type { Context } from './command.ts'
import { watched } from './watched.ts'

/** Whether a file is a project or a codebook of another program, or a study of our own: by its name, a zip by what is in it. */
export async function isExchanged(path: string): Promise<boolean> {
  return /\.(qdpx|qdc)$/i.test(path) || (/\.zip$/i.test(path) && (await holdsProject(path)))
}

/** Take a project or a codebook of another program into a project, and say what came of it and what could not come along. */
export async function importExchanged(context: Context, named: { id: number; slug: string } | null, paths: readonly string[]): Promise<void> {
  const { house, pool, say, json, options, print } = context
  const [path, ...more] = paths
  if (more.length > 0) throw new Refusal('invalid', 'refusal.refi-one')
  const copy = (to: string) => copyFile(path!, to).catch(() => Promise.reject(new Refusal('not-found', 'refusal.import-no-file', { name: path! })))
  const draftId = await watched(context, 'cli.read-so-far', (watch) => makeExchangeDraft(house, pool, copy, watch))
  const draft = await findExchange(house, draftId)
  // A project in which nothing stands yet is as good as none: the study is opened beside it, with all that it has.
  const isEmpty = named !== null && draft.kind === 'study' && (await isEmptyProject(house, named.id))
  const project = isEmpty ? null : named
  const behind = project && draft.kind === 'study' ? [say('exchange.study-behind')] : []
  const losses = [...behind, ...draft.losses.map(({ kind, count }) => say(`exchange.loss.${kind}`, { n: count }))]
  if (options['dry-run'] === true) {
    await dropExchange(house, draftId)
    const [sources, codes] = [draft.sources.length, draft.project.codes.length]
    return print(
      json
        ? `${JSON.stringify({ sources, codes, losses: draft.losses, offsets: draft.habit })}\n`
        : lines([say('exchange.dry', { sources, codes }), ...losses]),
    )
  }
  // A study of our own is opened whole where the project is not here yet.
  if (!project && draft.kind !== 'study') {
    await dropExchange(house, draftId)
    throw new Refusal('not-found', 'refusal.no-project')
  }
  const into = project ? { projectId: project.id, slug: project.slug } : { name: draft.project.name, language: 'sv' as const }
  const coderId = (await localCoder(house)).id
  const { report, slug } = await watched(context, 'cli.taken-so-far', (watch) => importExchange(house, { draftId, coderId, into }, watch)).catch(
    async (error) => {
      await dropExchange(house, draftId)
      throw error
    },
  )
  if (json) return print(`${JSON.stringify({ ...report, slug, losses: draft.losses, behind: behind.length > 0, offsets: draft.habit })}\n`)
  if (!report) return print(lines([say('exchange.done-study'), ...(isEmpty ? [say('exchange.done-beside', { empty: named.slug, slug })] : [])]))
  const { sources, codes, codings, waiting } = report
  print(lines([say('exchange.done', { sources, codes, codings }), ...(waiting > 0 ? [say('exchange.done-waiting', { n: waiting })] : []), ...losses]))
}

function lines(sentences: readonly string[]): string {
  return sentences.map((sentence) => `${sentence}\n`).join('')
}

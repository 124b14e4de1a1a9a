import { Parser } from 'htmlparser2'
import { unzip } from './unzip.ts'

/**
 * Another program's reader of REFI-QDA, written from the standard alone: it shares no line with ours and forgives nothing.
 * A selection's place is counted in code points of the text file as it lies in the archive; what is referred to has to be there.
 */
export type OtherReading = {
  users: string[]
  /** A code by its labels from the top, with its colour and its description. */
  codes: { path: string[]; color: string; description: string }[]
  codings: { source: string; words: string; code: string[]; user: string; at: string }[]
  cases: { name: string; values: Record<string, string>; sources: string[] }[]
  notes: { on: string; words: string; user: string }[]
  sets: { name: string; members: string[] }[]
  faults: string[]
}
type Node = { name: string; at: Record<string, string>; inside: Node[]; words: string; up: Node | undefined }

export async function readAsAnother(bytes: Uint8Array): Promise<OtherReading> {
  const files = await unzip(Buffer.from(bytes))
  const faults: string[] = []
  const root = treeOf(files.get('project.qde')!.toString('utf8'))
  const all = [...every(root)]
  const byGuid = new Map<string, Node>()
  for (const node of all) {
    const guid = node.at['guid']
    if (guid && byGuid.has(guid)) faults.push(`${guid} stands twice`)
    if (guid) byGuid.set(guid, node)
  }
  const find = (guid: string | undefined, kind: string) => {
    const node = byGuid.get(guid ?? '')
    if (!node || !node.name.endsWith(kind)) faults.push(`${guid} is no ${kind}`)
    return node
  }
  const nameOf = (guid: string | undefined, kind: string) => find(guid, kind)?.at['name'] ?? ''
  const pathOf = (node: Node | undefined): string[] => (node?.name === 'Code' ? [...pathOf(node.up), node.at['name']!] : [])
  const textOf = (node: Node) => {
    const path = node.at['plainTextPath']!
    const file = files.get(`sources/${path.replace('internal://', '')}`)
    if (!file) faults.push(`${path} is not in the archive`)
    const text = file?.toString('utf8') ?? ''
    if (text.startsWith('\uFEFF') || text.includes('\r')) faults.push(`${path} has marks that programs count differently`)
    return [...text]
  }
  const named = (name: string) => all.filter((node) => node.name === name)
  const child = (node: Node, name: string) => node.inside.find((one) => one.name === name)
  const codings = all
    .filter((node) => node.at['plainTextPath']?.startsWith('internal://'))
    .flatMap((source) => {
      const letters = textOf(source)
      for (const key of ['richTextPath', 'path'])
        if (source.at[key] && !files.has(`sources/${source.at[key].slice(11)}`)) faults.push(`${source.at[key]} is missing`)
      return source.inside
        .filter((one) => one.name === 'PlainTextSelection')
        .flatMap((selection) => {
          const words = letters.slice(Number(selection.at['startPosition']), Number(selection.at['endPosition'])).join('')
          if (words === '' || !words.startsWith(selection.at['name']!)) faults.push(`${selection.at['guid']} holds other words than it says`)
          return selection.inside
            .filter((one) => one.name === 'Coding')
            .map((coding) => {
              const code = pathOf(find(child(coding, 'CodeRef')!.at['targetGUID'], 'Code'))
              return { source: source.at['name']!, words, code, user: nameOf(coding.at['creatingUser'], 'User'), at: coding.at['creationDateTime']! }
            })
        })
    })
  const values = (node: Node) =>
    Object.fromEntries(
      node.inside.filter((one) => one.name === 'VariableValue').map(({ inside: [ref, value] }) => [nameOf(ref!.at['targetGUID'], 'Variable'), value!.words]),
    )
  const linked = new Map(named('Link').map(({ at }) => [at['originGUID'], at['targetGUID']]))
  return {
    users: named('User').map(({ at }) => at['name']!),
    codes: named('Code').map((node) => ({ path: pathOf(node), color: node.at['color'] ?? '', description: child(node, 'Description')?.words ?? '' })),
    codings,
    cases: named('Case').map((node) => {
      const sources = node.inside.filter((one) => one.name === 'SourceRef').map(({ at }) => nameOf(at['targetGUID'], 'Source'))
      return { name: node.at['name']!, values: values(node), sources }
    }),
    notes: named('Note').map((node) => {
      const on = all.find((one) => one.name === 'NoteRef' && one.at['targetGUID'] === node.at['guid'])?.up ?? find(linked.get(node.at['guid']!), 'Case')
      return { on: on?.name ?? '', words: child(node, 'PlainTextContent')?.words ?? '', user: nameOf(node.at['creatingUser'], 'User') }
    }),
    sets: named('Set').map(({ at, inside }) => ({
      name: at['name']!,
      members: inside.map((one) => find(one.at['targetGUID'], one.name.slice(6))?.at['name'] ?? ''),
    })),
    faults,
  }
}

function treeOf(xml: string): Node {
  const top: Node = { name: '', at: {}, inside: [], words: '', up: undefined }
  let here = top
  const parser = new Parser(
    {
      onopentag(name, at) {
        const node: Node = { name, at, inside: [], words: '', up: here }
        here.inside.push(node)
        here = node
      },
      ontext(words) {
        here.words += words
      },
      onclosetag() {
        here = here.up!
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return top.inside.find(({ name }) => name === 'Project')!
}

function* every(node: Node): Generator<Node, void> {
  yield node
  for (const one of node.inside) yield* every(one)
}

import { paragraphsUnder } from '../../src/domain/paragraph.ts'
import type { Span } from '../../src/domain/span.ts'
import { plainSentence, type SentenceAct, type SentenceNames } from '../acts/act-sentence.tsx'
import { type Reader, useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

type OthersAct = SentenceAct & { id: number }
/** What others did to the page's source, where in the text each of their acts touched it, and the names that the sentences need. */
export type Others = { acts: readonly OthersAct[]; names: SentenceNames; places: ReadonlyMap<number, readonly Span[]> }

/** Who did what beside the coder's own work, quietly, a sentence a person. `#together-said` ← acts of others that are drawn. */
export function SaidOfOthers({ of, others }: { of: TranscriptView; others: Others }) {
  const reader = useReader()
  if (others.acts.length === 0) return null
  return (
    <hx-partial hx-target="#together-said" hx-swap="textContent">
      {byActor(others.acts)
        .map((theirs) => sentenceOf(reader, of, theirs, others))
        .join('. ')}
    </hx-partial>
  )
}

function byActor(acts: readonly OthersAct[]): OthersAct[][] {
  const groups = new Map<string, OthersAct[]>()
  for (const act of acts) groups.set(act.actor, [...(groups.get(act.actor) ?? []), act])
  return [...groups.values()]
}

/** "Anna coded paragraph 41"; what else one act did as the history says it; several acts as how many they are. */
function sentenceOf(reader: Reader, of: TranscriptView, theirs: readonly OthersAct[], { names, places }: Others): string {
  const [act] = theirs
  const actor = othersName(reader, act!.actor)
  const span = places.get(act!.id)?.[0]
  const number = span && paragraphsUnder(of.paragraphs, span).find((one) => one.number !== null)?.number
  if (theirs.length > 1) return reader.say('together.acts', { actor, n: theirs.length })
  if (act!.kind === 'code-passage' && number) return reader.say('together.coded', { actor, number })
  return plainSentence(reader, { ...act!, actor }, names)
}

/** Another coder as the reader calls them: whoever has not been given a name is not the reader's "You". */
export function othersName({ say, coder, coderName }: Reader, name: string): string {
  return name === 'You' && coder.name !== 'You' ? say('together.unnamed') : coderName(name)
}

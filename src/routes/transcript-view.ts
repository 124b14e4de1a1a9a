import type { TranscriptView } from '../../views/sources/transcript-view.ts'
import type { Transcript } from '../services/read-transcript.ts'

export const sourcePath = (slug: string, sourceId: number) => `/projects/${slug}/sources/${sourceId}`

/** A transcript with the addresses that its views link to. */
export function transcriptView(slug: string, transcript: Transcript): TranscriptView {
  return { ...transcript, project: `/projects/${slug}`, path: sourcePath(slug, transcript.source.id) }
}

import { baseName, caseNameOf, titleOfFile } from '../domain/case-name.ts'
import { languageOf } from '../domain/language-of.ts'
import type { Loss, ReadSource, Repair, Warning } from '../domain/read-source.ts'
import { recogniseTurns } from '../domain/recognise-turns.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SourceKind, SourceLanguage } from '../domain/source.ts'
import { repairText } from '../domain/text-repairs.ts'
import { decodeText } from './decode-text.ts'
import { formatOf } from './file-format.ts'
import { readDocx } from './read-docx.ts'

/** UTF-16 units of one source's text: a hundred long interviews. */
const LONGEST = 10_000_000

type Raw = { text: string; repairs: Repair[]; losses: Loss[]; warnings: Warning[] }

/**
 * A file as a source: its text normalised, speakers and turns recognised, language and case guessed, and what was repaired,
 * lost or is unsure. Refuses, with a sentence of its own for each, what can't be read.
 */
export async function readSourceFile(bytes: Buffer, name: string, otherwise: SourceLanguage): Promise<ReadSource> {
  if (bytes.length === 0) throw new Refusal('invalid', 'refusal.import-empty')
  const raw = formatOf(bytes, name) === 'docx' ? { ...(await readDocx(bytes)), warnings: [] } : readText(bytes)
  if (raw.text.length > LONGEST) throw new Refusal('invalid', 'refusal.import-too-long')
  const { text, repairs } = repairText(raw.text)
  if (text.trim() === '') throw new Refusal('invalid', 'refusal.import-no-words')
  return { ...understand(text, name, otherwise, raw), bytes, repairs: [...raw.repairs, ...repairs], losses: raw.losses }
}

function readText(bytes: Buffer): Raw {
  const { text, encoding, bom, sure } = decodeText(bytes)
  const repairs: Repair[] = []
  if (encoding !== 'utf-8') repairs.push({ kind: 'encoding', count: 1, example: encoding })
  if (bom) repairs.push({ kind: 'bom', count: 1 })
  return { text, repairs, losses: [], warnings: sure ? [] : [{ kind: 'unsure-encoding', count: 1, example: encoding }] }
}

function understand(text: string, name: string, otherwise: SourceLanguage, raw: Raw): Omit<ReadSource, 'bytes' | 'repairs' | 'losses'> {
  const title = titleOfFile(name)
  const { language, sure } = languageOf(text, otherwise)
  const { speakers, spans, onceLabels, unsureRoles } = recogniseTurns(text)
  const warnings: Warning[] = [...raw.warnings]
  const lost = text.split('\uFFFD').length - 1
  if (lost > 0) warnings.push({ kind: 'odd-characters', count: lost })
  if (!sure) warnings.push({ kind: 'unsure-language', count: 1 })
  if (unsureRoles) warnings.push({ kind: 'unsure-roles', count: speakers.length })
  if (onceLabels.length > 0) warnings.push({ kind: 'once-label', count: onceLabels.length, example: onceLabels.slice(0, 3).join(', ') })
  return { title, originalName: baseName(name), text, language, kind: kindOf(title, speakers), caseName: caseNameOf(title), speakers, spans, warnings }
}

function kindOf(title: string, speakers: ReadSource['speakers']): SourceKind {
  if (/fokusgrupp|focus ?group|fokusgruppe/i.test(title)) return 'focus group'
  return speakers.filter((speaker) => speaker.role === 'informant').length > 2 ? 'focus group' : 'interview'
}

import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { overlap, type Span } from '../domain/span.ts'
import { type CodedWords, type Suggestion, suggestCodes } from '../domain/suggest-codes.ts'
import { stem } from '../search/stem.ts'
import { listAnswersInSource } from '../storage/answers.ts'
import { listCodes } from '../storage/codes.ts'
import { listCodingsInSource, listNewestPlaces } from '../storage/codings.ts'
import type { House } from '../storage/open.ts'
import { listThemesOf } from '../storage/question-themes.ts'
import { textOfVersion, textsOf } from '../storage/source-versions.ts'
import { theSource } from './the-source.ts'

/** The newest codings of a project that words are compared with, and of how many sources: what was coded long ago tells less, and this is asked at every paragraph. */
const MOST_CODINGS = 400
const MOST_SOURCES = 12
/** Paragraphs before and after that lie just beside. */
const BESIDE = 2

/** Codes to suggest for a paragraph of a source, each with its reason. Nothing leaves the machine and nothing is learnt: the words are compared. */
export async function suggestCodesFor(house: House, wish: { projectId: number; coderId: number; sourceId: number; paragraph: number }): Promise<Suggestion[]> {
  const db = house.read
  const source = await theSource(db, wish.projectId, wish.sourceId)
  const text = await textOfVersion(db, source)
  const paragraphs = paragraphsOf(text).filter((one) => one.number !== null)
  const at = paragraphs.findIndex((one) => one.number === wish.paragraph)
  const here = paragraphs[at]
  if (!here) throw new Refusal('not-found', 'refusal.no-paragraph')
  const codes = flatten(treeOf(await listCodes(db, wish.projectId)))
  const codings = await listCodingsInSource(db, source.id, {
    start: paragraphs[Math.max(0, at - BESIDE)]!.start,
    end: paragraphs[Math.min(paragraphs.length - 1, at + BESIDE)]!.end,
  })
  const answers = (await listAnswersInSource(db, source.id)).filter((one) => overlap(one, here))
  const on = codings.filter((coding) => coding.coderId === wish.coderId && overlap(coding.span, here)).map((coding) => coding.codeId)
  const near = codings
    .filter((coding) => !overlap(coding.span, here))
    .map((coding) => ({
      codeId: coding.codeId,
      far: Math.min(Math.abs(coding.span.start - here.end), Math.abs(here.start - coding.span.end)),
    }))
  return suggestCodes({
    words: text.slice(here.start, here.end),
    language: source.language,
    stem,
    asked: await listThemesOf(db, [...new Set(answers.map((one) => one.questionId))]),
    coded: [...codes.filter((code) => !code.retiredAt).flatMap(wordsOfCode), ...(await codedWords(house, wish.projectId, { sourceId: source.id, ...here }))],
    near: near.sort((a, b) => a.far - b.far).map(({ codeId }) => codeId),
    except: new Set([...on, ...codes.filter((code) => code.retiredAt).map(({ id }) => id)]),
  })
}

function wordsOfCode(code: CodeNode): CodedWords[] {
  return [
    { codeId: code.id, words: code.label, own: true },
    { codeId: code.id, words: [code.definition, code.whenToUse, code.example].join('\n') },
  ]
}

/** The words under the newest codings of the project, but for those of the passage itself. */
async function codedWords(house: House, projectId: number, passage: Span & { sourceId: number }): Promise<CodedWords[]> {
  const newest = await listNewestPlaces(house.read, projectId, MOST_CODINGS)
  const sources = new Set([...new Set([passage.sourceId, ...newest.map((one) => one.sourceId)])].slice(0, MOST_SOURCES))
  const places = newest.filter((one) => sources.has(one.sourceId) && !(one.sourceId === passage.sourceId && overlap(one.span, passage)))
  const texts = await textsOf(house.read, [...sources])
  return places.map(({ codeId, sourceId, span }) => ({ codeId, words: texts.get(sourceId)?.slice(span.start, span.end) ?? '' }))
}

import { ensureQuotation } from '../../src/storage/codings.ts'
import { type Ledger, perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'

const at = '2026-01-05T09:00:00.000Z'
const guid = () => crypto.randomUUID()

export const said = {
  norrby: 'Intervjuare: Hur är platsen, platsen?\nInformant: Platsen är bra, alltså en bra plats. <script>alert(1)</script>\nVi hyr huset.',
  soder: 'Informant: Huset är stort. Inga platser här, liksom.',
  group: 'Anna: Platsen igen.\nBo: Bussen, bussen och platsen.',
}

/**
 * A project `towns`: cases Norrby (north, asked about Premises), Söder (south, asked), Anna and Bo, who share a focus group and
 * speak as themselves; theme Premises with code Rent below it, theme Bus. Coded: two overlapping quotations in Norrby, one of Bo.
 */
export async function seedCloudStudy(house: House) {
  const { result } = await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const projectId = await ledger.insert('project', { guid: guid(), slug: 'towns', name: 'Towns', language: 'sv', made_at: at })
    const region = await ledger.insert('attribute', { guid: guid(), project_id: projectId, name: 'Region', type: 'category', position: 1 })
    const code = (label: string, position: number, parent_id: number | null = null) =>
      ledger.insert('code', { guid: guid(), project_id: projectId, parent_id, label, position, color: null, made_at: at, retired_at: null })
    const premises = await code('Premises', 1)
    const rent = await code('Rent & lease', 1, premises)
    const bus = await code('Bus', 2)
    const cases = await insertCases(ledger, projectId, region)
    await askAbout(ledger, projectId, premises, [cases.norrby, cases.soder])
    const norrby = await insertSource(ledger, projectId, 'Norrby', said.norrby, { cases: [cases.norrby], speakers: { Intervjuare: null, Informant: null } })
    await insertSource(ledger, projectId, 'Söder', said.soder, { cases: [cases.soder], speakers: { Informant: null } })
    const focus = await insertSource(ledger, projectId, 'Focus', said.group, { cases: [], speakers: { Anna: cases.anna, Bo: cases.bo } })
    const quote = async (sourceId: number, text: string, words: string, codeId: number) => {
      const start = text.indexOf(words)
      const quotation_id = await ensureQuotation(ledger, sourceId, { start, end: start + words.length })
      await ledger.insert('coding', { guid: guid(), quotation_id, code_id: codeId, coder_id: 1, made_by: 'person', made_at: at })
    }
    await quote(norrby, said.norrby, 'Platsen är bra, alltså en bra plats', premises)
    await quote(norrby, said.norrby, 'bra plats', rent)
    await quote(focus, said.group, 'Bussen, bussen och platsen', bus)
    return { projectId, region, premises, rent, bus, cases }
  })
  return result
}

async function insertCases(ledger: Ledger, project_id: number, attribute_id: number) {
  const one = (name: string, position: number) => ledger.insert('study_case', { guid: guid(), project_id, name, kind: 'town', position })
  const cases = { norrby: await one('Norrby', 1), soder: await one('Söder', 2), anna: await one('Anna', 3), bo: await one('Bo', 4) }
  await ledger.insert('attribute_value', { case_id: cases.norrby, attribute_id, value: 'north', number_value: null })
  await ledger.insert('attribute_value', { case_id: cases.soder, attribute_id, value: 'south', number_value: null })
  return cases
}

async function askAbout(ledger: Ledger, project_id: number, codeId: number, caseIds: readonly number[]): Promise<void> {
  const guideId = await ledger.insert('guide', { guid: guid(), project_id, name: 'Guide' })
  const section_id = await ledger.insert('guide_section', { guide_id: guideId, title: 'One', position: 1 })
  const question_id = await ledger.insert('question', { guid: guid(), section_id, number: 1, text: 'Where?' })
  await ledger.insert('question_theme', { question_id, code_id: codeId })
  for (const case_id of caseIds) await ledger.insert('answer', { case_id, question_id, status: 'answered' })
}

type With = { cases: readonly number[]; speakers: Record<string, number | null> }

/** A source whose turns begin with `Name: `; a line without a name goes on with the turn before it. */
async function insertSource(ledger: Ledger, project_id: number, title: string, text: string, { cases, speakers }: With): Promise<number> {
  const source = {
    guid: guid(),
    project_id,
    title,
    kind: 'interview',
    language: 'sv',
    position: 1,
    original_id: null,
    original_name: null,
    made_at: at,
  } as const
  const version_id = await keepVersion(ledger.trx, { sourceGuid: source.guid, number: 1, text, actId: ledger.actId })
  const source_id = await ledger.insert('source', { ...source, version_id })
  for (const case_id of cases) await ledger.insert('source_case', { source_id, case_id })
  for (const [label, case_id] of Object.entries(speakers)) {
    const role = label === 'Intervjuare' ? 'interviewer' : 'informant'
    const speaker_id = await ledger.insert('speaker', { source_id, label, role, case_id })
    const start_offset = text.indexOf(`${label}: `)
    const next = Object.keys(speakers).map((other) => text.indexOf(`\n${other}: `, start_offset + 1))
    const end_offset = Math.min(...next.filter((place) => place > 0), text.length)
    await ledger.insert('source_span', { source_id, kind: 'turn', start_offset, end_offset, speaker_id })
    await ledger.insert('source_span', { source_id, kind: 'label', start_offset, end_offset: start_offset + label.length + 2, speaker_id: null })
  }
  return source_id
}

import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import type { StoredGuide, StoredSection } from '../storage/guides.ts'
import type { House } from '../storage/open.ts'
import { type GuideWish, inGuide } from './edit-guide.ts'

/** Add a section at the end of a guide. */
export async function createSection(house: House, wish: GuideWish & { title: string }): Promise<void> {
  const title = toName(wish.title)
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    await ledger.insert('guide_section', { guide_id: guide.id, title, position: (guide.sections.at(-1)?.position ?? 0) + 1 })
  })
}

/** Give a section another title; '' for none. */
export async function editSection(house: House, wish: GuideWish & { sectionId: number; title: string }): Promise<void> {
  const title = wish.title.trim() === '' ? '' : toName(wish.title)
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    await ledger.update('guide_section', sectionOf(guide, wish.sectionId).id, { title })
  })
}

/** Take an empty section away. Refused while it has questions: they are moved or removed by name. */
export async function removeSection(house: House, wish: GuideWish & { sectionId: number }): Promise<void> {
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    const section = sectionOf(guide, wish.sectionId)
    if (section.questions.length > 0) throw new Refusal('conflict', 'refusal.section-has-questions', { title: section.title, n: section.questions.length })
    await ledger.remove('guide_section', section.id)
  })
}

/** The section of a guide; refused where it is another's. */
export function sectionOf(guide: StoredGuide, sectionId: number): StoredSection {
  const section = guide.sections.find((one) => one.id === sectionId)
  if (!section) throw new Refusal('not-found', 'refusal.no-section')
  return section
}

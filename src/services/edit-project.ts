import { toName, toNote } from '../domain/name.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

/** Rename a study or write the question it is to answer; its address stays. */
export async function editProject(
  house: House,
  wish: { projectId: number; coderId: number; name?: string | undefined; question?: string | undefined },
): Promise<void> {
  const patch = {
    ...(wish.name === undefined ? {} : { name: toName(wish.name) }),
    ...(wish.question === undefined ? {} : { research_question: toNote(wish.question) }),
  }
  const about = patch.name ? { label: patch.name } : {}
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'edit-project', about }, (ledger) =>
    ledger.update('project', wish.projectId, patch),
  )
}

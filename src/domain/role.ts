import type { ActKind } from './act.ts'

/** What a person is in a project. Signed in without a role in it, it is not there for them. */
export const roles = ['owner', 'researcher', 'supervisor', 'reader'] as const
export type Role = (typeof roles)[number]
/** What can be done in a project: read it and take it home; take part in its threads; change it; approve; say who is in it. */
const projectRights = ['read', 'comment', 'code', 'sign-off', 'manage'] as const
export type ProjectRight = (typeof projectRights)[number]

const rightsOf: Record<Role, readonly ProjectRight[]> = {
  owner: projectRights,
  researcher: ['read', 'comment', 'code'],
  supervisor: ['read', 'comment', 'sign-off'],
  reader: ['read'],
}

export function roleMay(role: Role, right: ProjectRight): boolean {
  return rightsOf[role].includes(right)
}

/** Acts that say who may come in. They are in the history, but no undo and no restored moment lets anybody in or out. */
export const peopleActs = ['open-account', 'add-member', 'change-role', 'remove-member'] as const satisfies readonly ActKind[]

const needs: Partial<Record<ActKind, ProjectRight>> = {
  'mark-seen': 'read',
  'open-thread': 'comment',
  'reply-thread': 'comment',
  'resolve-thread': 'comment',
  'reopen-thread': 'comment',
  'sign-off': 'sign-off',
  'withdraw-sign-off': 'sign-off',
  'begin-independence': 'manage',
  'end-independence': 'manage',
}

/** The right that an act needs, and taking it back: who may no longer do a thing may not undo their way to it either. */
export function rightFor(kind: ActKind): ProjectRight {
  return needs[kind] ?? 'code'
}

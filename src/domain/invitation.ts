import type { Role } from './role.ts'

/** `first`: makes the first account, the owner of all that is here. `person`: somebody new, or somebody here into a project. `reset`: a new password. */
export type InvitationKind = 'first' | 'person' | 'reset'

/** What an invitation offers. `coder`: who it is for, where that is known. */
export type Invitation = {
  readonly id: number
  readonly kind: InvitationKind
  readonly project: { readonly id: number; readonly slug: string; readonly name: string } | null
  readonly role: Role | null
  readonly coder: { readonly id: number; readonly name: string } | null
  readonly by: string
  readonly byId: number
  readonly expiresAt: string
}

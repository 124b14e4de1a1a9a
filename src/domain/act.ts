/** Acts that give a source another text, and carry along what lies on it. */
export const textActs = ['edit-text', 'replace-words', 'replace-text', 'restore-version'] as const

/** Every kind of act, in the past tense of the history page, by what it is done to: for a history that is narrowed. */
const kindsOfArea = {
  codings: [
    'code-passage',
    'remove-coding',
    'recode',
    'recode-many',
    'resize-coding',
    'split-coding',
    'join-codings',
    'copy-coding',
    'code-hits',
    'split-code',
    'dismiss-passage',
    'mark-example',
    'unmark-example',
    'restore-coding-then',
  ],
  codebook: ['create-code', 'edit-code', 'move-code', 'merge-codes', 'retire-code', 'restore-code', 'remove-code', 'import-codebook', 'restore-code-then'],
  memos: ['write-memo', 'edit-memo', 'remove-memo'],
  findings: ['write-finding', 'pick-evidence', 'drop-evidence', 'write-synthesis'],
  sources: ['import-sources', 'remove-source', 'rename-source', 'describe-source', 'set-status', 'set-speaker'],
  texts: [...textActs, 'settle-review', 'drop-review'],
  cases: [
    'create-case',
    'edit-case',
    'remove-case',
    'link-case',
    'unlink-case',
    'import-cases',
    'set-attribute',
    'create-attribute',
    'edit-attribute',
    'remove-attribute',
  ],
  guides: ['import-guide', 'edit-guide', 'remove-guide', 'leave-guide', 'find-answers', 'set-answer'],
  review: [
    'settle-disagreement',
    'begin-independence',
    'end-independence',
    'finish-source',
    'reopen-source',
    'open-thread',
    'reply-thread',
    'resolve-thread',
    'reopen-thread',
    'sign-off',
    'withdraw-sign-off',
    'mark-seen',
  ],
  undoing: ['undo', 'redo'],
  /** Of the project as a whole, or of the house. */
  project: [
    'pin-code',
    'unpin-code',
    'move-pin',
    'save-set',
    'edit-set',
    'remove-set',
    'edit-project',
    'create-project',
    'create-demo',
    'import-project',
    'rename-coder',
    'create-coder',
    'choose-coder',
    'set-synonyms',
    'set-quantifiers',
    'set-stop-words',
    'set-citation',
    'edit-publication',
    'set-pseudonym',
    'set-pseudonyms',
    'save-search',
    'rename-search',
    'remove-search',
    'restore-project',
    'open-account',
    'add-member',
    'change-role',
    'remove-member',
  ],
} as const
export type ActArea = keyof typeof kindsOfArea
/** What a person did. */
export type ActKind = (typeof kindsOfArea)[ActArea][number]
export const actAreas = Object.keys(kindsOfArea) as [ActArea, ...ActArea[]]
export const actKinds: readonly ActKind[] = Object.values(kindsOfArea).flat()

/** The kinds of act of an area. */
export function kindsIn(area: ActArea): readonly ActKind[] {
  return kindsOfArea[area]
}

/**
 * Acts that are done to everybody's codings, whoever may see them: to the codebook, to texts, to sources as a whole. What undo takes back is one's own. Every
 * other act of somebody who codes without seeing the others finds what they may see, and nothing else.
 */
export const everybodysActs = [
  ...textActs,
  'merge-codes',
  'retire-code',
  'restore-code',
  'remove-code',
  'import-codebook',
  'import-sources',
  'import-project',
  'remove-source',
  'restore-project',
  'restore-code-then',
  'undo',
  'redo',
] as const satisfies readonly ActKind[]

/** What a history sentence names: ids where the thing still has a name, a count for bulk acts, a label for what may be gone. */
export type ActAbout = { sourceId?: number; codeId?: number; caseId?: number; count?: number; label?: string }

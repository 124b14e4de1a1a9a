/** What a person did, in the past tense of the history page. */
export const actKinds = [
  'code-passage',
  'remove-coding',
  'recode',
  'recode-many',
  'code-hits',
  'dismiss-passage',
  'resize-coding',
  'split-coding',
  'join-codings',
  'copy-coding',
  'merge-codes',
  'split-code',
  'mark-example',
  'unmark-example',
  'import-sources',
  'remove-source',
  'set-status',
  'rename-source',
  'create-code',
  'edit-code',
  'move-code',
  'retire-code',
  'restore-code',
  'remove-code',
  'pin-code',
  'unpin-code',
  'move-pin',
  'import-codebook',
  'create-case',
  'edit-case',
  'remove-case',
  'link-case',
  'set-attribute',
  'create-attribute',
  'import-cases',
  'write-memo',
  'edit-memo',
  'remove-memo',
  'save-set',
  'edit-set',
  'remove-set',
  'edit-project',
  'create-project',
  'create-demo',
  'rename-coder',
  'create-coder',
  'choose-coder',
  'set-speaker',
  'set-answer',
  'import-guide',
  'edit-guide',
  'remove-guide',
  'find-answers',
  'leave-guide',
  'edit-attribute',
  'remove-attribute',
  'unlink-case',
  'edit-text',
  'replace-words',
  'replace-text',
  'restore-version',
  'settle-review',
  'drop-review',
  'set-synonyms',
  'set-quantifiers',
  'set-citation',
  'edit-publication',
  'set-pseudonym',
  'set-pseudonyms',
  'save-search',
  'rename-search',
  'remove-search',
  'undo',
  'redo',
] as const
export type ActKind = (typeof actKinds)[number]
/** Acts that give a source another text, and carry along what lies on it. */
export const textActs = ['edit-text', 'replace-words', 'replace-text', 'restore-version'] as const satisfies readonly ActKind[]

/** What a history sentence names: ids where the thing still has a name, a count for bulk acts, a label for what may be gone. */
export type ActAbout = { sourceId?: number; codeId?: number; caseId?: number; count?: number; label?: string }

/** Acts by what they are done to, for a history that is narrowed. What stands in none of the others is of the project. */
const kindsOfArea = {
  codings: ['code-passage', 'remove-coding', 'recode', 'recode-many', 'resize-coding', 'split-coding', 'join-codings', 'copy-coding'],
  codebook: ['create-code', 'edit-code', 'move-code', 'merge-codes', 'retire-code', 'restore-code', 'remove-code', 'import-codebook'],
  memos: ['write-memo', 'edit-memo', 'remove-memo'],
  sources: ['import-sources', 'remove-source', 'rename-source', 'set-status', 'set-speaker'],
  texts: ['edit-text', 'replace-words', 'replace-text', 'restore-version', 'settle-review', 'drop-review'],
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
  undoing: ['undo', 'redo'],
} as const satisfies Record<string, readonly ActKind[]>
export const actAreas = ['codings', 'codebook', 'memos', 'sources', 'texts', 'cases', 'guides', 'undoing', 'project'] as const
export type ActArea = (typeof actAreas)[number]

/** The kinds of act of an area. */
export function kindsIn(area: ActArea): readonly ActKind[] {
  if (area !== 'project') return kindsOfArea[area]
  const others = new Set<ActKind>(Object.values(kindsOfArea).flat())
  return actKinds.filter((kind) => !others.has(kind))
}

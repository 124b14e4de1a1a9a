import { expect, test } from 'vitest'
import { treeOf } from '../../src/domain/code.ts'
import { isShown, readShowing, type Showing, writeShowing } from '../../src/domain/showing.ts'

const code = (id: number, parentId: number | null) => ({
  id,
  parentId,
  guid: '',
  projectId: 1,
  label: `${id}`,
  color: null,
  position: id,
  retiredAt: null,
  definition: '',
  whenToUse: '',
  whenNot: '',
  example: '',
})
const tree = treeOf([code(1, null), code(2, 1), code(3, null)])
const codeOf = new Map([tree[0]!, tree[0]!.children[0]!, tree[1]!].map((node) => [node.id, node]))
const codings = [1, 2, 3].flatMap((codeId) => [1, 2].map((coderId) => ({ codeId, coderId })))
const shown = (showing: Showing) => codings.filter(isShown(showing, 1, codeOf)).map(({ codeId, coderId }) => `${codeId}/${coderId}`)

test('what is shown: all, mine, one coder, one code with its sub-codes, none', () => {
  expect(shown('all')).toHaveLength(6)
  expect(shown('mine')).toEqual(['1/1', '2/1', '3/1'])
  expect(shown({ coderId: 2 })).toEqual(['1/2', '2/2', '3/2'])
  expect(shown({ codeId: 1 })).toEqual(['1/1', '1/2', '2/1', '2/2'])
  expect(shown('none')).toEqual([])
  expect(shown({ codeId: 99 })).toEqual([])
})

test('an address says it and is read back; anything else is all', () => {
  for (const showing of ['all', 'mine', 'none', { codeId: 12 }, { coderId: 3 }] as Showing[]) expect(readShowing(writeShowing(showing))).toEqual(showing)
  for (const odd of [undefined, '', 'by-', 'by-x', '0', '-1', '1.5', 'everything']) expect(readShowing(odd)).toBe('all')
})

import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roleMay } from '../../src/domain/role.ts'
import { hideForbidden, rightsByPath } from '../../src/web/hide.ts'
import { listRights } from '../../src/web/rights.ts'
import { openTestHouse } from '../support/house.ts'
import { addPerson } from '../support/people.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

const rightOfPath = rightsByPath(listRights())

test('no page shows a form or a link that its reader would be refused, and each page is there', async () => {
  const { app, house } = await openTestHouse()
  const [study] = fc.sample(anyStudy, { numRuns: 1, seed: 7 })
  const { slug } = await keepStudy(house, study!)
  const sqlite = new SQLite(house.file, { readonly: true })
  const { id: projectId } = sqlite.prepare('select id from project where slug = ?').get(slug) as { id: number }
  const first = (table: string) => `${(sqlite.prepare(`select min(id) as id from ${table}`).get() as { id: number | null }).id ?? 1}`
  const ids: Record<string, string> = {
    slug,
    sourceId: first('source'),
    codeId: first('code'),
    codingId: first('coding'),
    caseId: first('study_case'),
    memoId: first('memo'),
    guideId: first('guide'),
    questionId: first('question'),
    number: '1',
    act: first('act'),
    kind: 'code',
    id: first('code'),
  }
  sqlite.close()
  const pages = [...listRights()].filter(([route, right]) => right === 'read' && route.startsWith('GET') && !/:file|:guid|\/events$/.test(route))
  for (const role of ['researcher', 'reader'] as const) {
    const { cookie } = await addPerson(house, role, { [projectId]: role })
    let forms = 0
    for (const [route] of pages) {
      const path = route.slice(4).replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) => ids[name]!)
      const answer = await app.request(path, { headers: { 'Accept-Language': 'en', Cookie: cookie } })
      expect(answer.status, `${path} as ${role}`).not.toBe(403)
      if (answer.status !== 200 || !/html/.test(answer.headers.get('Content-Type') ?? '')) continue
      const html = (await answer.text()).replaceAll('&amp;', '&')
      if (role === 'reader') expect(html, `${path} asks a reader to write`).not.toContain('Write a synthesis')
      for (const [, tag, attributes] of html.matchAll(/<(form|a)\b([^>]*)>/g)) {
        const to = /(?:action|href)="(\/projects\/[^"?#]*)/.exec(attributes!)?.[1]
        if (!to) continue
        const method = /method="post"/.test(attributes!) ? 'POST' : 'GET'
        if (method === 'POST') forms++
        const right = rightOfPath(method, to)
        const allowed = right === undefined || right === 'open' || right === 'signed-in' || (right !== 'local' && roleMay(role, right))
        // Whoever may code sees everything of coding; what they may not is hidden by its own view.
        expect(allowed, `${path} as ${role} has a ${tag} to ${method} ${to}`).toBe(true)
      }
    }
    expect(forms).toBeGreaterThan(pages.length)
  }
}, 120_000)

test('what held nothing but a form that is not shown goes with it; anything else stays as it is', () => {
  const may = (method: string, path: string) => !(method === 'POST' && path === '/x')
  const hidden = (html: string) => hideForbidden(html, '/here', may)
  expect(hidden('<section class="a"><header><h2>New</h2></header><p>Why</p><form method="post" action="/x"><input/></form></section><p>b</p>')).toBe('<p>b</p>')
  expect(hidden('<section><header><h2>List</h2></header><ul><li>one <form method="post" action="/x">o</form></li></ul></section>')).toBe(
    '<section><header><h2>List</h2></header><ul><li>one </li></ul></section>',
  )
  expect(hidden('<details><summary>Change</summary><form method="post" action="/x?y=1">o</form></details><a href="/x">see</a>')).toBe('<a href="/x">see</a>')
  // What a script holds on to by its name stays for it, dead and unseen.
  expect(hidden('<form id="f" method="post" action="/x" hx-post="/x"><i>in</i></form><button form="f">Do</button><input form="f"/><i>on</i>')).toBe(
    '<form id="f" hidden inert><i>in</i></form><i>on</i>',
  )
  const untouched = '<form method="post" action="/y"><button>x</button></form><section><header>empty</header></section>'
  expect(hidden(untouched)).toBe(untouched)
  expect(rightOfPath('POST', '/projects/a/codes/1/merger')).toBe('code')
  expect(rightOfPath('GET', '/projects/a/guides/proposal')).toBe('code')
  expect(rightOfPath('GET', '/elsewhere')).toBeUndefined()
})

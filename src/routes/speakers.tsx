import { Hono } from 'hono'
import { z } from 'zod'
import { SpeakerLine, SpeakersPage } from '../../views/speakers/speakers-page.tsx'
import { addSpeaker } from '../services/add-speaker.ts'
import { readSpeakers, SPEAKERS_SHOWN } from '../services/read-speakers.ts'
import { setSpeaker } from '../services/set-speaker.ts'
import { accept, id, offset } from '../web/accept.ts'
import { done, goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const path = z.object({ slug: z.string(), sourceId: id })
const at = '/projects/:slug/sources/:sourceId{[0-9]+}/speakers'
const who = z.object({ name: z.string(), role: z.enum(['interviewer', 'informant', 'other']), caseName: z.string().max(200) })
const wish = who.extend({ everywhere: z.literal('yes').optional() })
const added = who.extend({ from: id, to: id })

/** Who speaks in a source, and who they are. */
export const speakers = new Hono<AppEnv>()

speakers.get(at, accept('param', path), accept('query', z.object({ from: offset.optional().catch(undefined) })), async (c) => {
  const { house, project, reader } = c.var
  const of = await readSpeakers(house, project.id, c.req.valid('param').sourceId, c.req.valid('query').from)
  const title = reader.say('speakers.title', { name: of.source.title })
  return show(c, { title, place: 'sources', layout: 'page' }, <SpeakersPage of={of} shown={SPEAKERS_SHOWN} slug={project.slug} />)
})

speakers.post(at, accept('param', path), accept('form', added), async (c) => {
  const { house, project, coder, reader } = c.var
  const { sourceId } = c.req.valid('param')
  const form = c.req.valid('form')
  await addSpeaker(house, { projectId: project.id, coderId: coder.id, sourceId, ...form })
  const said = reader.say('speakers.added', { label: form.name.trim(), from: form.from, to: form.to })
  return goTo(c, `/projects/${project.slug}/sources/${sourceId}/speakers`, { said, undoTo: `/projects/${project.slug}/undo` })
})

speakers.post(`${at}/:speakerId{[0-9]+}`, accept('param', path.extend({ speakerId: id })), accept('form', wish), async (c) => {
  const { house, project, coder, reader } = c.var
  const { sourceId, speakerId } = c.req.valid('param')
  const { name, role, caseName, everywhere } = c.req.valid('form')
  const before = await readSpeakers(house, project.id, sourceId)
  await setSpeaker(house, { projectId: project.id, coderId: coder.id, sourceId, speakerId, name, role, caseName, everywhere: everywhere === 'yes' })
  const values = { label: name.trim(), role: reader.say(`import.role.${role}`), case: caseName.trim() }
  const said = reader.say(values.case === '' ? 'speakers.saved' : 'speakers.saved-case', values)
  const page = `/projects/${project.slug}/sources/${sourceId}/speakers`
  const toast = { said, undoTo: `/projects/${project.slug}/undo` }
  const after = await readSpeakers(house, project.id, sourceId)
  const speaker = after.speakers.find((one) => one.id === speakerId)
  // Two that became one, or one of a later page: the page is drawn anew.
  if (!speaker || after.of !== before.of) return goTo(c, page, toast)
  return done(
    c,
    page,
    toast,
    <hx-partial hx-target={`#speaker-${speakerId}`} hx-swap="outerMorph">
      <SpeakerLine speaker={speaker} to={`${page}/${speakerId}`} />
    </hx-partial>,
  )
})

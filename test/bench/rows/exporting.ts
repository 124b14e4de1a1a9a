import { setTimeout as wait } from 'node:timers/promises'
import type { LoopDelay } from '../../support/server.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good, type Served } from '../ground.ts'
import { type Sample, sampleOf, timeOf } from '../measure.ts'

/** All 12,000 quotations as a file, and how long others wait meanwhile: p99 of the event loop's delay, its maximum beside that of an idle run. */
export async function exporting(ground: Ground): Promise<Figure[]> {
  const served = await ground.over('usual')
  const raw = { name: 'raw SQL + slices', sample: await rawQuotations(ground) }
  await served.server.delay('reset')
  await wait(1500)
  const idle = await served.server.delay('read')
  const csv = await download(ground, served, 'csv')
  const xlsx = await download(ground, served, 'xlsx')
  const docx = await download(ground, served, 'docx')
  const html = await download(ground, served, 'html')
  return [
    { name: '12,000 quotations to CSV', unit: 'ms', sample: csv.sample, limit: { of: 'p50', at: 300 }, baseline: raw, note: csv.note },
    waited('others wait during CSV (p99 of the loop)', csv.delay, idle),
    { name: '12,000 quotations to XLSX', unit: 'ms', sample: xlsx.sample, limit: { of: 'p50', at: 900 }, baseline: raw, note: xlsx.note },
    waited('others wait during XLSX (p99 of the loop)', xlsx.delay, idle),
    { name: '12,000 quotations to Word, by theme', unit: 'ms', sample: docx.sample, limit: { of: 'p50', at: 3000 }, baseline: raw, note: docx.note },
    waited('others wait during Word (p99 of the loop)', docx.delay, idle),
    { name: '12,000 quotations to HTML, by theme', unit: 'ms', sample: html.sample, limit: { of: 'p50', at: 300 }, baseline: raw, note: html.note },
    ...(await exportingMany(ground)),
  ]
}

/** 100,000 codings: how long, and how much memory the whole program takes meanwhile. */
async function exportingMany(ground: Ground): Promise<Figure[]> {
  const served = await ground.over('coded')
  const xlsx = await download(ground, served, 'xlsx', 3)
  const csv = await download(ground, served, 'csv', 3)
  return [
    { name: '100,000 quotations to CSV', unit: 'ms', sample: csv.sample, limit: { of: 'p50', at: 2000 }, note: csv.note },
    { name: '100,000 quotations to XLSX', unit: 'ms', sample: xlsx.sample, limit: { of: 'p50', at: 10_000 }, note: xlsx.note },
    { name: 'memory after XLSX', unit: 'MB', sample: [xlsx.delay.rss / 1e6], limit: { of: 'p50', at: 600 } },
  ]
}

/** The figure of "nobody waits". */
export function waited(name: string, delay: LoopDelay, idle: LoopDelay): Figure {
  const note = `the longest wait was ${delay.max.toFixed(1)} ms; idle ${idle.max.toFixed(1)} ms`
  return { name, unit: 'ms', sample: [delay.p99], limit: { of: 'p50', at: 50 }, baseline: { name: 'idle', sample: [idle.p99] }, note }
}

async function download(ground: Ground, { client, server }: Served, format: string, usual = 12): Promise<{ sample: Sample; delay: LoopDelay; note: string }> {
  const path = `/projects/${SLUG}/exports/quotations.${format}`
  const first = good(await client.get(path), path)
  await server.delay('reset')
  const sample = await sampleOf(ground.times(usual), async () => good(await client.get(path), path).milliseconds, 0)
  const delay = await server.delay('read')
  return { sample, delay, note: `the file is ${(first.body.length / 1e6).toFixed(1)} MB` }
}

async function rawQuotations(ground: Ground): Promise<Sample> {
  const sqlite = await ground.sqlite('usual')
  const rows = sqlite.prepare(`
    select source.title, code.label, coder.name, start_offset, end_offset, source_id from coding join quotation on quotation.id = quotation_id
    join source on source.id = source_id join code on code.id = code_id join coder on coder.id = coder_id order by source.position, start_offset`)
  const texts = sqlite.prepare('select source.id, text from source join source_version on source_version.id = version_id')
  return sampleOf(ground.times(12), () =>
    timeOf(() => {
      const text = new Map((texts.all() as { id: number; text: string }[]).map((one) => [one.id, one.text]))
      return (rows.all() as { source_id: number; title: string; start_offset: number; end_offset: number }[])
        .map((row) => `${row.title},"${text.get(row.source_id)!.slice(row.start_offset, row.end_offset)}"`)
        .join('\r\n')
    }),
  )
}

import { percentile, type Sample } from './measure.ts'

/** What ours is held against, measured in the same run. */
export type Baseline = { name: string; sample: Sample }

/** A figure of the table. `limit` is what must not be exceeded, by the percentile named or by the one value there is. */
export type Figure = {
  name: string
  unit: 'ms' | 'kB' | 'MB' | '×'
  sample: Sample
  limit?: { of: 'p50' | 'p95'; at: number }
  baseline?: Baseline
  note?: string
}

/** A figure that can't be taken here, and why. */
export type Skipped = { name: string; skipped: string }

export function isOver({ sample, limit }: Figure): boolean {
  return limit !== undefined && !(percentile(sample, limit.of === 'p50' ? 0.5 : 0.95) <= limit.at)
}

const widths = [46, 10, 10, 16, 34, 8]
const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, 0) + 6)

export function tableHead(): string {
  return `${columns(['', 'p50', 'p95', 'limit', 'baseline (p50)', 'ours/it'])}\n${rule}`
}

/** One line of the table. */
export function tableRow(row: Figure | Skipped): string {
  if ('skipped' in row) return columns([row.name, '–', '–', '', `skipped: ${row.skipped}`])
  const p50 = percentile(row.sample, 0.5)
  const limit = row.limit ? `${row.limit.of} ${amount(row.limit.at, row.unit)}` : ''
  const base = row.baseline && percentile(row.baseline.sample, 0.5)
  const baseline = row.baseline ? `${row.baseline.name} ${amount(base!, row.unit)}` : ''
  const ratio = base ? `${(p50 / base).toFixed(base < p50 * 10 ? 1 : 2)}×` : ''
  const verdict = row.limit ? (isOver(row) ? 'OVER' : 'ok') : ''
  const line = columns([row.name, amount(p50, row.unit), amount(percentile(row.sample, 0.95), row.unit), limit, baseline, ratio])
  return `${line} ${verdict}${row.note ? `\n    ${row.note}` : ''}`
}

function columns(cells: string[]): string {
  return cells.map((cell, at) => (at === 0 || at === 4 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' ')
}

function amount(value: number, unit: Figure['unit']): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0
  return unit === '×' ? `${value.toFixed(2)}×` : `${value.toFixed(digits)} ${unit}`
}

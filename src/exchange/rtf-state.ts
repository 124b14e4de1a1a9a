import type { MarkedText } from './marked-text.ts'
import type { Destination } from './rtf-words.ts'

/** What holds inside a group and ends with it. `into`: where words go, null for nowhere. */
export type RtfState = {
  destination: Destination
  into: MarkedText | null
  /** How many characters after a \u stand for it in programs that don't know it. */
  fallback: number
  encoding: string
  bold: boolean
  italic: boolean
  hidden: boolean
  deleted: boolean
  inTable: boolean
  /** Of the paragraph as a heading, 1 the highest; 0 is none. */
  level: number
}

export type RtfCounts = { pictures: number; comments: number; headers: number; deleted: number; hidden: number; lists: number; tables: number }

export function startState(body: MarkedText): RtfState {
  return {
    destination: 'body',
    into: body,
    fallback: 1,
    encoding: 'windows-1252',
    bold: false,
    italic: false,
    hidden: false,
    deleted: false,
    inTable: false,
    level: 0,
  }
}

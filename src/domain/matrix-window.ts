import type { Arranged } from './arrange-matrix.ts'

/** Up to so many cells are drawn at once; beyond them a window, and more where somebody scrolls. */
const WHOLE = 3000
const TALL = 40
const BROAD = 30
const MOST = 100

/** Where a window begins, by places in the arranged order, and how much it shows. */
export type WindowWish = {
  readonly top?: number | undefined
  readonly left?: number | undefined
  readonly tall?: number | undefined
  readonly broad?: number | undefined
}
/** The part of a matrix that is drawn: the places of its rows and columns in the arranged order, pinned ones first. */
export type Window = {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly top: number
  readonly left: number
  readonly whole: boolean
}

/** The window that is wished for, or one that holds a certain cell (by its places), or the first. */
export function windowOf(arranged: Arranged, wish: WindowWish, around?: { row: number; column: number }): Window {
  const { rows, columns, pinnedRows, pinnedColumns } = arranged
  const whole = rows.length * columns.length <= WHOLE
  const tall = whole ? rows.length : sizeOf(wish.tall, TALL)
  const broad = whole ? columns.length : sizeOf(wish.broad, BROAD)
  const top = beginning(wish.top ?? (around && around.row >= tall ? around.row - Math.floor(tall / 2) : 0), pinnedRows, rows.length, tall)
  const left = beginning(wish.left ?? (around && around.column >= broad ? around.column - Math.floor(broad / 2) : 0), pinnedColumns, columns.length, broad)
  return { rows: placesFrom(pinnedRows, top, tall, rows.length), columns: placesFrom(pinnedColumns, left, broad, columns.length), top, left, whole }
}

function sizeOf(wished: number | undefined, usual: number): number {
  return Math.min(MOST, Math.max(1, wished ?? usual))
}

function beginning(wished: number, pinned: number, all: number, size: number): number {
  return Math.max(pinned, Math.min(wished, all - size))
}

function placesFrom(pinned: number, from: number, size: number, all: number): number[] {
  return [...Array(pinned).keys(), ...Array.from({ length: Math.max(0, Math.min(size, all - from)) }, (_, at) => from + at)]
}

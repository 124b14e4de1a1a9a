const STOP = 'och det att är som på i en vi har man men jag inte för då med ju de till om där'.split(' ')
const PARTS = 'by is te ko el ning ande land arna stad gard sten'.split(' ')

/** Texts that a search takes longest for: many of what each costs most, up to what may be typed. */
export function hostileQueries(words: readonly string[]): string[] {
  const word = (nth: number) => words[(nth * 7919) % words.length]!
  const stop = (nth: number) => STOP[nth % STOP.length]!
  const kinds: readonly ((nth: number) => string)[] = [
    (nth) => `${word(nth)}~`,
    (nth) => `${word(nth)}~2 OR`,
    (nth) => `${word(nth).replace(/^(..)./, '$1xq')}z`,
    (nth) => `${word(nth).replace(/^(..)./, '$1xq')}z OR`,
    (nth) => `${word(nth)[0]}*`,
    (nth) => `${word(nth).slice(0, 2)}* OR`,
    (nth) => `"${stop(nth)} ${stop(nth * 3 + 1)}"`,
    (nth) => `"${stop(nth)} ${stop(nth * 3 + 1)}" OR`,
    (nth) => `"${stop(nth)} ${stop(nth * 3 + 1)}"~9 OR`,
    (nth) => word(nth),
    (nth) => `${word(nth)} OR`,
    (nth) => `${stop(nth)} OR`,
    (nth) => `-${word(nth)}`,
    (nth) => `${PARTS[nth % PARTS.length]} OR`,
    (nth) => `(${word(nth)} -(${word(nth + 1)} OR`,
  ]
  return kinds.flatMap((kind, at) =>
    [3, 6, 12, 200].map((times) =>
      Array.from({ length: times }, (_, nth) => kind(nth + at * 31))
        .join(' ')
        .slice(0, 1000),
    ),
  )
}

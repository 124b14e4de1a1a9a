const LINKS = /[seaou]$/

/**
 * Whether a word is a part of a compound: what stands before and after it must itself be known (words or stems of the
 * corpus, with a linking letter between), or be its inflection. `inflects(word)` says whether a word is an inflection of
 * the part.
 */
export function isPartOfCompound(part: string, whole: string, knows: (word: string) => boolean, inflects: (word: string) => boolean): boolean {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole.slice(0, at)
    const after = whole.slice(at + part.length)
    if (before === '' && after === '') continue
    if (part.length < 4 && before.length > 0 && before.length < 4) continue
    const ends = after === '' || (before !== '' && inflects(part + after)) || isKnownPart(after.replace(/^s/, ''), knows) || isKnownPart(after, knows)
    if (ends && (before === '' || isKnownPart(before, knows))) return true
  }
  return false
}

/** A known word of at least three letters, a linking letter after it or not, or two such after each other. */
function isKnownPart(piece: string, knows: (word: string) => boolean, depth = 2): boolean {
  if (piece.length < 3) return false
  if (knows(piece) || (piece.length > 3 && LINKS.test(piece) && knows(piece.slice(0, -1)))) return true
  if (depth === 1) return false
  for (let cut = 3; cut <= piece.length - 3; cut++) if (isKnownPart(piece.slice(0, cut), knows, 1) && isKnownPart(piece.slice(cut), knows, 1)) return true
  return false
}

const letters: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l' }

/** A project's name in an address: a-z, digits and hyphens, at most 60. `otherwise` where nothing of the name is left. */
export function slugOf(name: string, otherwise = 'project'): string {
  const plain = [...name.normalize('NFC').toLowerCase()].map((letter) => letters[letter] ?? letter).join('')
  const slug = plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug || otherwise
}

/** The slug itself where it is free, else with the first free number: `-2`, `-3` … */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let n = 2
  while (taken.has(`${slug}-${n}`)) n++
  return `${slug}-${n}`
}

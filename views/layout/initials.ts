/** Up to two letters for a coder: "Anna L" is AL, "You" is YO. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? words[0]!.slice(0, 1) + words.at(-1)!.slice(0, 1) : name.trim().slice(0, 2)
  return letters.toLocaleUpperCase('sv')
}

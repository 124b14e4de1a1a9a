import { numberIn } from './attribute.ts'
import { Refusal } from './refusal.ts'

/** The numbers that somebody wrote, parted by semicolons: "5000; 10 000,5; 20.000". Where there is none, by spaces: "5000 10000". At most twenty; what is no number is left out. */
export function numbersIn(text: string): number[] {
  const parts = text.includes(';') ? text.split(';').map((part) => part.replace(/\s/g, '')) : text.split(/\s+/)
  return parts
    .filter((part) => part !== '')
    .map((part) => numberIn(part, 'thousands') ?? Number(part))
    .filter((number) => Number.isFinite(number))
    .slice(0, 20)
}

/** The same of a command, where nobody sees what was left out: refuses what is no number, and more than twenty. */
export function cutsIn(text: string): number[] {
  const numbers = numbersIn(text)
  const parts = (text.includes(';') ? text.split(';') : text.split(/\s+/)).filter((part) => part.trim() !== '')
  if (parts.length !== numbers.length) throw new Refusal('invalid', 'refusal.cuts', { cuts: text })
  return numbers
}

import type { Stemming } from './stemming.ts'
import { paradigms } from './uneven/paradigms.ts'
import { standsAlone } from './uneven/standing-alone.ts'

/** The endings that one base takes. A base is what all forms begin with; `doubles`: its last letter is written twice before this ending (sykkel, sykler). */
type Ending = { readonly letters: string; readonly doubles: boolean }
type Paradigm = { readonly base: RegExp; readonly endings: readonly Ending[] }

const VOWEL = 'aeiouyåäöæø'
const byLanguage: Readonly<Record<Stemming, readonly Paradigm[]>> = { sv: read(paradigms.sv), nb: read(paradigms.nb), en: read(paradigms.en) }

/** A line is a base and its endings: V is a vowel, C a consonant, - no ending, = the base's last letter again; after `noun` each may have a genitive s. */
function read(lines: string): Paradigm[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, noun, base, endings] = /^\s*(noun )?(\S+): (.*)$/.exec(line)!
      const all = endings!.split(' ').map((one) => ({ doubles: one.startsWith('='), letters: one.replace(/[-=]/, '') }))
      const more = noun ? all.filter(({ letters }) => !letters.endsWith('s')).map((one) => ({ ...one, letters: `${one.letters}s` })) : []
      return {
        base: new RegExp(`^(?:${base!.replaceAll('[^V', `[^${VOWEL}`).replaceAll('V', `[${VOWEL}]`).replaceAll('C', `[^${VOWEL}]`)})$`),
        endings: [...all, ...more],
      }
    })
}

/** Every form that a word has in the inflections that it may belong to, some of them no words; what stands alone though it looks inflected (svart, not of svar) is no form and has only its own. */
export function inflectionsOf(word: string, stemming: Stemming): string[] {
  const forms = new Set<string>()
  const alone = standsAlone(word, stemming)
  for (const { base, endings } of byLanguage[stemming])
    for (const ending of endings) {
      if (alone && ending.letters !== '') continue
      const of = baseOf(word, ending)
      if (of === undefined || !base.test(of)) continue
      for (const { letters, doubles } of endings) {
        const form = of + (doubles ? of.at(-1)! : '') + letters
        if (letters === '' || !standsAlone(form, stemming)) forms.add(form)
      }
    }
  forms.delete(word)
  return [...forms]
}

function baseOf(word: string, { letters, doubles }: Ending): string | undefined {
  if (!word.endsWith(letters)) return undefined
  const rest = word.slice(0, word.length - letters.length)
  if (!doubles) return rest
  return rest.length > 1 && rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : undefined
}

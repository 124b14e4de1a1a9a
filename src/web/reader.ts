import type { Reader } from '../../views/layout/reader.ts'
import { type InterfaceLanguage, interfaceLanguages, localeOf, sayIn, sayShare } from '../texts/catalogue.ts'

const says = Object.fromEntries(interfaceLanguages.map((language) => [language, sayIn(language)])) as Record<InterfaceLanguage, Reader['say']>

/** The language the reader chose, else the browser's first that we speak (Norwegian and Danish read Swedish), else English. */
export function languageOf(chosen: string | undefined, acceptLanguage: string | undefined): InterfaceLanguage {
  if (chosen === 'sv' || chosen === 'en') return chosen
  for (const wish of (acceptLanguage ?? '').split(',')) {
    const tag = wish.trim().slice(0, 2).toLowerCase()
    if (['sv', 'nb', 'nn', 'no', 'da'].includes(tag)) return 'sv'
    if (tag === 'en') return 'en'
  }
  return 'en'
}

type Who = Pick<Reader, 'language' | 'theme' | 'reading' | 'coder' | 'path' | 'asset'> & Partial<Pick<Reader, 'standing' | 'may'>>

/** Sentences, numbers and times for one reader. */
export function readerFor(who: Who, now = new Date()): Reader {
  const locale = localeOf(who.language)
  return {
    standing: 'local',
    may: () => true,
    ...who,
    say: says[who.language],
    // Nobody but the one who is meant is called you.
    coderName: (name) => (name === 'You' ? says[who.language](who.coder.name === 'You' ? 'coder.you' : 'coder.first') : name),
    number: (value, digits = 0) => formatter(locale, digits).format(value),
    percent: (share) => sayShare(who.language, share),
    when: (iso) => spokenTime(new Date(iso), now, locale, who.language),
    date: (iso) => new Date(iso).toLocaleDateString(locale, { year: 'numeric', month: 'short', day: 'numeric' }),
  }
}

const formatters = new Map<string, Intl.NumberFormat>()
function formatter(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  formatters.set(key, made)
  return made
}

function spokenTime(at: Date, now: Date, locale: string, language: InterfaceLanguage): string {
  const clock = `${at.getHours()}${language === 'sv' ? '.' : ':'}${String(at.getMinutes()).padStart(2, '0')}`
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days <= 0) return clock
  if (days === 1) return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day')} ${clock}`
  if (days < 7) return `${at.toLocaleDateString(locale, { weekday: 'short' })} ${clock}`
  return at.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: at.getFullYear() === now.getFullYear() ? undefined : 'numeric',
  } as Intl.DateTimeFormatOptions)
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
}

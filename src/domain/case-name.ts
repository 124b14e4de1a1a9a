const EXTENSION = /\.(docx?|txt|text|md|markdown|rtf|odt|pdf|x?html?|epub|vtt|srt|sbv|csv|tsv|xlsx|zip)$/i
const CLUTTER =
  /^(intervju(er|n|et)?|interviews?|workshop(en|par)?|fokusgrupp(en|er)?|fokusgruppe|gruppintervju|observation(er|en)?|observasjon(er)?|anteckningar|fältanteckningar|notat(er)?|notes|transkript(ion|et)?|transkriber(ing|ad|t)|transcripts?|transcription|utskrift|slutlig|slutversion|final|endelig|klar|ny|copy|kopia|kopi|rensad|anonymi[sz](erad|ert|ed)|avidentifierad|v\d+|ver\d*|version|\d{6,8}|\d{4}-\d{2}-\d{2}|\(\d+\))$/i

/** A source's title from the name of its file: without folder and extension, composed as NFC. */
export function titleOfFile(name: string): string {
  const base = baseName(name)
  return base.replace(EXTENSION, '').replace(/\s+/g, ' ').trim() || base
}

/** The last part of a path of any system, without characters that don't print. */
export function baseName(path: string): string {
  const base = path.normalize('NFC').split(/[/\\]/).at(-1)!
  return (
    base
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 200) || '–'
  )
}

/** The case a title is about: "intervju_älvbro_slutlig" is Älvbro, "Workshop i Berg" Berg. A number stays, for it may be all that tells two informants apart. */
export function caseNameOf(title: string): string {
  const words = title.replace(/_/g, ' ').split(/\s+/).filter(Boolean)
  const kept = words.filter((word, at) => !CLUTTER.test(word.replace(/[,.]$/, '')) && !(/^[-–]+$/.test(word) && (at === 0 || at === words.length - 1)))
  // "Workshop i Berg" is about Berg.
  if (kept.length > 1 && kept.length < words.length && /^(i|in|på|at|med|with|hos|ved|vid|från|fra|from)$/i.test(kept[0]!) && kept[0] !== words[0]) kept.shift()
  const telling = kept.some((word) => /\p{L}/u.test(word)) ? kept : words
  const name = telling.join(' ')
  return name.slice(0, 1).toLocaleUpperCase('sv') + name.slice(1)
}

/** The guess bent to a case that is there already: the same name in other capitals, or without a number at its end. */
export function fitToKnownCase(guess: string, known: readonly string[]): string {
  const same = (name: string) => known.find((one) => one.toLowerCase() === name.toLocaleLowerCase('sv'))
  return same(guess) ?? same(guess.replace(/[\s-]+\(?\d{1,2}\)?$/, '')) ?? guess
}

const natural = new Intl.Collator('sv', { numeric: true })

/** Names as people count: K2 before K10. */
export function inNaturalOrder(a: string, b: string): number {
  return natural.compare(a, b)
}

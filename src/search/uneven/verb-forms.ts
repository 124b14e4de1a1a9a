/** Verbs that end in their vowel, in Swedish and Norwegian: few, and as short as other words that they would be taken for (spå, spår). Their strong kin are listed elsewhere. */
export const vowelVerbs = {
  sv: words('bo tro sy bry fly gry nå må flå ro gro sno glo klä ske spy avsky bero ty'),
  nb: words('bo tro nå snu sy skje bety kle spy gro flå bu tru ro sno fly spå bry'),
}

function words(list: string): readonly string[] {
  return list.split(' ')
}

export function vowelVerbForms(verb: string): string[] {
  return [verb, ...['r', 'dde', 'tt', 'dd', 'dda'].map((ending) => verb + ending)]
}

/** A strong verb's participles, its passive, and what goes with its supine: skrivit, skriven, skrivna, skrivs; lagt, lagd, lagda; satt, satta. */
export function swedishParticiples(forms: string[]): string[] {
  const [verb = ''] = forms
  const stem = verb.slice(0, -1)
  if (
    !/[aåeiouyäö]$/.test(verb) ||
    !forms.some((form) => /.t$/.test(form)) ||
    !forms.some((form) => form === `${verb}r` || form === `${stem}er` || form === stem)
  )
    return forms
  const past = forms.some((form) => form.endsWith('de')) ? 'd' : forms.some((form) => form.endsWith('te')) ? 't' : ''
  const passive = verb.endsWith('a') ? [`${stem}${stem.endsWith('s') ? 'e' : ''}s`] : []
  return [...forms, ...passive, ...forms.flatMap((form) => participlesOf(form, past))]
}

function participlesOf(supine: string, past: string): string[] {
  const strong = /^(.{2,})it$/.exec(supine)?.[1]
  if (strong !== undefined) return [`${strong}en`, `${strong}et`, strong.endsWith('nn') ? `${strong}a` : `${strong.replace(/mm$/, 'm')}na`]
  if (!/.{2}t$/.test(supine) || past === '') return []
  if (past === 't') return [`${supine}a`]
  const base = supine.replace(/tt?$/, (end) => (end === 'tt' ? 'd' : ''))
  return [`${base}d`, `${base}da`]
}

/** Skrevet, skrevne; drukket, drukne; and the passives of what ends in its vowel (sies). */
export function norwegianParticiples(forms: string[]): string[] {
  const [verb = ''] = forms
  const passive = /^[^aeiouyåäöæø]+[iåe]$/.test(verb) && forms.some((form) => form.endsWith('r')) ? [`${verb}es`, `${verb}s`] : []
  const isVerb = /e$/.test(verb) && forms.some((form) => form === `${verb}r`)
  return [...forms, ...passive, ...(isVerb ? forms.flatMap((form) => manyOf(form)) : [])]
}

function manyOf(supine: string): string[] {
  const base = /^(.{3,})et$/.exec(supine)?.[1]
  return base === undefined ? [] : [base.endsWith('nn') ? `${base}e` : `${base.replace(/(.)\1$/, '$1')}ne`]
}

/** Big, bigger, biggest; large, larger, largest. */
export function comparedForms(word: string): string[] {
  const base = word.endsWith('e') ? word.slice(0, -1) : /^[^aeiou]*[aeiou][bdgmnt]$/.test(word) ? word + word.at(-1) : word
  return [word, `${base}er`, `${base}est`]
}

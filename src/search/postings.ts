/**
 * Which paragraphs of a source have which forms. `forms`: each form of the source once, in order. The paragraphs of
 * `forms[n]` are `places` from `begins[n]` to `begins[n + 1]`: a paragraph's number times 256, and how often, at most 255.
 */
export type Postings = { readonly forms: Uint32Array; readonly begins: Uint32Array; readonly places: Uint32Array }

let counts = new Uint32Array(1024)
let last = new Int32Array(1024)

/** Two passes over the words, counting and then placing. `most`: how many forms the vocabulary has. */
export function postingsOf(words: Uint32Array, starts: Uint32Array, most: number): Postings {
  if (counts.length < most) {
    counts = new Uint32Array(most * 2)
    last = new Int32Array(most * 2)
  }
  const forms = countForms(words, starts)
  const begins = new Uint32Array(forms.length + 1)
  for (const [nth, form] of forms.entries()) {
    begins[nth + 1] = begins[nth]! + counts[form]!
    counts[form] = begins[nth]!
    last[form] = -1
  }
  const places = new Uint32Array(begins[forms.length]!)
  for (let nth = 0; nth + 1 < starts.length; nth++)
    for (let at = starts[nth]!; at < starts[nth + 1]!; at++) {
      const form = words[at]!
      if (last[form] === nth) {
        const place = counts[form]! - 1
        if ((places[place]! & 255) < 255) places[place]!++
      } else {
        last[form] = nth
        places[counts[form]!++] = nth * 256 + 1
      }
    }
  for (const form of forms) counts[form] = 0
  return { forms, begins, places }
}

/** Counts in how many paragraphs each form stands. @returns the forms, in order */
function countForms(words: Uint32Array, starts: Uint32Array): Uint32Array {
  const found: number[] = []
  for (let nth = 0; nth + 1 < starts.length; nth++)
    for (let at = starts[nth]!; at < starts[nth + 1]!; at++) {
      const form = words[at]!
      if (counts[form] === 0) {
        found.push(form)
        last[form] = -1
      }
      if (last[form] === nth) continue
      last[form] = nth
      counts[form]!++
    }
  return Uint32Array.from(found).sort()
}

/** Where a form stands in the list of forms, or -1. */
export function placeOfForm({ forms }: Postings, form: number): number {
  let low = 0
  let high = forms.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const here = forms[middle]!
    if (here === form) return middle
    if (here < form) low = middle + 1
    else high = middle - 1
  }
  return -1
}

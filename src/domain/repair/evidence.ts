/**
 * How often a form stands in the whole collection: evidence for how a word is written. Forms are in lower case. It is asked for
 * two forms, joined and hyphenated, of each word that a line's end parts, whatever it answers: one that answers 0 learns which.
 */
export type Evidence = (form: string) => number

/** What a chart is drawn with, on paper of its own: the page draws it with the letters of the screen, a file with outlines. Units as in SVG. */
export type Mark =
  | {
      readonly is: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly anchor: 'start' | 'middle' | 'end'
      /** `paper`: on a dark ground. */
      readonly ink: 'strong' | 'usual' | 'quiet' | 'paper'
      /** Turned to be read upwards, about its own place. */
      readonly turned?: boolean
      /** What it opens, by a name that the page knows the address of. */
      readonly opens?: string
    }
  | { readonly is: 'line'; readonly d: string; readonly width: number; readonly ink: 'usual' | 'quiet' }
  | { readonly is: 'area'; readonly d: string; readonly ink: 'wash' | 'full' | 'paper' | 'h1' | 'h2' | 'h3' | 'h4' }
  | { readonly is: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly full: boolean }
  /** A theme's own line, under its name. */
  | { readonly is: 'rule'; readonly x: number; readonly y: number; readonly length: number; readonly tone: number }
export type Drawing = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] }
/** Is it for a wide place (a page, a file) or for a telephone? */
export type Shape = 'wide' | 'narrow'

/** A text that has about this much room; what has not is cut. Letters of Source Sans are a half of their size on the mean. */
export function fitted(text: string, size: number, room: number): string {
  const letters = Math.floor(room / (size * 0.5))
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`
}

/** A text in lines of about this much room each, `most` at most: the last is cut where it has to be. */
export function linesIn(text: string, size: number, room: number, most: number): string[] {
  const letters = Math.max(1, Math.floor(room / (size * 0.53)))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && (longer.length <= letters || lines.length === most)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => (line.length <= letters ? line : `${line.slice(0, Math.max(1, letters - 1)).trimEnd()}…`))
}

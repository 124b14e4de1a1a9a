import type { Say, TextKey } from './catalogue.ts'

type Counted = { rows: readonly { title: string; fresh: readonly unknown[]; total: number }[]; codes: number; uncoded: number; order: 'coding' | 'import' }

/** What is said of a saturation curve: over it, under it, aloud, and at its axes. */
export function saySaturation(say: Say, { rows, codes, uncoded, order }: Counted) {
  const quiet = rows.length - 1 - rows.findLastIndex(({ fresh }) => fresh.length > 0)
  const last = rows.at(-1)?.fresh.length ?? 0
  const end =
    rows.length === 0
      ? ''
      : quiet === 0
        ? say('saturation.not-quiet', { n: last })
        : quiet === 1
          ? say('saturation.quiet-one')
          : say('saturation.quiet', { n: quiet })
  return {
    title: say(`saturation.picture-${order}`),
    base: [say('saturation.base', { n: rows.length, codes }), uncoded > 0 ? say('saturation.uncoded', { n: uncoded }) : '', end].filter(Boolean).join(' '),
    description: rows.map(({ title, fresh, total }) => `${title}: ${fresh.length}, ${total}`).join('; '),
    words: { total: say('saturation.axis-total'), fresh: say('saturation.axis-new'), sources: say('saturation.axis-sources') },
  }
}

/** What is to be looked at, as a sentence. */
export function sayGap(say: Say, { gap, name, other, n }: { gap: string; name: string; other?: string; n: number }): string {
  return say(`coverage.gap-${gap}` as TextKey, { name, other: other ?? '', n })
}

type Share = { said: number; base: number; unjudged: number; unknown: boolean }
/** "4 av 7", or that there is nobody to be a share of, or that none of them is judged; beside it "3 ej bedömda", where some are not. */
export function shareSaid(say: Say, { said, base, unjudged, unknown }: Share): { count: string; beside: string; whole: string } {
  const count = base === 0 ? say('compare.no-base') : unknown ? say('freq.not-judged') : say('compare.said', { said, base })
  const beside = unjudged === 0 ? '' : unknown ? say('compare.said', { said: unjudged, base }) : say('freq.so-many-not-judged', { n: unjudged })
  return { count, beside, whole: [count, beside].filter(Boolean).join(', ') }
}

/** The same as a picture has it, in two lines. */
export function drawnShare(say: Say, share: Share): { said: string; beside: string } {
  const { count, beside } = shareSaid(say, share)
  return { said: count, beside }
}

type Groups = readonly { label: string | null; cases: number }[]
type Themes = readonly { code: { label: string }; of: 'yes' | 'quoted'; groups: readonly Share[] }[]

/** What is said of a comparison: over it, under it, aloud. */
export function sayComparison(say: Say, { by, counts: { groups, themes } }: { by: string; counts: { groups: Groups; themes: Themes } }) {
  const names = groups.map(({ label }) => label ?? say('matrix.no-value'))
  const told = groups.map(({ cases }, at) => say('compare.group', { label: names[at]!, n: cases }))
  // A picture has one measure: where anybody is judged, of the themes that somebody is judged on.
  const judged = themes.some(({ of }) => of === 'yes')
  const drawn = themes.filter(({ of }) => !judged || of === 'yes')
  const others = themes.filter((theme) => !drawn.includes(theme)).map(({ code }) => code.label)
  return {
    title: say(judged ? 'compare.picture-yes' : 'compare.picture', { by }),
    axis: [0, 0.5, 1].map((share) => ({ share, said: say('matrix.docx-percent', { n: 100 * share }) })),
    base: [
      say('compare.base', { groups: told.join(', ') }),
      drawn.some(({ groups: shares }) => shares.some(({ unjudged }) => unjudged > 0)) ? say('compare.unjudged') : '',
      others.length > 0 ? say('chart.not-judged', { themes: others.join(', ') }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    description: drawn
      .map(
        ({ code, of, groups: shares }) =>
          `${code.label} (${say(`compare.counted-${of}`)}): ${shares.map((one, at) => `${names[at]} ${shareSaid(say, one).whole}`).join(', ')}`,
      )
      .join('; '),
  }
}

import { useReader } from '../layout/reader.ts'

/** Says of something that others have changed it since the reader last looked: `source 3`, `code 12`, `coding 40`, `cell 5.c12`. */
export function FreshMark({ of }: { of: string | readonly string[] }) {
  const { say, fresh } = useReader()
  return fresh && [of].flat().some((one) => fresh.has(one)) ? <span class="fresh-mark needs-you">{say('new.mark')}</span> : null
}

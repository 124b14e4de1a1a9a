import type { PropsWithChildren } from 'hono/jsx'
import type { AnswerLine, AnswerView } from './answer-view.ts'

type Props = PropsWithChildren<{ of: AnswerView; line: AnswerLine; does: string; part?: number; id?: string; class?: string; hidden?: boolean }>

/** A form that corrects the chosen answer in one act. Its answer draws the questions, the text and the panel again. */
export function Correct({ of, line, does, part, id, class: name, hidden, children }: Props) {
  const action = `${of.path}/${line.question.id}`
  return (
    <form id={id} class={name} hidden={hidden} method="post" action={action} hx-post={action} hx-swap="none">
      <input type="hidden" name="does" value={does} />
      <input type="hidden" name="source" value={`${of.source.id}`} />
      <input type="hidden" name="version" value={`${of.source.versionId}`} />
      {part !== undefined && <input type="hidden" name="part" value={`${part}`} />}
      {children}
    </form>
  )
}

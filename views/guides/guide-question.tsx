import { CodeOptions } from '../codebook/code-options.tsx'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import type { GuidePageProps } from './guide-page.tsx'

export type QuestionLine = { id: number; sectionId: number; number: number; text: string; codeIds: readonly number[] }
type Props = { of: GuidePageProps; question: QuestionLine; path: string }

/** A question of a guide with its themes, and below it the forms that change, move and remove it. */
export function GuideQuestion({ of, question, path }: Props) {
  const { say } = useReader()
  const { number } = question
  const at = `${path}/questions/${question.id}`
  const themes = of.codes.filter((code) => question.codeIds.includes(code.id))
  return (
    <li id={`question-${question.id}`}>
      <p class="guide-question">
        <span class="no">{`${number}`}</span>
        <span>{question.text}</span>
        {themes.map((code) => (
          <span class="code-name small">
            <Key code={code} />
            {code.label}
          </span>
        ))}
      </p>
      <div class="row small">
        {(['up', 'down'] as const).map((to) => (
          <form method="post" action={`${at}/move`}>
            <button class="button bare small" type="submit" name="to" value={to} aria-label={say(`guides.move-${to}`, { number })}>
              {say(`guides.${to}`)}
            </button>
          </form>
        ))}
        <details class="edit-project">
          <summary aria-label={say('guides.change-question', { number })}>{say('guides.edit')}</summary>
          <EditQuestion of={of} question={question} path={path} />
          <form method="post" action={`${at}/removal`}>
            <p class="hint">{say('guides.remove-question-why', { n: of.answers.get(question.id) ?? 0 })}</p>
            <button class="button bare" type="submit">
              {say('guides.remove-question')}
            </button>
          </form>
        </details>
      </div>
    </li>
  )
}

function EditQuestion({ of, question, path }: Props) {
  const { say } = useReader()
  const id = `q${question.id}`
  return (
    <form class="stack" method="post" action={`${path}/questions/${question.id}`}>
      <p class="field">
        <label for={`${id}-text`}>{say('guides.question-text')}</label>
        <textarea id={`${id}-text`} name="text" rows={3} required>
          {question.text}
        </textarea>
      </p>
      <p class="field">
        <label for={`${id}-section`}>{say('guides.section')}</label>
        <select id={`${id}-section`} name="sectionId">
          {of.guide.sections.map((section) => (
            <option value={`${section.id}`} selected={section.id === question.sectionId}>
              {section.title || say('guides.section-none')}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for={`${id}-themes`}>{say('guides.themes')}</label>
        {of.codes.length === 0 && <span class="hint">{say('guides.no-codes')}</span>}
        <select id={`${id}-themes`} name="codeId" multiple size={Math.min(8, Math.max(2, of.codes.length))}>
          <CodeOptions codes={of.codes} chosen={question.codeIds} />
        </select>
      </p>
      <p>
        <button class="button" type="submit">
          {say('act.save')}
        </button>
      </p>
    </form>
  )
}

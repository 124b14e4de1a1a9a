import { AskForm } from './ask-form.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** The forms by which islands ask and act on the page of a source. */
export function WorkspaceForms({ of }: { of: TranscriptView }) {
  const { path } = of
  return (
    <>
      <AskForm id="focus-form" to={`${path}/passage`} fields={['paragraph']} target="#passage" swap="innerHTML" sync="this:replace" />
      <AskForm id="overview-form" to={`${path}/overview`} fields={['show']} target="#overview" swap="outerHTML" sync="this:replace" />
      <AskForm id="open-form" to={path} fields={['paragraph']} target="#passage" swap="innerHTML" sync="#focus-form:replace" />
      <AskForm id="text-editor-form" to={`${path}/text-editor`} fields={['paragraph']} />
      <form id="repeat-form" hidden method="post" action={`${path}/codings`} hx-post={`${path}/codings`} hx-swap="none">
        <input type="hidden" name="version" value={String(of.source.versionId)} />
        <input type="hidden" name="codeId" value="" />
        <input type="hidden" name="start" value="" />
        <input type="hidden" name="end" value="" />
        <input type="hidden" name="focus" value="" />
      </form>
      <form id="recode-form" hidden method="post" action={path} hx-post={path} hx-swap="none">
        <input type="hidden" name="codeId" value="" />
      </form>
    </>
  )
}

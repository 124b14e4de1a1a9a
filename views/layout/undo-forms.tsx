import { useReader } from './reader.ts'

/** What `Z` and `Shift+Z` submit, on every page of a project. Without a script they are not seen and not needed. */
export function UndoForms({ project }: { project: { slug: string } }) {
  const { path } = useReader()
  return (
    <>
      {(['undo', 'redo'] as const).map((noun) => (
        <form
          id={`${noun}-form`}
          method="post"
          action={`/projects/${project.slug}/${noun}`}
          hx-post={`/projects/${project.slug}/${noun}`}
          hx-swap="none"
          hx-include="#focus-form"
          hidden
        >
          <input type="hidden" name="back" value={path} />
        </form>
      ))}
    </>
  )
}

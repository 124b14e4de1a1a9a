import { useReader } from './reader.ts'

/** The stable address of something, to put in a memo or a letter. A script copies it; without one it is a link whose address is copied as any. */
export function CopyAddress({ to, shortcut }: { to: string; shortcut?: string }) {
  const { say } = useReader()
  return (
    <span class="copy-address" data-label={say('address.label')} data-copied={say('address.copied')} data-shown={say('address.shown')}>
      <a href={to} data-does="copy-address">
        {say('address.copy')}
      </a>
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
      <span class="quiet" role="status" />
    </span>
  )
}

const HERE = 'http://here'

/**
 * A path of this site as a form may name it, never an address elsewhere. It can stand in a header: signs that no header may hold are written as addresses write them, and
 * what a browser would read otherwise than it stands is not taken.
 */
export function localPath(path: string | undefined, otherwise: string): string {
  if (!path || !/^\/(?![/\\])[^\s\\]*$/.test(path) || !URL.canParse(path, HERE)) return otherwise
  const { origin, pathname, search, hash } = new URL(path, HERE)
  const written = pathname + search + hash
  return origin === HERE && !written.startsWith('//') && /^[\x21-\x7e]*$/.test(written) ? written : otherwise
}

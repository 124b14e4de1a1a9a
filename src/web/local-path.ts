/** A path of this site as a form may name it, never an address elsewhere. */
export function localPath(path: string | undefined, otherwise: string): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise
}

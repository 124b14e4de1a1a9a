const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An identifier as it is compared: programs write capitals and braces as they like. */
export function keyOfGuid(written: string | undefined): string {
  return (written ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1')
}

/** An identifier that can be kept; '' where it is none. */
export function guidOf(written: string | undefined): string {
  const key = keyOfGuid(written)
  return GUID.test(key) ? key : ''
}

/** The date and time of an attribute; '' where it is none. */
export function timeOf(written: string | undefined): string {
  const at = Date.parse(written ?? '')
  return Number.isNaN(at) || at < 0 || at > 32_503_680_000_000 ? '' : new Date(at).toISOString()
}

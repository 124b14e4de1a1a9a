/** The places of a project, in the order of the bar at the top. */
export const places = [
  'home',
  'sources',
  'codebook',
  'guides',
  'search',
  'matrix',
  'supervisor',
  'analysis',
  'word-cloud',
  'cases',
  'memos',
  'history',
] as const
export type Place = (typeof places)[number]

export const pathOfPlace = (slug: string, place: Place) => (place === 'home' ? `/projects/${slug}` : `/projects/${slug}/${place}`)

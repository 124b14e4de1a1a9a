/** What Utsaga says of itself in places that REFI-QDA leaves to every program: values of variables, and a set. Other programs show them as they are. */
export const OWN = {
  kind: { guid: '7c9f0f4e-2d5a-4b61-9d0c-5a3d1c0e7a01', name: 'Utsaga: kind of source' },
  language: { guid: '7c9f0f4e-2d5a-4b61-9d0c-5a3d1c0e7a02', name: 'Utsaga: language of source' },
  status: { guid: '7c9f0f4e-2d5a-4b61-9d0c-5a3d1c0e7a03', name: 'Utsaga: status of source' },
  caseKind: { guid: '7c9f0f4e-2d5a-4b61-9d0c-5a3d1c0e7a04', name: 'Utsaga: kind of case' },
  retired: { guid: '7c9f0f4e-2d5a-4b61-9d0c-5a3d1c0e7a05', name: 'Utsaga: codes out of use' },
} as const

export const ORIGIN = 'Utsaga'

/** Another identifier made of one, the same each time: for what stands beside a thing of ours. */
export function changed(guid: string): string {
  const last = Number.parseInt(guid.at(-1)!, 16)
  return guid.slice(0, -1) + ((last + 8) % 16).toString(16)
}

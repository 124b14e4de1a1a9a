import type { Figure, Skipped } from '../figure.ts'
import type { Ground } from '../ground.ts'

export async function painting(_ground: Ground): Promise<(Figure | Skipped)[]> {
  return [{ name: 'painting', skipped: 'not yet' }]
}

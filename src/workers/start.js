// A worker thread begins here: Node reads TypeScript only after this.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')

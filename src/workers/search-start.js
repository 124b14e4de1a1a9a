// The thread of the search begins here: Node reads TypeScript only after this.
import { register } from 'tsx/esm/api'

register()
await import('./search-thread.ts')

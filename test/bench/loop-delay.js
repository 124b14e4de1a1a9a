// Loaded into a server by `--import`: tells its parent how long its event loop was held up, and how much memory it uses.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const RESOLUTION = 1
const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
delay.enable()
const beyondTimer = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION)

process.on('message', (/** @type {'reset' | 'read' | 'collect'} */ wish) => {
  if (wish === 'collect') letGo()
  const { rss, heapUsed } = process.memoryUsage()
  const since = { p50: beyondTimer(delay.percentile(50)), p99: beyondTimer(delay.percentile(99)), max: beyondTimer(delay.max) }
  if (wish === 'reset') delay.reset()
  process.send?.({ ...since, rss, heapUsed })
})
/** What nobody needs any more is let go of first: what is left is what is held. */
function letGo() {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
// A parent that dies leaves no server behind.
process.on('disconnect', () => process.exit())
process.channel?.unref()

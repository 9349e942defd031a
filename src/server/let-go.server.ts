import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const everyMs = 2_000
/** The part of the time in which the process may be at work and still counts as quiet. */
const quiet = 0.2
const worthwhile = 32 * 1024 * 1024

/**
 * V8 collects when something is asked for: a process that a rush has left with eight hundred megabytes of what nobody needs any
 * more keeps them as long as nobody comes. When two seconds were quiet, they are let go (a million tickets, splits of two years
 * by day: 1,064 MB became 203). Returns what ends it.
 */
export function letGoWhenQuiet(): () => void {
  const collect = collector()
  let needed = 0
  let last = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    if (utilization > quiet || process.memoryUsage().heapUsed - needed < worthwhile) return
    collect()
    needed = process.memoryUsage().heapUsed
    last = performance.eventLoopUtilization()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** What `node --expose-gc` would give; asked for here, so that no way of starting can forget it. The last resort gives pages back. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as NodeJS.GCFunction
  return () => void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

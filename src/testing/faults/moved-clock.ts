import { readFileSync } from 'node:fs'

// Preloaded into the product's own processes: their wall clock is off by as many milliseconds as a file says, and jumps when the
// file changes. What measures how long something took (performance.now, timers) goes on as it was, as on a real machine.

const file = process.env['SANAD_MOVED_CLOCK']
let offset = 0
const look = (): void => {
  if (file) offset = Number(readFileSync(file, 'utf8')) || 0
}
look()
setInterval(look, 50).unref()

const now = (): number => Real.now() + offset
const Real = Date
globalThis.Date = new Proxy(Real, {
  construct: (target, given: unknown[], made) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], made) as Date,
  apply: () => new Real(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
})

import type { Hints } from './hints.server.ts'

/** 'looking' or 'writing' at a room (a ticket, by its number); 'gone' once they left. */
export type Doing = 'looking' | 'writing'
export type Here = [room: number, person: string, doing: Doing | 'gone']

export type Present = { person: string; doing: Doing; since: Date }

export type Presences = {
  /** Told to every process; what it makes of it is soft state and nowhere stored. */
  say(here: Here): void
  at(room: number): Present[]
  /** Hears of rooms whose company changed. */
  onChange(listener: (room: number) => void): void
  stop(): void
}

/** A page says it again every 20 s; who was not heard of for longer is gone, whatever became of their machine. */
const patienceMs = 45_000
const lookEveryMs = 5_000

type Place = Present & { until: number }

/** Who is where right now, in each process the whole picture: everybody hears what everybody says. */
export function openPresences(hints: Pick<Hints, 'publish' | 'subscribe'>, now: () => number = Date.now): Presences {
  const rooms = new Map<number, Map<string, Place>>()
  const listeners = new Set<(room: number) => void>()
  const changed = (room: number) => listeners.forEach((listener) => listener(room))

  function hear([room, person, doing]: Here): void {
    const people = rooms.get(room) ?? new Map<string, Place>()
    const before = people.get(person)
    if (doing === 'gone') people.delete(person)
    else {
      const same = before?.doing === doing
      people.set(person, { person, doing, since: same ? before.since : new Date(now()), until: now() + patienceMs })
    }
    if (people.size > 0) rooms.set(room, people)
    else rooms.delete(room)
    if (before?.doing !== people.get(person)?.doing) changed(room)
  }

  function forgetTheSilent(): void {
    for (const [room, people] of rooms)
      for (const { person, until } of people.values()) if (until < now()) hear([room, person, 'gone'])
  }

  const unsubscribe = hints.subscribe(({ here }) => here.forEach(hear))
  const timer = setInterval(forgetTheSilent, lookEveryMs)
  timer.unref()
  return {
    say: (here) => hints.publish({ here: [here] }),
    at(room) {
      forgetTheSilent()
      return [...(rooms.get(room)?.values() ?? [])].map(({ person, doing, since }) => ({ person, doing, since }))
    },
    onChange: (listener) => void listeners.add(listener),
    stop() {
      unsubscribe()
      clearInterval(timer)
    },
  }
}

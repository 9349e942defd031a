import type { Hints } from './hints.server.ts'

/** 'looking' or 'writing' at a room (a ticket, by its number), on which of their pages; 'gone' once they left that. */
export type Doing = 'looking' | 'writing'
export type Here = [room: number, person: string, doing: Doing | 'gone', page?: string]

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

type Place = Present & { page: string; until: number }

/** Who is where right now, in each process the whole picture: everybody hears what everybody says. */
export function openPresences(hints: Pick<Hints, 'publish' | 'subscribe'>, now: () => number = Date.now): Presences {
  const rooms = new Map<number, Map<string, Place>>()
  const listeners = new Set<(room: number) => void>()
  const changed = (room: number) => listeners.forEach((listener) => listener(room))

  function hear([room, person, doing, page = '']: Here): void {
    const places = rooms.get(room) ?? new Map<string, Place>()
    const shown = shownOf(places, person)
    const key = `${person} ${page}`
    const before = places.get(key)
    if (doing === 'gone') places.delete(key)
    else {
      const since = before?.doing === doing ? before.since : new Date(now())
      places.set(key, { person, page, doing, since, until: now() + patienceMs })
    }
    if (places.size > 0) rooms.set(room, places)
    else rooms.delete(room)
    if (shown?.doing !== shownOf(places, person)?.doing) changed(room)
  }

  function forgetTheSilent(): void {
    for (const [room, places] of rooms)
      for (const { person, page, until } of places.values()) if (until < now()) hear([room, person, 'gone', page])
  }

  const unsubscribe = hints.subscribe(({ here }) => here.forEach(hear))
  const timer = setInterval(forgetTheSilent, lookEveryMs)
  timer.unref()
  return {
    say: (here) => hints.publish({ here: [here] }),
    at(room) {
      forgetTheSilent()
      const places = rooms.get(room) ?? new Map<string, Place>()
      const people = new Set([...places.values()].map(({ person }) => person))
      return [...people].map((person) => shownOf(places, person)!)
    },
    onChange: (listener) => void listeners.add(listener),
    stop() {
      unsubscribe()
      clearInterval(timer)
    },
  }
}

/** Who has several pages open writes where they write on one of them, and is there until the last is closed. */
function shownOf(places: ReadonlyMap<string, Place>, person: string): Present | undefined {
  const theirs = [...places.values()].filter((place) => place.person === person)
  const strongest = theirs.filter(({ doing }) => doing === 'writing')
  const [first] = (strongest.length > 0 ? strongest : theirs).toSorted((a, b) => a.since.getTime() - b.since.getTime())
  return first && { person, doing: first.doing, since: first.since }
}

import type { FastifyInstance } from 'fastify'
import type { Person } from '../entities/person/actor.ts'
import { watchNewerEvents } from '../events/newer-events.server.ts'
import { sideOf } from '../permissions/sight.ts'
import { refuse, refuseTries } from '../server/errors/refusal.ts'
import type { Hint } from '../server/live/hints.server.ts'
import { openLiveStreams } from '../server/live/live-streams.server.ts'
import { joinedWith } from '../queries/one-ticket/joined-with.server.ts'
import { seenByCustomers } from '../queries/one-ticket/seen-by-customers.server.ts'
import { sightsOf } from '../queries/one-ticket/sights.server.ts'
import type { Installation } from './open-installation.server.ts'

/** Of one person at one server; tabs that are not looked at let theirs go. */
const mostPages = 200

type Authenticate = (headers: Record<string, string | string[] | undefined>) => Promise<Person | null>

/**
 * What pages hear while they are open: which tickets changed, of those that they see or saw until now, and that there is
 * something new in the bell. Ids only; the pages ask again, and are answered by what they may see then.
 */
export function openLive(
  installation: Pick<Installation, 'desk' | 'hints' | 'presences' | 'queue'>,
  authenticate: Authenticate,
) {
  const { desk, hints, presences, queue } = installation
  const streams = openLiveStreams<Person>(mayOtherThings)
  const missed = watchNewerEvents(desk, (events) => tellOfTickets(events, []))
  // rights can change in ways that nobody hints at (a session that ran out)
  const recheck = setInterval(() => void streams.recheck(), 60_000)
  recheck.unref()

  /** What its customer is not shown is told to staff alone: that a note was written, that a mail did not arrive. */
  async function tellOfTickets(events: Hint['tickets'], undelivered: number[]): Promise<void> {
    if (streams.count() === 0) return
    const seen = await seenByCustomers(desk, events)
    const forAll = new Set([...seen, ...(await joinedWith(desk, seen))])
    const others = [...events.map(([ticket]) => ticket), ...undelivered].filter((ticket) => !forAll.has(ticket))
    const forStaff = others.length > 0 ? [...others, ...(await joinedWith(desk, others))] : []
    const sights = await sightsOf(desk, [...new Set([...forAll, ...forStaff])])
    streams.each((stream) => {
      for (const [ticket, now] of sights) {
        const sides = now.map((facts) => sideOf(stream.caller, facts))
        if (sides.includes('staff') || (forAll.has(ticket) && sides.includes('customer')))
          stream.send({ kind: 'ticket', ticket })
      }
    })
  }

  function openOf({ id }: Person): number {
    let pages = 0
    streams.each(({ caller }) => void (pages += caller.id === id ? 1 : 0))
    return pages
  }

  /** Who else looks at a ticket is for those who work on it. */
  async function tellOfCompany(ticket: number): Promise<void> {
    if (streams.count() === 0) return
    const now = (await sightsOf(desk, [ticket])).get(ticket)?.[0]
    if (!now) return
    streams.each((stream) => {
      if (sideOf(stream.caller, now) === 'staff') stream.send({ kind: 'presence', ticket })
    })
  }
  presences.onChange((ticket) => void tellOfCompany(ticket).catch(() => {}))

  const unsubscribe = hints.subscribe((hint: Hint) => {
    // not all in one instant: each page asks for everything anew, and the database may just have come back
    if (hint.missed)
      streams.each((stream) => void setTimeout(() => stream.send({ kind: 'catchUp' }), 3000 * Math.random()).unref())
    if (hint.jobs || hint.missed) queue.wake()
    if (hint.rights || hint.missed) void streams.recheck()
    if (hint.people.length > 0)
      streams.each((stream) => {
        if (hint.people.includes(stream.caller.id)) stream.send({ kind: 'notices' })
      })
    if (hint.figures)
      streams.each((stream) => {
        if (stream.caller.permissions.has('statistics.read')) stream.send({ kind: 'figures' })
      })
    void tellOfTickets(hint.tickets, hint.undelivered).then(
      () => missed.heard(hint.tickets.map(([, position]) => position)),
      // found again by looking
      () => {},
    )
  })

  return {
    mount(server: FastifyInstance) {
      server.get('/api/v1/live', { schema: { hide: true }, exposeHeadRoute: false }, async (request, reply) => {
        const person = (await authenticate(request.headers)) ?? refuse('notSignedIn')
        if (openOf(person) >= mostPages) refuseTries(30, desk.clock.now())
        reply.hijack()
        streams.open(reply.raw, person, () => authenticate(request.headers))
      })
    },
    listeners: () => streams.count(),
    stop() {
      clearInterval(recheck)
      missed.stop()
      unsubscribe()
      streams.stop()
    },
  }
}

/** Whoever has to set up a second factor first is led there by their next step, and until then keeps what they write. */
const mayOtherThings = (before: Person, now: Person): boolean =>
  !now.lacksSecondFactor && (differ(before.permissions, now.permissions) || differ(before.groups, now.groups))

const differ = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size !== other.size || [...one].some((each) => !other.has(each))

export type Live = ReturnType<typeof openLive>

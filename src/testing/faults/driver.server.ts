import { setTimeout as pause } from 'node:timers/promises'
import type { Character } from '../cast.server.ts'
import type { Answered, Intent, Ledger, What } from './ledger.server.ts'

export type Crowd = { cookies: ReadonlyMap<Character, string>; groups: { documents: string }; omar: string }
export type DriverOptions = Crowd & {
  ledger: Ledger
  /** Where the servers are now: it changes while they die and come back. */
  addresses: () => readonly string[]
  /** Begins each key: two drivers never share one. */
  name: string
  /** How often an unanswered intent is asked again, with the same key. */
  tries?: number
  timeoutMs?: number
}

type Ticket = { number: number; stage: 'open' | 'assigned' | 'proposed' | 'closed' }

/** People at work, outside of the application: each change is written down before it is asked for, and asked for again with the same key. */
export function openDriver(options: DriverOptions) {
  const { ledger, cookies, name, tries = 40, timeoutMs = 15_000 } = options
  const tickets: Ticket[] = []
  let count = 0
  let turn = 0
  const seconds: number[] = []

  async function send(who: Character, path: string, body: object, key?: string): Promise<Response | null> {
    const addresses = options.addresses()
    const address = addresses[turn++ % addresses.length]
    if (address === undefined) return null
    const start = performance.now()
    try {
      const response = await fetch(address + path, {
        method: 'POST',
        headers: {
          cookie: cookies.get(who)!,
          origin: address,
          'content-type': 'application/json',
          ...(key ? { 'idempotency-key': key } : {}),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.clone().arrayBuffer()
      seconds.push((performance.now() - start) / 1000)
      return response
    } catch {
      return null
    }
  }

  /** Asks until somebody answers for it. An answer of 5xx says that it may or may not have happened. */
  async function ask(who: Character, path: string, body: object, key?: string): Promise<[Answered, Response | null]> {
    for (let nth = 0; nth < tries; nth++) {
      const response = await send(who, path, body, key)
      if (response && response.status < 300) return ['done', response]
      if (response && response.status < 500 && response.status !== 429) return ['refused', response]
      await pause(Math.min(100 + nth * 50, 500))
    }
    return ['unknown', null]
  }

  async function intend(what: What, who: Character, path: string, bodyOf: (key: string) => object, ticket?: number) {
    const key = `${name}-${count++}-${what}`
    const intent: Intent = { key, what, ...(ticket === undefined ? {} : { ticket }) }
    await ledger.intend(intent)
    const [answered, response] = await ask(who, path, bodyOf(key), key)
    await ledger.answer(key, answered)
    return { answered, response }
  }

  async function submit(): Promise<void> {
    const { response } = await intend('submit', 'salma', '/api/v1/tickets', (key) => ({
      title: `Request ${key}.`,
      description: 'The delivery note cannot be downloaded.',
      language: 'en',
    }))
    if (!response || response.status !== 201) return
    const { number } = (await response.json()) as { number: number }
    tickets.push({ number, stage: 'open' })
  }

  const say = (what: 'reply' | 'note', ticket: Ticket) =>
    intend(
      what,
      what === 'note' ? 'mariam' : 'salma',
      `/api/v1/tickets/${ticket.number}/${what}`,
      (key) => ({ text: `Words ${key}.` }),
      ticket.number,
    )

  async function onward(ticket: Ticket): Promise<void> {
    const path = `/api/v1/tickets/${ticket.number}`
    if (ticket.stage === 'open') {
      await ask(
        'mariam',
        `${path}/assign`,
        { group: options.groups.documents, member: options.omar },
        `${name}-a-${ticket.number}`,
      )
      ticket.stage = 'assigned'
    } else if (ticket.stage === 'assigned') {
      await intend(
        'propose',
        'omar',
        `${path}/propose-solution`,
        (key) => ({ solution: `Answer ${key}.` }),
        ticket.number,
      )
      ticket.stage = 'proposed'
    } else {
      await intend('close', 'mariam', `${path}/close`, (key) => ({ reason: `Because ${key}.` }), ticket.number)
      ticket.stage = 'closed'
    }
  }

  async function one(): Promise<void> {
    const dice = Math.random()
    const going = tickets.filter(({ stage }) => stage !== 'closed')
    const ticket = going[Math.floor(Math.random() * going.length)]
    if (!ticket || dice < 0.3) return submit()
    if (dice < 0.6) return void (await say('reply', ticket))
    if (dice < 0.7) return void (await say('note', ticket))
    // two lanes on one ticket: one of them is refused, as two people would be
    return onward(ticket)
  }

  return {
    tickets,
    submit,
    /** So many commands, `atOnce` side by side; `mayGoOn` holds the crowd back where something else must keep up. */
    async run(commands: number, atOnce: number, mayGoOn: (done: number) => boolean = () => true): Promise<void> {
      let begun = 0
      const lane = async () => {
        while (begun < commands) {
          if (!mayGoOn(begun)) {
            await pause(50)
            continue
          }
          begun++
          await one()
        }
      }
      await Promise.all(Array.from({ length: atOnce }, lane))
    },
    /** Of answers that came, in seconds, from the quickest on. */
    times: () => [...seconds].sort((one, other) => one - other),
  }
}

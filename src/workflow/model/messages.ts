// What is written on a ticket, and whom it calls.
import { happen } from './happen.ts'
import type { Arguments } from './perform.ts'
import { sideOf } from './people.ts'
import { startSilence } from './solutions.ts'
import type { Ticket, Who, World, Written } from './world.ts'

export function write(
  world: World,
  ticket: Ticket,
  who: Who,
  kind: 'reply' | 'note',
  { secret, calls }: Arguments,
): void {
  const side = ticket.customer === who && kind === 'reply' ? 'customer' : 'staff'
  const mentions = side === 'staff' ? hearing(world, ticket, calls) : []
  happen(
    ticket,
    who,
    kind === 'reply' ? 'replyAdded' : 'noteAdded',
    () => {
      ticket.written.push({ kind, author: who, side, text: secret, calls })
      if (kind === 'reply') replied(world, ticket, side === 'customer')
      else ticket.notes.push(secret)
    },
    { mentions },
  )
}

/** Whom it called before hears no second time of it. */
export function editNote(world: World, ticket: Ticket, who: Who, { other, secret, calls }: Arguments): void {
  const note = noteOf(ticket, other)!
  const mentions = hearing(
    world,
    ticket,
    calls.filter((person) => !note.calls.includes(person)),
  )
  happen(
    ticket,
    who,
    'noteEdited',
    () => {
      Object.assign(note, { text: secret, calls })
      ticket.notes.push(secret)
    },
    { mentions },
  )
}

export function noteOf(ticket: Ticket, pick: number): Written | undefined {
  const notes = ticket.written.filter(({ kind }) => kind === 'note')
  return notes[pick % Math.max(notes.length, 1)]
}

const hearing = (world: World, ticket: Ticket, calls: Who[]): Who[] =>
  calls.filter((person) => !world.away.has(person) && sideOf(world, person, ticket) === 'staff')

function replied(world: World, ticket: Ticket, byCustomer: boolean): void {
  if (ticket.status !== 'responded') return
  ticket.answered = byCustomer
  if (byCustomer) ticket.due = null
  else {
    ticket.spoke = true
    startSilence(world, ticket)
  }
}

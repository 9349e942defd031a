import { expect, test } from 'vitest'
import type { PresentedMessage, PresentedRound } from '../../../queries/one-ticket/one-ticket.ts'
import { presentRound } from '../../../workflow/what-it-was-about.ts'
import { saidOn } from './said.ts'

const text = (said: string) => ({ source: 'en', texts: { en: { text: said } } })
const [salma, pierre, omar] = ['salma', 'pierre', 'omar'].map((id) => ({ id, name: id })) as [Named, Named, Named]
type Named = { id: string; name: string }

const offered: PresentedRound = {
  ...{ round: 1, state: 'offered', text: text('Restart it.'), proposedText: null, author: omar },
  ...{ proposedAt: '2026-03-02T10:00:00Z', offeredAt: '2026-03-02T11:00:00Z', decidedAt: null },
  ...{ reviewedBy: null, selfReviewed: false, reason: null },
}
const ticket = {
  ...{ customer: salma, description: text('It stopped.'), openedAt: '2026-03-02T09:00:00Z', rounds: [offered] },
  solution: { ...offered, asksVerdict: true, rounds: [offered] },
  status: 'responded' as const,
}
const message = (id: string, author: Named, side: PresentedMessage['side']): PresentedMessage => ({
  ...{ id, author, side, kind: 'reply', text: text(id), at: '2026-03-02T12:00:00Z', editedAt: null },
})
const messages = [message('hers', salma, 'customer'), message('ours', omar, 'staff')]

test('a colleague who may read a request is not told that they wrote it', () => {
  const seenBy = (reader: Named) =>
    saidOn(ticket, messages, [], reader.id).map(({ key, own, isOurs }) => [key, own, isOurs])
  expect(seenBy(salma)).toEqual([
    ['question', true, false],
    ['hers', true, false],
    ['ours', false, true],
  ])
  expect(seenBy(pierre)).toEqual([
    ['question', false, false],
    ['hers', false, false],
    ['ours', false, true],
  ])
})

test('of a request that was joined with another, its own answer is one from before: only one answer asks for a yes', () => {
  const joined = { ...ticket, status: 'duplicate' as const }
  expect(presentRound(ticket)).toBe(1)
  expect(presentRound(joined)).toBeUndefined()
  expect(saidOn(joined, [], [], salma.id).map(({ key, isAnswer }) => [key, isAnswer])).toEqual([
    ['question', false],
    ['answer:1', true],
  ])
})

import { expect, test } from 'vitest'
import { hindranceOf } from './hindrance.ts'

const [omar, jana] = ['omar', 'jana']
const assignee = { group: { id: 'documents', name: 'Documents' }, member: { id: omar, name: 'Omar' } }
const ticket = { may: [], status: 'inProgress', assignee, solution: null } as const

test('what can be sent says nothing', () => {
  expect(hindranceOf({ ...ticket, may: ['reply', 'propose-solution'] }, 'propose-solution', omar)).toBeUndefined()
})

test('a proposal that cannot be sent any more did not say why', () => {
  const why = (changed: Partial<Parameters<typeof hindranceOf>[0]>) =>
    hindranceOf({ ...ticket, ...changed }, 'propose-solution', omar)
  expect(why({ status: 'closed' })).toBe('status')
  expect(why({ solution: { state: 'inReview' } })).toBe('inReview')
  expect(why({ assignee: { ...assignee, member: { id: jana, name: 'Jana' } } })).toBe('assignee')
  expect(why({})).toBe('other')
})

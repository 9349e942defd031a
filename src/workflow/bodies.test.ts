import { expect, test } from 'vitest'
import { bodies } from './bodies.ts'
import { transitions, type Transition } from './transitions.ts'

test('every verb took a version, and did not say which look at it', () => {
  const wrong = Object.entries(bodies).filter(([verb, body]) => {
    if (!('version' in body)) return false
    const { guarded = false } = (transitions as Record<string, Transition>)[verb]!
    return guarded === /not looked at/.test(String((body.version.schema as { description?: string }).description))
  })
  expect(wrong.map(([verb]) => verb)).toEqual([])
})

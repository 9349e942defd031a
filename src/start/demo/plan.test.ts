import { expect, test } from 'vitest'
import { chance } from './chance.ts'
import { customers, staff } from './people.ts'
import { phrases } from './phrases.ts'
import { planStories } from './plan.ts'

const now = Date.parse('2026-11-24T09:00:00Z')
const stories = planStories(chance(2026), now)

test('the same chance tells the same stories', () => {
  expect(JSON.stringify(planStories(chance(2026), now))).toBe(JSON.stringify(stories))
})

test('some three hundred requests in six languages, each told in order and none of it in the future', () => {
  expect(stories.length).toBeGreaterThan(290)
  const languages = new Set(stories.map(({ steps }) => steps[0]!.body['language']))
  expect(languages).toEqual(new Set(['ar', 'de', 'en', 'es', 'fr', 'zh']))
  for (const { steps } of stories) {
    expect(steps[0]!.verb).toBe('submit')
    const moments = steps.map(({ at }) => at)
    expect(moments).toEqual(moments.toSorted((one, other) => one - other))
    expect(moments.at(-1)).toBeLessThan(now)
  }
})

test('on some days an English title was to be translated into English, and there was no demo', () => {
  for (let day = 0; day < 60; day++)
    for (const { steps } of planStories(chance(2026), now + day * 86_400_000 * 1.04)) {
      const translations = steps.filter(({ verb }) => verb === 'translate')
      expect(translations.filter(({ body }) => body['language'] === steps[0]!.body['language'])).toEqual([])
    }
})

test('nothing in the texts is left to be filled in', () => {
  for (const { steps } of stories) expect(JSON.stringify(steps.map(({ body }) => body))).not.toMatch(/\{\w+\}/)
})

test('some forty kinds of request, and everybody named once', () => {
  expect(Object.values(phrases).flatMap(({ templates }) => templates).length).toBeGreaterThanOrEqual(40)
  const keys = [...staff, ...customers].map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(customers).toHaveLength(40)
})

import { expect, test } from 'vitest'
import { changesBeside, mergedList } from './meanwhile.ts'

test('what somebody else put into a list or took out of it meanwhile stays so', () => {
  expect(mergedList(['a', 'b'], ['a', 'b', 'c'], ['a', 'b'])).toEqual(['a', 'b', 'c'])
  expect(mergedList(['a', 'b'], ['a', 'c'], ['a', 'b', 'd'])).toEqual(['a', 'd', 'c'])
  expect(mergedList(['a', 'b'], ['a', 'b', 'c'], ['b', 'c'])).toEqual(['b', 'c'])
})

test('a form sends what was changed in it; its lists are asked for once more, where they were touched', async () => {
  const before = { name: 'Night', members: ['a', 'b'], roles: ['x'] }
  let asked = 0
  const ask = () => {
    asked += 1
    return Promise.resolve({ members: ['a', 'b', 'c'], roles: [] })
  }
  const lists = ['members', 'roles'] as const
  expect(await changesBeside(before, { ...before, name: 'Late' }, lists, ask)).toEqual({ name: 'Late' })
  expect(asked).toBe(0)
  expect(await changesBeside(before, { ...before, members: ['a'] }, lists, ask)).toEqual({ members: ['a', 'c'] })
  expect(asked).toBe(1)
})

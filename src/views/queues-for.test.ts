import { expect, test } from 'vitest'
import { builtInRoles } from '../permissions/roles.ts'
import type { BuiltInRole } from '../permissions/roles.ts'
import type { Permission } from '../permissions/permissions.ts'
import { homeOf, queuesFor } from './queues-for.ts'

const holding = (...roles: BuiltInRole[]) => {
  const held = new Set<Permission>(roles.flatMap((role) => [...builtInRoles[role]]))
  return (permission: Permission) => held.has(permission)
}

test('the desk begins with what is new, a representative with what is theirs', () => {
  expect(homeOf(holding('supportDesk'))).toBe('/incoming?queue=new')
  expect(homeOf(holding('representative'))).toBe('/incoming?queue=mine')
  expect(queuesFor(holding('representative'))).not.toContain('toReview')
})

test('a customer has no queue and begins with their requests', () => {
  expect(queuesFor(holding('customer'))).toEqual([])
  expect(homeOf(holding('customer'))).toBe('/requests')
})

test('whoever administers sees everything and hands out nothing', () => {
  expect(queuesFor(holding('administrator'))).toEqual(['waitingForCustomer', 'customerAnswered', 'allOpen'])
  expect(homeOf((permission) => permission === 'user.read')).toBe('/people')
  expect(homeOf(() => false)).toBe('/new')
})

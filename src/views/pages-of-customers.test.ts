import { expect, test } from 'vitest'
import { placeForCustomer } from './pages-of-customers.ts'

test.each(['/new', '/requests', '/tickets/1042', '/account', '/account/security'])('%s is for customers', (pathname) =>
  expect(placeForCustomer(pathname)).toBe('here'),
)

test('a link to a ticket beside staff’s list leads to their own page of it', () =>
  expect(placeForCustomer('/incoming/1042')).toEqual({ ticket: '1042' }))

test.each([
  '/incoming',
  '/review',
  '/closed',
  '/statistics',
  '/people/roles',
  '/settings/mail',
  '/newer',
  '/incoming/x',
])('%s is not', (pathname) => expect(placeForCustomer(pathname)).toBe('nowhere'))

import { expect, test } from 'vitest'
import { permissions } from '../../permissions/permissions.ts'
import { sights } from '../../permissions/reach.ts'
import { builtInRoles } from '../../permissions/roles.ts'
import { cellOf, changesIn, nothingChanged, permissionsOf, set, withDraft } from './grid.ts'

const role = (key: keyof typeof builtInRoles) => ({ key, permissions: builtInRoles[key] as readonly string[] })

test('every permission has its place in the grid, once', () => {
  const shown = (['tickets', 'solutions', 'lookBack', 'people'] as const).flatMap(permissionsOf)
  expect([...shown, ...sights].toSorted()).toEqual([...permissions].toSorted())
})

test('a cell says how far', () => {
  expect(cellOf('ticket.close', role('supportDesk'))).toBe('all')
  expect(cellOf('ticket.reply', role('representative'))).toBe('groups')
  expect(cellOf('ticket.reply', role('customer'))).toBe('own')
  expect(cellOf('solution.propose', role('representative'))).toBe('assigned')
  expect(cellOf('user.read', role('administrator'))).toBe('everywhere')
  expect(cellOf('ticket.close', role('customer'))).toBe('none')
  expect(cellOf('ticket.close', { key: 'x', permissions: ['ticket.close'] })).toBe('nowhere')
})

test('what is pressed is a change, what is pressed again is none', () => {
  const customer = role('customer')
  const once = set(nothingChanged, customer, 'ticket.rate', false)
  expect(changesIn(once)).toEqual([{ role: 'customer', permission: 'ticket.rate', granted: false }])
  expect(withDraft(customer, once).permissions).not.toContain('ticket.rate')
  expect(withDraft(role('representative'), once).permissions).toEqual(builtInRoles.representative)
  expect(changesIn(set(once, customer, 'ticket.rate', true))).toEqual([])
  const more = set(once, customer, 'ticket.seeOrganisation', true)
  expect(withDraft(customer, more).permissions).toContain('ticket.seeOrganisation')
})

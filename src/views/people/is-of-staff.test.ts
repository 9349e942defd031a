import { expect, test } from 'vitest'
import { builtInRoles } from '../../permissions/roles.ts'
import { isOfStaff } from './people-questions.tsx'

test('all customers with a role of the organisation’s own were offered as members of a group', () => {
  expect(isOfStaff({ permissions: ['ticket.submit', 'ticket.seeOwn', 'ticket.seeOrganisation'] })).toBe(false)
  expect(isOfStaff({ permissions: ['ticket.submit', 'ticket.seeGroups'] })).toBe(true)
  const staff = Object.entries(builtInRoles).filter(([, permissions]) => isOfStaff({ permissions }))
  expect(staff.map(([key]) => key)).toEqual(['representative', 'supportDesk', 'administrator'])
})

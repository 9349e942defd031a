import { cursorBy } from '../fields/cursor.ts'
import { listOf } from '../fields/list-of.ts'
import { pageLimit, readPlaceByName } from '../fields/page.ts'
import { emailAddress, shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { newPassword } from './sign-in/password.ts'
import { languageTag, orNone, personName, timeZone } from './person-fields.ts'
import { preferencesForm } from './my-account/preferences.ts'

const roleKey = shortText({
  required: true,
  max: 40,
  shape: { matches: /^[a-z][A-Za-z0-9]{1,39}$/, otherwise: 'notInList' },
})

const roles = listOf(roleKey, { required: false, max: 50 })

/** Customers' own; null takes them out of it. */
const organisation = orNone(id({ required: false }))

/** All that they are in afterwards; naming them needs the right to manage groups. */
const groups = listOf(id({ required: true }), { required: false, max: 200 })

export const newUserForm = {
  name: personName(true),
  email: emailAddress({ required: true }),
  password: newPassword(false),
  language: orNone(languageTag),
  timeZone: orNone(timeZone),
  roles,
  groups,
  organisation,
}

export const userForm = {
  name: personName(false),
  email: emailAddress({ required: false }),
  language: orNone(languageTag),
  timeZone: orNone(timeZone),
  roles,
  groups,
  organisation,
  active: yesNo({ required: false }),
}

/** What people change about themselves. */
export const meForm = {
  name: personName(false),
  language: orNone(languageTag),
  timeZone: orNone(timeZone),
  ...preferencesForm,
}

const filters = {
  /** Words of names and e-mail addresses by their beginnings. */
  search: shortText({ required: false, max: 200 }),
  role: shortText({ required: false, max: 40 }),
  active: yesNo({ required: false, fromText: true }),
  organisation: id({ required: false }),
  group: id({ required: false }),
  /** Invited, and not there yet. */
  invited: yesNo({ required: false, fromText: true }),
}

export const usersQuery = {
  ...filters,
  after: cursorBy(readPlaceByName),
  limit: pageLimit,
}

export const usersCsvQuery = filters

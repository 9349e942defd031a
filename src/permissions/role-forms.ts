import { classification } from '../fields/classification/classification.ts'
import { listOf } from '../fields/list-of.ts'
import { multilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { permissions } from './permissions.ts'

const granted = <const R extends boolean>(required: R) =>
  listOf(classification({ required: true, values: permissions }), { required, max: permissions.length })

const name = <const R extends boolean>(required: R) => multilingualText({ required, max: 100, lines: 'one' })

export const newRoleForm = {
  key: shortText({ required: true, max: 40, shape: { matches: /^[a-z][A-Za-z0-9]{1,39}$/, otherwise: 'wrongType' } }),
  name: name(true),
  permissions: granted(true),
  requiresSecondFactor: yesNo({ required: false }),
}

/** `permissions` replaces the set that is there. */
export const roleForm = {
  name: name(false),
  permissions: granted(false),
  requiresSecondFactor: yesNo({ required: false }),
}

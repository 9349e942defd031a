import { fine, wrong, type FieldType } from '../fields/field-type.ts'
import { classification } from '../fields/classification/classification.ts'
import { boolean, object, string } from '../fields/json-schema.ts'
import { listOf } from '../fields/list-of.ts'
import { multilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { isPermission, permissions, type Permission } from './permissions.ts'

const granted = <const R extends boolean>(required: R) =>
  listOf(classification({ required: true, values: permissions }), { required, max: permissions.length })

const name = <const R extends boolean>(required: R) =>
  multilingualText({ required, max: 100, lines: 'one', isName: true })

export const newRoleForm = {
  /** Made from the name where it is not given. */
  key: shortText({ required: false, max: 40, shape: { matches: /^[a-z][A-Za-z0-9]{1,39}$/, otherwise: 'wrongType' } }),
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

/** One cell of the grid: a role is given a permission, or it is taken from it. */
export type CellChange = { role: string; permission: Permission; granted: boolean }

const cell: FieldType<CellChange> = {
  type: 'permission-change',
  required: true,
  editable: true,
  schema: object({ role: string, permission: { enum: [...permissions] }, granted: boolean }),
  parse(input) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return wrong({ code: 'wrongType' })
    const { role, permission, granted, ...others } = input as Record<string, unknown>
    const [unknown] = Object.keys(others)
    if (unknown !== undefined) return wrong({ code: 'unknown', at: unknown.slice(0, 40) })
    if (typeof role !== 'string' || role.length > 40) return wrong({ code: 'wrongType', at: 'role' })
    if (typeof permission !== 'string' || !isPermission(permission))
      return wrong({ code: 'notInList', at: 'permission' })
    if (typeof granted !== 'boolean') return wrong({ code: 'wrongType', at: 'granted' })
    return fine({ role, permission, granted })
  },
  store: (value) => value,
  restore: (stored) => stored as CellChange,
  present: (value) => value,
}

/** Many cells at once, all or none. Other cells stay as they are, whoever changed them meanwhile. */
export const cellsForm = { changes: listOf(cell, { required: true, max: 2_000 }) }

export const holdersQuery = { roles: shortText({ required: true, max: 2_100 }) }

import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Form } from '../../fields/form.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { seenAsStaff, seesEverything } from '../../permissions/visible.server.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { customApart, customFilter } from '../custom-filter.server.ts'

/** What an address asks for: the list's own filters, and those by added fields. */
export async function readAsked<Asked extends Form>(desk: Desk, actor: Person, query: unknown, form: Asked) {
  const { rest, custom } = customApart(query)
  const asked = readForm(form, rest)
  const amongStaff = seesEverything(actor) ? undefined : seenAsStaff(actor)
  return {
    ...asked,
    custom: await customFilter(desk.read(), custom, isStaff(actor) ? 'staff' : 'customer', amongStaff),
  }
}

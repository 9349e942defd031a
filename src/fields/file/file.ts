import type { FieldType } from '../field-type.ts'
import { id } from '../user/user.ts'

/** One file, named by its id: sent first, then given. Whose it is and whether it is there is the server's question. */
export const file = <const R extends boolean>(options: { required: R }): FieldType<string> & { required: R } => ({
  ...id(options),
  type: 'file',
})

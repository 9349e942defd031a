import { fine, wrong, type FieldType } from '../field-type.ts'
import { isId } from '../user-group/user-group.ts'

/** A user, a group, a notice …: anything named by its id. Whether it exists is the server's question. */
export function id<const R extends boolean>(options: { required: R }): FieldType<string> & { required: R } {
  return {
    ...options,
    type: 'user',
    schema: { type: 'string', format: 'uuid' },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null || input === '') return wrong({ code: 'required' })
      return isId(input) ? fine(input.toLowerCase()) : wrong({ code: 'wrongType' })
    },
    store: (value) => value,
    restore: (stored) => stored as string,
    present: (value) => value,
  }
}

import { isId } from '../../fields/user-group/user-group.ts'
import { refuse } from '../errors/refusal.ts'

/** The id in an address with `:id`, in lower case as the database gives it. What is none names nothing: 404. */
export function idIn({ id }: Record<string, string>): string {
  return isId(id) ? id.toLowerCase() : refuse('notFound')
}

import type { Character } from '../../../testing/cast.server.ts'
import type { TestWeb } from '../../../testing/web.server.ts'
import { runImports } from '../run-imports.write.server.ts'

export const path = '/api/v1/users/import'

/** Files of people, given to a desk and done by its worker. */
export function importsIn(here: () => TestWeb) {
  const begin = (csv: string, more: object = {}, who: Character = 'adam') => here().post(who, path, { csv, ...more })
  return {
    preview: (csv: unknown, who: Character = 'adam') => here().post(who, `${path}/preview`, { csv }),
    begin,
    imported: async (csv: string, more: object = {}) => {
      const { id } = (await begin(csv, more)).body
      await runImports(here().installation.desk)
      return (await here().get('adam', `${path}/${id}`)).body
    },
    one: async (email: string) =>
      (await here().get('adam', `/api/v1/users?search=${encodeURIComponent(email)}`)).body.items[0],
  }
}

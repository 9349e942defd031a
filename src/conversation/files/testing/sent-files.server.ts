import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Character } from '../../../testing/cast.server.ts'
import type { TestWeb } from '../../../testing/web.server.ts'

export const asBytes = { 'content-type': 'application/octet-stream' }

/** Files as a browser sends and fetches them, and what lies in the store. */
export const filesOf = (web: TestWeb) => {
  const fetched = (who: Character | null, id: string) => web.get(who, `/api/v1/files/${id}`)
  return {
    fetched,
    statuses: async (id: string, who: (Character | null)[]) =>
      Promise.all(who.map(async (each) => (await fetched(each, id)).status)),
    send: async (who: Character, content: Buffer | string, name = 'note.txt', headers: Record<string, string> = {}) => {
      const response = await fetch(`${web.address}/api/v1/files`, {
        method: 'POST',
        headers: {
          cookie: web.cookies.get(who)!,
          origin: web.address,
          ...asBytes,
          'x-file-name': `UTF-8''${encodeURIComponent(name)}`,
          ...headers,
        },
        body: typeof content === 'string' ? content : new Uint8Array(content),
      })
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as {
          id: string
          name: string
          size: number
          sha256: string
          code?: string
          title?: string
        },
      }
    },
    /** Everything that lies in the store, half or whole. */
    blobs: (): string[] => {
      const folder = join(web.data, 'files')
      return existsSync(folder)
        ? readdirSync(folder, { recursive: true })
            .map(String)
            .filter((name) => /[0-9a-f]{32}$/u.test(name))
        : []
    },
  }
}

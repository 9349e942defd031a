import { queryOptions } from '@tanstack/react-query'
import type { FieldError } from '../../web/api.ts'
import { api } from '../../web/api.ts'

export const wills = ['add', 'update', 'unchanged', 'wrong'] as const
export type Will = (typeof wills)[number]
export type Counts = Readonly<Record<Will, number>>

export type PreviewRow = {
  readonly line: number
  readonly email: string
  readonly name: string
  readonly will: Will
  readonly changes: readonly string[]
  readonly errors: readonly (FieldError & { readonly given?: string })[]
}
export type Preview = {
  readonly rows: number
  readonly counts: Counts
  readonly rejected: string | null
  readonly items: readonly PreviewRow[]
}
export type Import = {
  readonly id: string
  readonly state: 'waiting' | 'done' | 'refused' | 'failed'
  readonly rows: number
  readonly done: number
  readonly counts: Counts | null
  readonly rejected: string | null
}

const path = '/api/v1/users/import'

export const askPreview = (csv: string): Promise<Preview> => api.post<Preview>(`${path}/preview`, { csv })
export const beginImport = (csv: string, invite: boolean): Promise<Import> => api.post<Import>(path, { csv, invite })

/** How far it is; asked again until it has ended. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.get<Import>(`${path}/${id}`, { signal }),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'waiting' ? false : 700),
  })

/** The text of a file as spreadsheets save it: UTF-8 or UTF-16. Anything else is undefined, not garbled. */
export const textOf = async (file: Blob): Promise<string | undefined> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

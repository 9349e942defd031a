import { asAttachment } from '../files/file-name.ts'
import type { Call } from './endpoint.ts'

type SetHeader = Call<unknown, unknown>['setHeader']

/** Whatever a file says that it is: it is saved under its name, never shown, never run, and kept by nobody on the way. */
export function toBeSaved(setHeader: SetHeader, { name, size }: { name: string; size: number }): void {
  setHeader('content-type', 'application/octet-stream')
  setHeader('content-disposition', asAttachment(name))
  setHeader('content-length', String(size))
  setHeader('cache-control', 'private, no-store')
  harmless(setHeader)
}

/** What a browser shows of it after all runs nothing and is framed by nobody. */
export function harmless(setHeader: SetHeader): void {
  setHeader('x-content-type-options', 'nosniff')
  setHeader('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
}

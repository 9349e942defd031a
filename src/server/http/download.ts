import type { Call } from './endpoint.ts'

/** `inline`: a browser that can shows it. `name` is ours, in letters that a header can carry: for a stranger's, `toBeSaved`. */
type Download = { type: string; name: string; inline?: true }

/** The heads of an answer that is a file of ours. */
export function asDownload(setHeader: Call<unknown, unknown>['setHeader'], { type, name, inline }: Download): void {
  setHeader('content-type', type)
  setHeader('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`)
}

export const csv = 'text/csv; charset=utf-8'

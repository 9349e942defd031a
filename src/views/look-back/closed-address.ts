import { addressOf } from '../../web/api.ts'

export type Whose = { readonly group?: string | undefined; readonly member?: string | undefined }

/** Exactly the closings that the figures count from one day to the end of another: docs/figures.md. */
export const closedBetween = (closedFrom: string, closedTo: string, { group, member }: Whose = {}): string =>
  addressOf('/closed', {
    closedFrom,
    closedTo,
    group,
    member,
    reopened: 'any',
    ended: 'accepted,silence,desk,cancelled',
  })

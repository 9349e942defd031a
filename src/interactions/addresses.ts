import type { ButtonAction } from '../words/template.ts'

/**
 * Where the buttons of mails lead: always to a page, which asks once more before anything happens, so that programs that
 * open every link of a mail change nothing. `?do=` names the verb that the page then offers first, `&of=` the answer that the mail
 * is about: a later one is not decided on by it.
 */
export function ticketHrefs(publicUrl: string, path: string, about?: string): Partial<Record<ButtonAction, string>> {
  const page = pageAt(publicUrl, path)
  const to = (verb: string) => `${page}?do=${verb}`
  const of = ofWhich(about)
  return {
    'see-request': page,
    'see-progress': page,
    'view-ticket': page,
    review: to('review'),
    'edit-solution': to('propose-solution'),
    'accept-solution': to('accept-solution') + of,
    'decline-solution': to('decline-solution') + of,
    reopen: to('reopen'),
    'write-back': to('reply'),
    'notification-settings': pageAt(publicUrl, '/account/notifications'),
  }
}

/** A star of a mail: it fills in the score (1 to 5) on the page, which sends nothing until its reader does. */
export const starHref = (publicUrl: string, path: string, score: number, about?: string): string =>
  `${pageAt(publicUrl, path)}?do=rate&score=${score}${ofWhich(about)}`

/** Mails from before it was kept name none. */
const ofWhich = (about: string | undefined): string => (about ? `&of=${about}` : '')

/** The page of a ticket for whoever signs in. A customer's mail has a link of their own in its place: /t/… */
export const ticketPath = (number: number): string => `/tickets/${number}`

const pageAt = (publicUrl: string, path: string): string => `${publicUrl.replace(/\/$/u, '')}${path}`

/** Links of account mails are stored as paths; the mail's own settings know the address. */
export const absolute = (publicUrl: string, path: string): string => new URL(path, publicUrl).toString()

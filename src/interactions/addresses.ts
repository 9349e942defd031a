import type { ButtonAction } from '../words/template.ts'

/**
 * Where the buttons of mails lead: always to a page, which asks once more before anything happens, so that programs that
 * open every link of a mail change nothing. `?do=` names the verb that the page then offers first.
 */
export function ticketHrefs(publicUrl: string, number: number): Partial<Record<ButtonAction, string>> {
  const page = `${publicUrl.replace(/\/$/u, '')}/tickets/${number}`
  const to = (verb: string) => `${page}?do=${verb}`
  return {
    'see-request': page,
    'see-progress': page,
    'view-ticket': page,
    review: to('review'),
    'edit-solution': to('propose-solution'),
    'accept-solution': to('accept-solution'),
    'decline-solution': to('decline-solution'),
    reopen: to('reopen'),
    'write-back': to('reply'),
  }
}

export const starHref = (publicUrl: string, number: number, score: number): string =>
  `${publicUrl.replace(/\/$/u, '')}/tickets/${number}?do=rate&score=${score}`

/** Links of account mails are stored as paths; the mail's own settings know the address. */
export const absolute = (publicUrl: string, path: string): string => new URL(path, publicUrl).toString()

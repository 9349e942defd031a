import { headerOf, type ParsedMail } from './parsed-mail.ts'

/** What no person wrote: it is never answered by a machine of ours (RFC 3834). */
export type Automatic = 'bounce' | 'autoReply' | 'list' | 'bulk'

/** null: a person wrote it, as far as its headers tell. The order of the questions decides where several would fit. */
export function automaticKind(mail: Pick<ParsedMail, 'headers' | 'from' | 'report'>): Automatic | null {
  const { headers, from, report } = mail
  const value = (name: string) => headerOf(headers, name).trim().toLowerCase()
  if (report === 'delivery-status') return 'bounce'
  // that a mail was read, or was called unwanted; such reports have no sender either, and nothing failed
  if (report) return 'autoReply'
  if (mailDaemons.test(from?.address ?? '')) return 'bounce'
  if (isAutoReply(headers, value)) return postmasters.test(from?.address ?? '') ? 'bounce' : 'autoReply'
  // after the absence notes: theirs is to have no return path (RFC 3834, 3.3)
  if (isNullSender(headers.get('return-path'))) return 'bounce'
  if (headers.has('list-id') || headers.has('list-post') || headers.has('list-unsubscribe')) return 'list'
  // Exchange writes so on what it answers by itself, and people's programs may: no sign alone that nobody wrote it. What is less
  // than all of them stands on every mail that came by a distribution group
  if (/\ball\b/u.test(value('x-auto-response-suppress'))) return 'bulk'
  // a report without its marks, or a person at that desk: somebody looks
  if (postmasters.test(from?.address ?? '')) return 'bulk'
  return ['bulk', 'junk', 'list'].includes(value('precedence')) ? 'bulk' : null
}

function isAutoReply(headers: ParsedMail['headers'], value: (name: string) => string): boolean {
  const submitted = value('auto-submitted').split(';')[0]
  if (submitted && submitted !== 'no') return true
  const replies = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from', 'x-mail-autoreply']
  return replies.some((name) => headers.has(name)) || /auto.?reply/u.test(value('precedence'))
}

const isNullSender = (paths: readonly string[] | undefined): boolean =>
  paths?.some((path) => path.trim() === '<>') ?? false

const mailDaemons = /^(mailer-daemon|mail-daemon)@/iu
export const postmasters = /^(mailer-daemon|postmaster|mail-daemon)@/iu

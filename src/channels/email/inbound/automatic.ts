import { headerOf, type ParsedMail } from './parsed-mail.ts'

/** What no person wrote: it is never answered by a machine of ours (RFC 3834). */
export type Automatic = 'bounce' | 'autoReply' | 'list' | 'bulk'

export function automaticKind(mail: Pick<ParsedMail, 'headers' | 'from' | 'isReport'>): Automatic | null {
  const { headers, from } = mail
  const value = (name: string) => headerOf(headers, name).trim().toLowerCase()
  if (mail.isReport || isNullSender(headers.get('return-path')) || postmasters.test(from?.address ?? ''))
    return 'bounce'
  const submitted = value('auto-submitted').split(';')[0]
  if (submitted && submitted !== 'no') return 'autoReply'
  const replies = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from', 'x-mail-autoreply']
  if (replies.some((name) => headers.has(name)) || /auto.?reply/u.test(value('precedence'))) return 'autoReply'
  if (headers.has('list-id') || headers.has('list-post') || headers.has('list-unsubscribe')) return 'list'
  // Exchange writes this on what it answers by itself; people's mails do not have it
  if (/\b(all|oof|autoreply)\b/u.test(value('x-auto-response-suppress'))) return 'autoReply'
  return ['bulk', 'junk', 'list'].includes(value('precedence')) ? 'bulk' : null
}

const isNullSender = (paths: readonly string[] | undefined): boolean =>
  paths?.some((path) => path.trim() === '<>') ?? false

const postmasters = /^(mailer-daemon|postmaster|mail-daemon)@/iu

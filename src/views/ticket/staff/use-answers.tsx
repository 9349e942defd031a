// Answers that are kept for the next time, in the language of whoever will read them, with this ticket's names filled in.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { filledIn } from '../../../conversation/canned-answers/canned-answers.ts'
import type { CannedAnswer } from '../../../conversation/canned-answers/canned-answers.ts'
import { plainInlines } from '../../../fields/multilingual-text/markdown-tree.ts'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import type { Page } from '../../../queries/keyset.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { api } from '../../../web/api.ts'
import { useSession } from '../../session.tsx'

export const cannedQuery = queryOptions({
  queryKey: ['canned-answers'],
  queryFn: ({ signal }) => api.get<Page<CannedAnswer>>('/api/v1/canned-answers', { signal }),
  staleTime: 60_000,
})

export const useAnswers = (ticket: PresentedTicket) => {
  const { me, settings, label, read } = useSession()
  const { data } = useQuery(cannedQuery)
  const readers = ticket.description.source
  const all = (data?.items ?? []).map((answer) => {
    const text = filledIn(readText(answer.text, readers, settings.language).text, {
      customer: ticket.customer.name,
      number: label(ticket.number),
      title: read(ticket.title).text,
      me: me.name,
      organisation: settings.organisation,
    })
    return { id: answer.id, label: answer.name, hint: plainInlines([{ kind: 'text', text }]).slice(0, 120), text }
  })
  return {
    all,
    fitting: (words: string) => {
      const asked = words.trim().toLocaleLowerCase()
      return all.filter(({ label: name, text }) => `${name} ${text}`.toLocaleLowerCase().includes(asked))
    },
  }
}

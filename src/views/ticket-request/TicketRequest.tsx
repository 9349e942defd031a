// The Ticket Request View: two fields and a button. For customers, and for staff who write a request down for one.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useAskedFields } from '../added-fields/CustomInputs.tsx'
import { fieldsQuery } from '../added-fields/fields-question.tsx'
import { givenOf, withoutGoneFiles } from '../added-fields/typed.ts'
import { RefusedPage } from '../not-found-page.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useRequestDraft } from './draft.tsx'
import type { Draft } from './draft.tsx'
import { isAboutFiles, withoutRefused } from './kept-files.ts'
import { RequestForm } from './RequestForm.tsx'
import styles from './TicketRequest.module.css'

const loadSent = () => import('../request-sent/Sent.tsx')
const Sent = lazy(async () => ({ default: (await loadSent()).Sent }))

export const TicketRequest = () => {
  const { t } = useWords()
  const { me, settings, may } = useSession()
  const forOthers = may('ticket.submitForCustomer')
  usePageTitle(forOthers ? t('requestFor:title') : t('shell:nav.newRequest'), settings.organisation)
  if (!forOthers && !may('ticket.submit')) return <RefusedPage />
  return (
    <div className={styles['page']} data-staff={me.isStaff || undefined}>
      <Writing forOthers={forOthers} />
    </div>
  )
}

const Writing = ({ forOthers }: { forOthers: boolean }) => {
  const { me } = useSession()
  const client = useQueryClient()
  const { draft, change, forget } = useRequestDraft(me.id)
  const [sent, setSent] = useState<PresentedTicket>()
  const [isAnother, another] = useState(false)
  const fields = useAskedFields(forOthers ? 'staff' : 'customer')
  const send = useMutation({
    mutationFn: ({ key, custom, ...written }: Draft) =>
      api.post<PresentedTicket>('/api/v1/tickets', bodyOf(written, givenOf(fields, custom, me.timeZone)), {
        idempotencyKey: key,
      }),
    onError: (problem) => {
      if (isAboutFiles(problem)) change(withoutRefused)
      const gone = withoutGoneFiles(problem)
      if (Object.keys(gone).length > 0) change(({ custom }) => ({ custom: { ...custom, ...gone } }))
      // what is asked for may have changed since the page was opened
      void client.invalidateQueries({ queryKey: fieldsQuery.queryKey })
    },
    onSuccess: (ticket) => {
      client.setQueryData(['ticket', ticket.number], ticket)
      void client.invalidateQueries({ queryKey: ['my-tickets'] })
      forget()
      setSent(ticket)
      window.scrollTo({ top: 0 })
    },
  })
  // fetched while one writes: it stands there at once after sending, and without a line too
  useEffect(() => void loadSent().catch(() => {}), [])
  if (sent)
    return (
      <Suspense>
        <Sent
          ticket={sent}
          onAnother={() => {
            setSent(undefined)
            another(true)
          }}
        />
      </Suspense>
    )
  return (
    <RequestForm
      draft={draft}
      fields={fields}
      forOthers={forOthers}
      focused={isAnother}
      busy={send.isPending}
      problem={send.error}
      onChange={change}
      onSend={() => send.mutate(draft)}
    />
  )
}

const bodyOf = (
  { title, description, customer, language, files }: Omit<Draft, 'key' | 'custom'>,
  custom: Record<string, unknown>,
) => ({
  title,
  description,
  ...(customer.trim() && { customer: customer.trim() }),
  ...(language && { language }),
  ...(files?.length && { files: files.map(({ id }) => id) }),
  ...(Object.keys(custom).length > 0 && { custom }),
})

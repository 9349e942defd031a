import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

/**
 * A customer's way to their request from a mail. The page asks once more and only then opens it: programs that look at the
 * links of mails follow addresses, they do not press buttons.
 */
export const TicketLink = () => {
  const { t } = useWords()
  const { token } = useParams({ strict: false })
  const open = useMutation({
    mutationFn: () => api.post<{ ticket: number }>('/api/v1/ticket-links', { token }),
    onSuccess: ({ ticket }) => location.assign(`/tickets/${ticket}${location.search}`),
  })
  if (open.isError) return <LinkOver token={token ?? ''} />
  return (
    <OutsideFrame title={t('signIn:ticketLinkTitle')} lead={t('signIn:ticketLinkText')}>
      <Button kind="primary" size="l" wide busy={open.isPending || open.isSuccess} onClick={() => open.mutate()}>
        {t('signIn:ticketLinkOpen')}
      </Button>
    </OutsideFrame>
  )
}

const LinkOver = ({ token }: { readonly token: string }) => {
  const { t } = useWords()
  const renew = useMutation({ mutationFn: () => api.post('/api/v1/ticket-links/new', { token }) })
  if (renew.isSuccess) return <OutsideFrame title={t('signIn:ticketLinkSent')} lead={t('signIn:ticketLinkSentText')} />
  return (
    <OutsideFrame title={t('signIn:linkOver')} lead={t('signIn:ticketLinkOver')}>
      <Button kind="primary" size="l" wide busy={renew.isPending} onClick={() => renew.mutate()}>
        {t('signIn:ticketLinkSend')}
      </Button>
    </OutsideFrame>
  )
}

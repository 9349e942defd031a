import { useMutation } from '@tanstack/react-query'
import { api, Problem } from '../../web/api.ts'
import { Banner, Button, ButtonLink } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceFor } from '../problem-words.tsx'
import { OutsideFrame } from './OutsideFrame.tsx'

/** The link proves the address. It asks once more: programs that look at the links of mails press no buttons. */
export const ConfirmRegistration = () => {
  const { t } = useWords()
  const token = decodeURIComponent(location.hash.slice(1))
  const confirm = useMutation({
    mutationFn: () => api.post('/api/v1/registrations/confirm', { token }),
    onSuccess: () => location.assign('/'),
  })
  const isOver = !token || (confirm.error instanceof Problem && confirm.error.status < 429)
  if (isOver)
    return (
      <OutsideFrame title={t('signIn:linkOver')} lead={t('signIn:confirmOver')}>
        <ButtonLink href="/register" kind="primary" size="l" wide>
          {t('signIn:registerTitle')}
        </ButtonLink>
      </OutsideFrame>
    )
  return (
    <OutsideFrame title={t('signIn:confirmTitle')} lead={t('signIn:confirmText')}>
      {confirm.error && (
        <Banner tone="danger" live>
          {sentenceFor(confirm.error, t)}
        </Banner>
      )}
      <Button
        kind="primary"
        size="l"
        wide
        busy={confirm.isPending || confirm.isSuccess}
        onClick={() => confirm.mutate()}
      >
        {t('signIn:confirmGoOn')}
      </Button>
    </OutsideFrame>
  )
}

// To a ticket by its number, in whichever digits, or to the list that has these words.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Dialog, TextField } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'
import { ticketNumberIn } from './ticket-number.ts'
import { useSession } from './session.tsx'

type Props = { readonly open: boolean; readonly onClose: () => void }

export const FindDialog = ({ open, onClose }: Props) => {
  const { t } = useWords()
  return (
    <Dialog open={open} onClose={onClose} title={t('shell:find')}>
      <FindForm onClose={onClose} />
    </Dialog>
  )
}

const FindForm = ({ onClose }: Pick<Props, 'onClose'>) => {
  const { t } = useWords()
  const { settings } = useSession()
  const navigate = useNavigate()
  const [asked, ask] = useState('')
  const go = () => {
    const words = asked.trim()
    if (!words) return
    const number = ticketNumberIn(words, settings.numberPrefix)
    onClose()
    void (number === undefined
      ? navigate({ to: '/incoming', search: { queue: 'allOpen', words } })
      : navigate({ to: '/tickets/$number', params: { number: String(number) } }))
  }
  return (
    <form
      style={{ display: 'grid', gap: 14 }}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextField label={t('shell:findHint')} type="search" value={asked} onValue={ask} autoFocus maxLength={300} />
      <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button type="submit" kind="primary" size="m" disabled={!asked.trim()}>
          {t('shell:findGo')}
        </Button>
      </div>
    </form>
  )
}

import { useState } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { IconButton, Link, PickList, Popover } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useAnswers } from './use-answers.tsx'

type Props = { readonly ticket: PresentedTicket; readonly onPick: (markdown: string) => void }

/** Answers that are kept, found while one types. The same list opens in the text itself by /. */
export const CannedButton = ({ ticket, onPick }: Props) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { all } = useAnswers(ticket)
  const label = t('canned:insert')
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={label}
      anchor={(anchor) => <IconButton icon="bookmark" label={label} {...anchor} />}
    >
      {open && (
        <PickList
          label={label}
          placeholder={t('canned:find')}
          nothing={t('canned:nothing')}
          sections={[
            {
              key: 'all',
              options: all.map(({ id, label: name, hint, text }) => ({ key: id, label: name, hint, also: text })),
            },
          ]}
          onPick={(key) => {
            setOpen(false)
            const picked = all.find(({ id }) => id === key)
            if (picked) onPick(picked.text)
          }}
          footer={<Link href="/answers">{t('canned:manage')}</Link>}
        />
      )}
    </Popover>
  )
}

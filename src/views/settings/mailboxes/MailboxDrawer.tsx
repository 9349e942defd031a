import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button, Refused, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { FormDialog } from '../../FormDialog.tsx'
import { fieldSentences, restOf } from '../../problem-words.tsx'
import { useRightLost } from '../../still-may.tsx'
import { MailboxInputs, named } from './MailboxInputs.tsx'
import { TriedMailbox } from './TriedMailbox.tsx'
import { useSaveMailbox, useTryMailbox } from './mailbox-questions.tsx'
import type { Mailbox, MailboxFields } from './mailbox-questions.tsx'
import styles from './Mailboxes.module.css'

type Props = { readonly opened: Mailbox | 'new' | undefined; readonly onClose: () => void }

export const MailboxDrawer = ({ opened, onClose }: Props) => {
  const { t } = useWords()
  const mailbox = opened === 'new' ? undefined : opened
  return (
    <FormDialog
      open={opened !== undefined}
      onClose={onClose}
      needs="settings.manage"
      place="end"
      title={mailbox ? t('mailIn:boxes.edit', { address: mailbox.address }) : t('mailIn:boxes.add')}
      closeLabel={t('staff:close')}
    >
      <MailboxForm key={mailbox?.id ?? 'new'} mailbox={mailbox} onClose={onClose} />
    </FormDialog>
  )
}

/** It can be tried before it is kept: nobody finds out by waiting. */
const MailboxForm = ({ mailbox, onClose }: { readonly mailbox: Mailbox | undefined; readonly onClose: () => void }) => {
  const { t } = useWords()
  const [before] = useState(() => formOf(mailbox))
  const [form, change] = useState(before)
  const lost = useRightLost()
  const save = useSaveMailbox(mailbox, before)
  const attempt = useTryMailbox(mailbox)
  const problem = save.error ?? attempt.error
  const rest = problem ? restOf(problem, t, named) : undefined
  const set = (part: Partial<MailboxFields>) => {
    attempt.reset()
    change((now) => ({ ...now, ...part }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    attempt.reset()
    const saved = await save.mutateAsync(form).catch(() => undefined)
    if (!saved) return
    onClose()
    toasts.show({ text: t(mailbox ? 'mailIn:boxes.changed' : 'mailIn:boxes.added', { address: form.address }) })
  }
  const tryIt = () => {
    save.reset()
    attempt.mutate(form)
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <MailboxInputs form={form} isNew={!mailbox} said={fieldSentences(problem)} onChange={set} />
      {attempt.data && <TriedMailbox tried={attempt.data} folder={form.folder} isNew={!mailbox} />}
      <Refused>{rest}</Refused>
      <div className={styles['formButtons']}>
        <Button size="m" busy={attempt.isPending} disabled={lost} onClick={tryIt}>
          {t('mailIn:boxes.try')}
        </Button>
        <Button size="m" onClick={onClose}>
          {t('staff:cancel')}
        </Button>
        <Button size="m" type="submit" kind="primary" busy={save.isPending} disabled={lost}>
          {mailbox ? t('staff:save') : t('mailIn:boxes.add')}
        </Button>
      </div>
    </form>
  )
}

const formOf = (mailbox: Mailbox | undefined): MailboxFields => ({
  address: mailbox?.address ?? '',
  host: mailbox?.host ?? '',
  port: mailbox?.port ?? 993,
  security: mailbox?.security ?? 'tls',
  username: mailbox?.username ?? '',
  password: '',
  folder: mailbox?.folder ?? 'INBOX',
  group: mailbox?.group ?? null,
  trustedServer: mailbox?.trustedServer ?? '',
  plusAddress: mailbox?.plusAddress ?? true,
})

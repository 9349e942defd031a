import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { securities, type Security } from '../../../channels/email/mail-host.ts'
import { Segmented, Select, TextField } from '../../../web/ui/index.ts'
import { parseDigits } from '../../../words/digits.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { groupsQuery } from '../../staff/groups-question.tsx'
import { Switch } from '../Switch.tsx'
import type { MailboxFields } from './mailbox-questions.tsx'
import styles from './Mailboxes.module.css'

export const named = ['address', 'host', 'port', 'security', 'username', 'password', 'folder', 'group', 'trustedServer']

type Props = {
  readonly form: MailboxFields
  readonly isNew: boolean
  /** What was refused, by the name of the field. */
  readonly said: Readonly<Record<string, string>>
  readonly onChange: (part: Partial<MailboxFields>) => void
}

/** Addresses, servers and passwords are written from left to right in every language. */
const technical = { dir: 'ltr', autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const

export const MailboxInputs = ({ form, isNew, said, onChange }: Props) => {
  const { t } = useWords()
  return (
    <>
      {isNew && (
        <TextField
          {...technical}
          label={t('mailIn:boxes.field.address')}
          hint={t('mailIn:boxes.field.addressHint')}
          error={said['address']}
          type="email"
          value={form.address}
          maxLength={254}
          required
          autoFocus
          onValue={(address) => onChange({ address })}
        />
      )}
      <div className={styles['line']}>
        <TextField
          {...technical}
          label={t('mailIn:boxes.field.host')}
          error={said['host']}
          value={form.host}
          maxLength={253}
          required
          onValue={(host) => onChange({ host: host.trim() })}
        />
        <TextField
          {...technical}
          label={t('mailIn:boxes.field.port')}
          error={said['port']}
          inputMode="numeric"
          value={String(form.port || '')}
          maxLength={5}
          required
          onValue={(port) => onChange({ port: Number(parseDigits(port).replace(/\D/gu, '')) })}
        />
      </div>
      <SecurityField form={form} onChange={onChange} />
      <TextField
        {...technical}
        label={t('mailIn:boxes.field.username')}
        error={said['username']}
        value={form.username}
        maxLength={200}
        required
        onValue={(username) => onChange({ username })}
      />
      <TextField
        {...technical}
        label={t('mailIn:boxes.field.password')}
        hint={isNew ? undefined : t('mailIn:boxes.field.passwordKept')}
        error={said['password']}
        type="password"
        autoComplete="new-password"
        value={form.password}
        maxLength={500}
        required={isNew}
        onValue={(password) => onChange({ password })}
      />
      <TextField
        {...technical}
        label={t('mailIn:boxes.field.folder')}
        error={said['folder']}
        value={form.folder}
        maxLength={200}
        onValue={(folder) => onChange({ folder })}
      />
      <GroupField form={form} error={said['group']} onChange={onChange} />
      <TextField
        {...technical}
        label={t('mailIn:boxes.field.trusted')}
        hint={t('mailIn:boxes.field.trustedHint')}
        error={said['trustedServer']}
        value={form.trustedServer}
        maxLength={253}
        onValue={(trustedServer) => onChange({ trustedServer: trustedServer.trim() })}
      />
      <Switch
        label={t('mailIn:boxes.field.plus')}
        hint={t(form.plusAddress ? 'mailIn:boxes.field.plusOn' : 'mailIn:boxes.field.plusOff')}
        on={form.plusAddress}
        onChange={(plusAddress) => onChange({ plusAddress })}
      />
    </>
  )
}

/** They are called so in every language. */
const protocols = { tls: 'TLS', startTls: 'STARTTLS' } as const
const usualPorts: Record<Security, number> = { tls: 993, startTls: 143, none: 143 }

/** The usual port follows, as long as nobody chose another. */
const SecurityField = ({ form, onChange }: Pick<Props, 'form' | 'onChange'>) => {
  const { t } = useWords()
  const id = useId()
  const choose = (security: Security) =>
    onChange({ security, ...(form.port === usualPorts[form.security] && { port: usualPorts[security] }) })
  return (
    <div className={styles['choice']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['legend']}>
        {t('mailIn:boxes.field.security')}
      </span>
      <Segmented
        label={t('mailIn:boxes.field.security')}
        value={form.security}
        onChange={choose}
        options={securities.map((value) => ({
          value,
          label: value === 'none' ? t('mailIn:boxes.field.none') : <bdi>{protocols[value]}</bdi>,
        }))}
      />
      {form.security === 'none' && <p className="dim">{t('mailIn:boxes.field.noneHint')}</p>}
    </div>
  )
}

const GroupField = ({ form, error, onChange }: Pick<Props, 'form' | 'onChange'> & { error: string | undefined }) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  return (
    <Select
      label={t('mailIn:boxes.field.group')}
      error={error}
      value={form.group ?? ''}
      onValue={(group) => onChange({ group: group || null })}
      options={[
        { value: '', label: t('mailIn:boxes.field.deskGroup') },
        ...groups.filter(({ key }) => key !== 'supportDesk').map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { securities, type Security } from '../../channels/email/mail-host.ts'
import { api } from '../../web/api.ts'
import { Button, ConfirmDialog, Select, TextField, toasts } from '../../web/ui/index.ts'
import { parseNumber } from '../../words/digits.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { mailServerPath, mailServerQuery } from './mail-server-question.tsx'
import type { Server } from './mail-server-question.tsx'
import { Save } from './Part.tsx'
import styles from './Settings.module.css'
import { useTypedOver } from './typed-over.ts'

const usualPorts: Record<Security, string> = { tls: '465', startTls: '587', none: '25' }

export const MailServerForm = ({ server }: { readonly server: Server }) => {
  const { t } = useWords()
  const client = useQueryClient()
  const { filled, typed, change, begin } = useTypedOver(filledOf(server))
  const save = useMutation({
    // it is sent whole: what somebody else saved meanwhile stays
    mutationFn: async () => {
      const now = await client.fetchQuery({ ...mailServerQuery, staleTime: 0 })
      return api.put<Server>(mailServerPath, wireOf({ ...filledOf(now), ...typed }))
    },
    onSuccess: (saved) => {
      client.setQueryData(mailServerQuery.queryKey, saved)
      toasts.show({ text: t('settingsMail:saved') })
    },
  })
  const wrong = fieldSentences(save.error)
  const text = (field: 'host' | 'username' | 'senderName' | 'senderAddress' | 'port') => ({
    value: filled[field],
    onValue: (value: string) => change({ [field]: value }),
    error: wrong[field],
    autoComplete: 'off',
  })
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(undefined, { onSuccess: begin })
      }}
    >
      <div className={styles['two']}>
        <TextField
          label={t('settingsMail:host')}
          dir="ltr"
          maxLength={253}
          placeholder="smtp.example.com"
          {...text('host')}
        />
        <Select
          label={t('settingsMail:security')}
          hint={filled.security === 'none' && t('settingsMail:insecure')}
          value={filled.security}
          error={wrong['security']}
          onValue={(security) => change({ security: security as Security, port: usualPorts[security as Security] })}
          options={securities.map((each) => ({
            value: each,
            label: t(`settingsMail:securities.${each}`),
          }))}
        />
        <TextField label={t('settingsMail:port')} dir="ltr" inputMode="numeric" maxLength={5} {...text('port')} />
        <TextField
          label={t('settingsMail:username')}
          hint={t('settingsMail:usernameHint')}
          dir="ltr"
          maxLength={200}
          {...text('username')}
        />
        <TextField
          label={t('settingsMail:password')}
          hint={server.hasPassword ? t('settingsMail:passwordKept') : t('settingsMail:passwordHint')}
          type="password"
          autoComplete="new-password"
          dir="ltr"
          maxLength={500}
          value={filled.password}
          onValue={(password) => change({ password })}
          error={wrong['password']}
        />
        <TextField label={t('settingsMail:senderName')} maxLength={100} {...text('senderName')} />
        <TextField label={t('settingsMail:senderAddress')} dir="ltr" type="email" {...text('senderAddress')} />
      </div>
      <Save
        changed={JSON.stringify(filled) !== JSON.stringify(filledOf(server))}
        busy={save.isPending}
        refused={save.error ? restOf(save.error, t, Object.keys(filled)) : undefined}
        note={server.source === 'stored' && <Remove onRemoved={begin} />}
      />
    </form>
  )
}

const usualSecurity: Security = 'startTls'

const filledOf = ({ host, port, security, username, sender }: Server) => {
  const [, name = '', address = sender] = /^(.*) <(.*)>$/u.exec(sender) ?? []
  return {
    host: host ?? '',
    port: port === null ? usualPorts.startTls : String(port),
    security: security ?? usualSecurity,
    username: username ?? '',
    password: '',
    senderName: name,
    senderAddress: address,
  }
}

const wireOf = ({ port, username, password, senderName, ...rest }: ReturnType<typeof filledOf>) => ({
  ...rest,
  port: parseNumber(port) ?? port,
  ...(username.trim() && { username: username.trim() }),
  ...(password && { password }),
  ...(senderName.trim() && { senderName: senderName.trim() }),
})

const Remove = ({ onRemoved }: { readonly onRemoved: () => void }) => {
  const { t } = useWords()
  const client = useQueryClient()
  const [asking, ask] = useState(false)
  const remove = useMutation({
    mutationFn: () => api.delete<Server>(mailServerPath),
    onSuccess: (left) => {
      client.setQueryData(mailServerQuery.queryKey, left)
      toasts.show({ text: t('settingsMail:removed') })
      onRemoved()
    },
  })
  return (
    <>
      <Button kind="text" onClick={() => ask(true)}>
        {t('settingsMail:remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('settingsMail:remove')}
        confirm={t('settingsMail:remove')}
        cancel={t('staff:cancel')}
        danger
        busy={remove.isPending}
        problem={remove.error ? restOf(remove.error, t, []) : undefined}
        onConfirm={() => remove.mutate()}
        onCancel={() => ask(false)}
      >
        {t('settingsMail:removeText')}
      </ConfirmDialog>
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCopy } from '../../use-copy.ts'
import { Banner, Button, ConfirmDialog, Refused, SkeletonRows, TextField, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useMarkedField } from '../../marked-field.ts'
import { fieldSentences, restOf } from '../../problem-words.tsx'
import { Failed, sentenceIn } from '../../staff/Failed.tsx'
import { Part } from '../Part.tsx'
import { AskBeforeLeaving } from '../save-settings.tsx'
import { Switch } from '../Switch.tsx'
import { useTypedOver } from '../typed-over.ts'
import styles from '../Settings.module.css'
import { provider, providerQuery } from './provider-questions.tsx'
import type { Provider } from './provider-questions.tsx'

/** The service outside through which people may sign in. */
export const OutsidePart = () => {
  const { t } = useWords()
  const { data, isPending, error, refetch } = useQuery(providerQuery)
  return (
    <Part title={t('settingsSignIn:outside')} lead={t('settingsSignIn:outsideText')}>
      {isPending && <SkeletonRows shape="text" rows={6} label={t('settingsSignIn:outsideLoading')} />}
      {error && !data && (
        <Failed title={t('settingsSignIn:outsideFailed')} problem={error} onRetry={() => void refetch()} />
      )}
      {data && <ProviderForm stored={data} />}
    </Part>
  )
}

const ProviderForm = ({ stored }: { readonly stored: Provider }) => {
  const { t, format } = useWords()
  const client = useQueryClient()
  const before = filledOf(stored)
  const { filled: wanted, typed, change: set, begin } = useTypedOver(before)
  const save = useMutation({
    // it is sent whole: what somebody else saved meanwhile stays
    mutationFn: async () => {
      const now = await client.fetchQuery({ ...providerQuery, staleTime: 0 })
      const { clientSecret, ...others } = { ...filledOf(now), ...typed }
      return provider.save({ ...others, ...(clientSecret && { clientSecret }) })
    },
    onSuccess: (saved) => {
      client.setQueryData(providerQuery.queryKey, saved)
      toasts.show({ text: t('settingsSignIn:saved') })
    },
  })
  const wrong = fieldSentences(save.error)
  const place = useMarkedField(save.error)
  const rest = restOf(save.error, t, Object.keys(before))
  const changed = JSON.stringify(wanted) !== JSON.stringify(before)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(undefined, { onSuccess: begin })
  }
  return (
    <form ref={place} className={styles['form']} onSubmit={submit} noValidate>
      {stored.failure && stored.failedAt && (
        <Banner tone="wait" icon="warning">
          {t('settingsSignIn:failure', {
            at: format.dateTime(stored.failedAt),
            failure: stored.failure,
          })}
        </Banner>
      )}
      <Callback address={stored.callback ?? `${location.origin}/api/auth/outside/callback`} />
      <div className={styles['two']}>
        <TextField
          label={t('settingsSignIn:issuer')}
          hint={t('settingsSignIn:issuerHint')}
          type="url"
          dir="ltr"
          maxLength={500}
          placeholder="https://login.example.com"
          value={wanted.issuer}
          onValue={(issuer) => set({ issuer })}
          error={wrong['issuer']}
        />
        <TextField
          label={t('settingsSignIn:label')}
          maxLength={100}
          placeholder={t('settingsSignIn:labelExample')}
          value={wanted.label}
          onValue={(label) => set({ label })}
          error={wrong['label']}
        />
        <TextField
          label={t('settingsSignIn:clientId')}
          dir="ltr"
          maxLength={500}
          autoComplete="off"
          value={wanted.clientId}
          onValue={(clientId) => set({ clientId })}
          error={wrong['clientId']}
        />
        <TextField
          label={t('settingsSignIn:clientSecret')}
          hint={t(stored.hasSecret ? 'settingsSignIn:secretKept' : 'settingsSignIn:secretNone')}
          type="password"
          dir="ltr"
          maxLength={1000}
          autoComplete="new-password"
          value={wanted.clientSecret}
          onValue={(clientSecret) => set({ clientSecret })}
          error={wrong['clientSecret']}
        />
      </div>
      <Switch
        label={t('settingsSignIn:linksKnown')}
        hint={t('settingsSignIn:linksKnownHint')}
        on={wanted.linksKnown}
        onChange={(linksKnown) => set({ linksKnown })}
      />
      <Switch
        label={t('settingsSignIn:addsCustomers')}
        hint={t('settingsSignIn:addsCustomersHint')}
        on={wanted.addsCustomers}
        onChange={(addsCustomers) => set({ addsCustomers })}
      />
      <Refused>{rest}</Refused>
      {changed && <AskBeforeLeaving />}
      <div className={styles['saving']}>
        <Button size="m" type="submit" kind="primary" busy={save.isPending} disabled={!changed}>
          {t('settingsSignIn:save')}
        </Button>
        {stored.issuer && <Remove />}
      </div>
    </form>
  )
}

const filledOf = (stored: Provider) => ({
  label: stored.label ?? '',
  issuer: stored.issuer ?? '',
  clientId: stored.clientId ?? '',
  clientSecret: '',
  linksKnown: stored.issuer === null || stored.linksKnown,
  addsCustomers: stored.addsCustomers,
})

const Callback = ({ address }: { readonly address: string }) => {
  const { t } = useWords()
  const copyWith = useCopy()
  const copy = () => copyWith(address, t('settingsSignIn:copied'))
  return (
    <TextField
      label={t('settingsSignIn:callback')}
      hint={t('settingsSignIn:callbackHint')}
      dir="ltr"
      readOnly
      value={address}
      onValue={() => undefined}
      end={
        <Button kind="quiet" onClick={() => void copy()}>
          {t('settingsSignIn:copy')}
        </Button>
      }
    />
  )
}

const Remove = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const [asking, ask] = useState(false)
  const remove = useMutation({
    mutationFn: provider.remove,
    onSuccess: (none) => {
      ask(false)
      client.setQueryData(providerQuery.queryKey, none)
      toasts.show({ text: t('settingsSignIn:removed') })
    },
  })
  return (
    <>
      <Button size="m" onClick={() => ask(true)}>
        {t('settingsSignIn:remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('settingsSignIn:removeTitle')}
        confirm={t('settingsSignIn:remove')}
        cancel={t('settingsSignIn:cancel')}
        busy={remove.isPending}
        problem={sentenceIn(remove.error, t)}
        onConfirm={() => remove.mutate()}
        onCancel={() => ask(false)}
      >
        {t('settingsSignIn:removeText')}
      </ConfirmDialog>
    </>
  )
}

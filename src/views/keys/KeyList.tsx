import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, ConfirmDialog, EmptyState, Pill, toasts } from '../../web/ui/index.ts'
import { ago } from '../../words/age.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { useNow } from '../staff/now.tsx'
import { keysQuery, revokeKey } from './key-questions.tsx'
import type { Key } from './key-questions.tsx'
import styles from './Keys.module.css'

type Props = { readonly keys: readonly Key[]; readonly showsPerson?: boolean }

/** The newest on top; what is over or revoked stays readable. */
export const KeyList = ({ keys, showsPerson = false }: Props) => {
  const { t } = useWords()
  const client = useQueryClient()
  const [asking, ask] = useState<Key>()
  const revoke = useMutation({
    mutationFn: (key: Key) => revokeKey(key.id),
    onSuccess: () => {
      ask(undefined)
      toasts.show({ text: t('apiKeys:revokedDone') })
      void client.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  if (keys.length === 0)
    return (
      <EmptyState mood="nothing" title={t('apiKeys:none')}>
        {t('apiKeys:noneText')}
      </EmptyState>
    )
  return (
    <>
      <ul className={styles['list']}>
        {keys.map((key) => (
          <KeyRow key={key.id} one={key} showsPerson={showsPerson} onRevoke={() => ask(key)} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== undefined}
        danger
        title={t('apiKeys:revokeTitle', { name: asking?.name ?? '' })}
        confirm={t('apiKeys:revoke')}
        cancel={t('apiKeys:cancel')}
        busy={revoke.isPending}
        problem={sentenceIn(revoke.error, t)}
        onConfirm={() => asking && revoke.mutate(asking)}
        onCancel={() => ask(undefined)}
      >
        {t('apiKeys:revokeText')}
      </ConfirmDialog>
    </>
  )
}

type RowProps = { readonly one: Key; readonly showsPerson: boolean; readonly onRevoke: () => void }

const KeyRow = ({ one, showsPerson, onRevoke }: RowProps) => {
  const { t, format } = useWords()
  const now = useNow()
  const { name, beginning, person, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = one
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= now
  const facts = [
    ...(showsPerson ? [t('apiKeys:of', { name: person.name })] : []),
    t('apiKeys:made', { day: format.date(createdAt) }),
    expiresAt ? t('apiKeys:until', { day: format.date(expiresAt) }) : t('apiKeys:forever'),
    lastUsedAt ? t('apiKeys:used', { ago: ago(t, format, lastUsedAt, now) }) : t('apiKeys:unused'),
  ]
  return (
    <li className={styles['key']}>
      <span className={styles['what']}>
        <span className={styles['name']}>
          <bdi>{name}</bdi>
          <code dir="ltr">{beginning}…</code>
          {revokedAt && <Pill tone="danger">{t('apiKeys:revoked')}</Pill>}
          {!revokedAt && isOver && <Pill>{t('apiKeys:over')}</Pill>}
        </span>
        <span className={styles['dim']}>{facts.join(' · ')}</span>
        <span className={styles['dim']}>
          {t('apiKeys:may', { scopes: format.list(scopes.map((scope) => t(`permissions:${scope}`))) })}
        </span>
      </span>
      {!revokedAt && <Button onClick={onRevoke}>{t('apiKeys:revoke')}</Button>}
    </li>
  )
}

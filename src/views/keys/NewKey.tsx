import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { day } from '../../fields/date-time/spans.ts'
import { useCopy } from '../use-copy.ts'
import type { Permission } from '../../permissions/permissions.ts'
import { Banner, Button, Refused, Select, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CheckList } from '../people/CheckList.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { useRightLost } from '../still-may.tsx'
import { keysQuery, makeKey } from './key-questions.tsx'
import type { Wanted } from './key-questions.tsx'
import styles from './Keys.module.css'

type Props = {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** What the key may at most. */
  readonly offered: readonly Permission[]
  /** Whom it speaks for; absent: oneself. */
  readonly speaker?: Pick<Wanted, 'person' | 'service'>
  readonly isReady?: boolean
  /** Fields on whom it speaks for, above the others. */
  readonly children?: ReactNode
}

/** Makes a key and shows it, once. */
export const NewKey = ({ open, title, onClose, ...form }: Props) => {
  const { t } = useWords()
  const client = useQueryClient()
  const [made, setMade] = useState<string>()
  const [isKept, keep] = useState(false)
  const close = () => {
    setMade(undefined)
    keep(false)
    onClose()
  }
  const onMade = (key: string) => {
    setMade(key)
    void client.invalidateQueries({ queryKey: keysQuery.queryKey })
  }
  return (
    <FormDialog
      open={open}
      onClose={close}
      title={made ? t('apiKeys:once') : title}
      closeLabel={t('apiKeys:cancel')}
      wide
      needs={form.speaker ? 'apiKey.manage' : 'apiKey.own'}
      part={made ? 'key' : 'form'}
      isUnsaved={made !== undefined && !isKept}
      {...(made && {
        question: {
          title: t('apiKeys:leaveTitle'),
          text: t('apiKeys:leaveText'),
          leave: t('apiKeys:leave'),
          back: t('apiKeys:backToKey'),
        },
      })}
    >
      {made ? (
        <ShownOnce value={made} onKept={() => keep(true)} onDone={close} />
      ) : (
        <KeyForm {...form} onMade={onMade} />
      )}
    </FormDialog>
  )
}

const ends = [30, 90, 365] as const

type FormProps = Omit<Props, 'open' | 'title' | 'onClose'> & { readonly onMade: (key: string) => void }

const KeyForm = ({ offered, speaker = {}, isReady = true, children, onMade }: FormProps) => {
  const { t } = useWords()
  const lost = useRightLost()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number | null>(90)
  const [chosen, choose] = useState<readonly string[]>([])
  const scopes = offered.filter((scope) => chosen.includes(scope))
  const make = useMutation({
    mutationFn: () =>
      makeKey({
        name,
        scopes,
        ...speaker,
        ...(days && { expiresAt: new Date(Date.now() + days * day).toISOString() }),
      }),
    onSuccess: ({ key }) => onMade(key),
  })
  const wrong = fieldSentences(make.error)
  const rest = restOf(make.error, t, ['name', 'scopes', 'expiresAt'])
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!make.isPending) make.mutate()
      }}
    >
      {children}
      <TextField
        label={t('apiKeys:name')}
        hint={t('apiKeys:nameHint')}
        maxLength={100}
        required
        value={name}
        onValue={setName}
        error={wrong['name']}
      />
      <Select
        label={t('apiKeys:expires')}
        error={wrong['expiresAt']}
        value={String(days ?? '')}
        onValue={(value) => setDays(Number(value) || null)}
        options={[
          ...ends.map((count) => ({ value: String(count), label: t('apiKeys:inDays', { count }) })),
          { value: '', label: t('apiKeys:never') },
        ]}
      />
      {offered.length > 0 ? (
        <div className={styles['scopes']}>
          <CheckList
            label={t('apiKeys:scopes')}
            options={offered.map((key) => ({ key, label: t(`permissions:${key}`) }))}
            chosen={scopes}
            onChange={choose}
          />
        </div>
      ) : (
        <p className={styles['dim']}>{t('apiKeys:chooseRoles')}</p>
      )}
      {wrong['scopes'] && (
        <Banner tone="danger" live>
          {wrong['scopes']}
        </Banner>
      )}
      <Refused>{rest}</Refused>
      <div className={styles['buttons']}>
        <Button
          size="m"
          type="submit"
          kind="primary"
          busy={make.isPending}
          disabled={lost || !isReady || !name.trim() || scopes.length === 0}
        >
          {t('apiKeys:make')}
        </Button>
        <span className={styles['dim']}>{t('apiKeys:scopesHint')}</span>
      </div>
    </form>
  )
}

type ShownProps = { readonly value: string; readonly onKept: () => void; readonly onDone: () => void }

const ShownOnce = ({ value, onKept, onDone }: ShownProps) => {
  const { t } = useWords()
  const copyWith = useCopy()
  const copy = async () => {
    if (await copyWith(value, t('apiKeys:copied'))) onKept()
  }
  return (
    <div className={styles['form']}>
      <p>{t('apiKeys:onceText')}</p>
      <code className={styles['secret']} dir="ltr" aria-label={t('apiKeys:theKey')} onCopy={onKept}>
        {value}
      </code>
      <div className={styles['buttons']}>
        <Button size="m" icon="copy" onClick={() => void copy()}>
          {t('apiKeys:copy')}
        </Button>
        <Button size="m" kind="primary" onClick={onDone}>
          {t('apiKeys:done')}
        </Button>
      </div>
    </div>
  )
}

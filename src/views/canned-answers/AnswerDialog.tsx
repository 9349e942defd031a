import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ticketTexts } from '../../entities/ticket/ticket.ts'
import { sharings, variables } from '../../conversation/canned-answers/canned-answers.ts'
import type { CannedAnswer, Sharing } from '../../conversation/canned-answers/canned-answers.ts'
import { directionOf } from '../../fields/multilingual-text/language-tag.ts'
import { writtenLanguages } from '../../fields/multilingual-text/written-languages.ts'
import { api } from '../../web/api.ts'
import { Button, Refused, Select, TextArea, TextField, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { fieldSentences, restOf, sentenceFor } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { changedOf } from '../settings/save-settings.tsx'
import { cannedQuery } from '../ticket/staff/use-answers.tsx'
import styles from './CannedAnswers.module.css'

type Props = { readonly of: CannedAnswer | undefined; readonly onClose: () => void }

export const AnswerDialog = ({ of, onClose }: Props) => {
  const { t } = useWords()
  const client = useQueryClient()
  const [removing, remove] = useState(false)
  const removal = useMutation({
    mutationFn: () => api.delete(`/api/v1/canned-answers/${of?.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: cannedQuery.queryKey })
      toasts.show({ text: t('canned:removed') })
      onClose()
    },
  })
  const problem = sentenceFor(removal.error, t)
  return (
    <FormDialog
      open
      wide
      onClose={onClose}
      title={of ? t('canned:edit') : t('canned:add')}
      closeLabel={t('staff:close')}
      footer={
        of &&
        (removing ? (
          <>
            {problem && (
              <div className={styles['wrong']}>
                <Refused>{problem}</Refused>
              </div>
            )}
            <span className={styles['ask']}>
              {t('canned:removeTitle')} {t('canned:removeText')}
            </span>
            <Button kind="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
              {t('canned:remove')}
            </Button>
            <Button onClick={() => remove(false)}>{t('staff:cancel')}</Button>
          </>
        ) : (
          <Button icon="trash" onClick={() => remove(true)}>
            {t('canned:remove')}
          </Button>
        ))
      }
    >
      <Fields of={of} onClose={onClose} />
    </FormDialog>
  )
}

const Fields = ({ of, onClose }: Props) => {
  const { t, format } = useWords()
  const { me, settings, may } = useSession()
  const client = useQueryClient()
  const first = of?.text.source ?? t.language
  const [name, setName] = useState(of?.name ?? '')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(
      Object.entries(of?.text.texts ?? { [first]: { text: '' } }).map(([key, { text }]) => [key, text]),
    ),
  )
  const [shared, share] = useState<Sharing>(of?.shared ?? 'own')
  const [group, setGroup] = useState(of?.group?.id ?? me.groups[0]?.id ?? '')
  const free = [...new Set([...(settings.languages ?? []), ...writtenLanguages])].filter(
    (language) => !(language in texts),
  )
  const sharingsOffered = sharings.filter(
    (one) => one === 'own' || (may('cannedAnswer.share') && (one === 'all' || me.groups.length > 0)),
  )
  const labelOf = (one: Sharing): string =>
    one === 'own' && of && of.owner.id !== me.id
      ? t('canned:sharing.ownOf', { name: of.owner.name })
      : t(`canned:sharing.${one}`)
  const written = Object.fromEntries(Object.entries(texts).filter(([key, text]) => key === first || text.trim()))
  const body = { name, text: { source: first, texts: written }, shared, ...(shared === 'group' && { group }) }
  const [before] = useState(body)
  const save = useMutation({
    // what a colleague changed in it meanwhile stays
    mutationFn: () =>
      of
        ? api.patch(`/api/v1/canned-answers/${of.id}`, changedOf(before, body))
        : api.post('/api/v1/canned-answers', body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: cannedQuery.queryKey })
      toasts.show({ text: t('canned:saved') })
      onClose()
    },
  })
  const wrong = fieldSentences(save.error)
  const rest = restOf(save.error, t, ['name', 'text', 'group'])
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextField
        autoFocus
        required
        label={t('canned:name')}
        hint={t('canned:nameHint')}
        maxLength={200}
        value={name}
        onValue={setName}
        error={wrong['name']}
      />
      {Object.entries(texts).map(([language, text]) => (
        <TextArea
          key={language}
          label={t('canned:text', { language: format.language(language) })}
          lang={language}
          dir={directionOf(language)}
          required={language === first}
          rows={5}
          maxLength={ticketTexts.reply.max}
          value={text}
          onValue={(next) => setTexts((now) => ({ ...now, [language]: next }))}
          error={language === first ? wrong['text'] : undefined}
        />
      ))}
      <p className={styles['variables']}>
        {t('canned:variables')}{' '}
        {variables.map((variable) => (
          <span key={variable} className={styles['variable']}>
            <code dir="ltr">{`{{${variable}}}`}</code> {t(`canned:variable.${variable}`)}
          </span>
        ))}
      </p>
      <div className={styles['choices']}>
        <Select
          narrow
          label={t('canned:addLanguage')}
          value=""
          onValue={(language) => language && setTexts((now) => ({ ...now, [language]: '' }))}
          options={[{ value: '', label: '…' }, ...free.map((value) => ({ value, label: format.language(value) }))]}
        />
        <Select
          narrow
          label={t('canned:shared')}
          value={shared}
          onValue={(value) => share(value as Sharing)}
          options={sharingsOffered.map((value) => ({ value, label: labelOf(value) }))}
        />
        {shared === 'group' && (
          <Select
            narrow
            label={t('canned:group')}
            value={group}
            onValue={setGroup}
            error={wrong['group']}
            options={me.groups.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
      </div>
      <Refused>{rest}</Refused>
      <div>
        <Button type="submit" kind="primary" size="m" busy={save.isPending}>
          {t('canned:save')}
        </Button>
      </div>
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, EmptyState, IconButton, Page, Refused, SkeletonRows } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { fieldsQuery } from '../../added-fields/fields-question.tsx'
import type { ShownField } from '../../added-fields/fields-question.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { useSession } from '../../session.tsx'
import { Failed, sentenceIn } from '../../staff/Failed.tsx'
import { HelpLink } from '../../help/HelpLink.tsx'
import { FieldDrawer } from './FieldDrawer.tsx'
import { useMoveField } from './field-verbs.tsx'
import lists from '../Lists.module.css'
import styles from '../Settings.module.css'

/** The organisation's own fields of the ticket, in the order in which they are asked. */
export const Fields = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('settingsFields:title'), settings.organisation)
  const query = useQuery(fieldsQuery)
  const [opened, open] = useState<string>()
  const active = query.data?.filter(({ retired }) => !retired) ?? []
  const retired = query.data?.filter((field) => field.retired) ?? []
  const add = (
    <Button kind="primary" icon="plus" onClick={() => open('')}>
      {t('settingsFields:add')}
    </Button>
  )
  return (
    <Page
      title={t('settingsFields:title')}
      actions={
        <>
          <HelpLink topic="adding-a-field" />
          {active.length > 0 && add}
        </>
      }
    >
      <p className={styles['lead']}>{t('settingsFields:lead')}</p>
      {query.isPending && <SkeletonRows shape="table" rows={6} label={t('settingsFields:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('settingsFields:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && active.length === 0 && (
        <EmptyState mood="nothing" title={t('settingsFields:none')} action={add}>
          {t('settingsFields:noneText')}
        </EmptyState>
      )}
      {active.length > 0 && (
        <section aria-label={t('settingsFields:active')}>
          <Rows fields={active} movable onOpen={open} />
        </section>
      )}
      {retired.length > 0 && (
        <section aria-label={t('settingsFields:retired')}>
          <h2 className={styles['heading']}>{t('settingsFields:retired')}</h2>
          <p className="dim">{t('settingsFields:retiredText')}</p>
          <Rows fields={retired} onOpen={open} />
        </section>
      )}
      <FieldDrawer
        opened={opened}
        field={query.data?.find(({ key }) => key === opened)}
        onClose={() => open(undefined)}
      />
    </Page>
  )
}

type RowsProps = {
  readonly fields: readonly ShownField[]
  readonly movable?: boolean
  readonly onOpen: (key: string) => void
}

const Rows = ({ fields, movable = false, onOpen }: RowsProps) => {
  const { t } = useWords()
  const { read } = useSession()
  const move = useMoveField(fields)
  const problem = sentenceIn(move.error, t)
  return (
    <>
      <Refused>{problem}</Refused>
      <ul className={lists['rows']}>
        {fields.map((field, index) => {
          const label = read(field.label)
          return (
            <li key={field.key} className={lists['row']}>
              <button type="button" className={lists['rowOpen']} onClick={() => onOpen(field.key)}>
                <bdi lang={label.language} className={lists['rowName']}>
                  {label.text}
                </bdi>
                <span className="dim">{t(`glossary:fieldType.${field.type}`)}</span>
                <span className="dim">{t(`settingsFields:requiredWhen.${field.required}`)}</span>
                <span className="dim">{t(`settingsFields:visible.${field.visibleTo}`)}</span>
              </button>
              {movable && (
                <span className={lists['rowEnd']}>
                  <IconButton
                    icon="arrowUp"
                    label={t('settingsFields:up', { field: label.text })}
                    disabled={index === 0 || move.isPending}
                    onClick={() => move.mutate({ from: index, to: index - 1 })}
                  />
                  <IconButton
                    icon="arrowUp"
                    className={lists['down']}
                    label={t('settingsFields:down', { field: label.text })}
                    disabled={index === fields.length - 1 || move.isPending}
                    onClick={() => move.mutate({ from: index, to: index + 1 })}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

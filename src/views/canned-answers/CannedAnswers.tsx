import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CannedAnswer } from '../../conversation/canned-answers/canned-answers.ts'
import { Button, EmptyState, Page, Pill, SkeletonRows, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { RefusedPage } from '../not-found-page.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { cannedQuery } from '../ticket/staff/use-answers.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import styles from './CannedAnswers.module.css'

/** Answers that are written once: one's own, and those that are shared. */
export const CannedAnswers = () => {
  const { t } = useWords()
  const { me, settings } = useSession()
  usePageTitle(t('canned:title'), settings.organisation)
  const query = useQuery({ ...cannedQuery, enabled: me.isStaff })
  const [opened, open] = useState<CannedAnswer | 'new'>()
  if (!me.isStaff) return <RefusedPage />
  const add = (
    <Button kind="primary" icon="plus" onClick={() => open('new')}>
      {t('canned:add')}
    </Button>
  )
  const items = query.data?.items
  return (
    <Page title={t('canned:title')} width="reading" actions={items?.length ? add : undefined}>
      {query.isPending && <SkeletonRows shape="table" rows={5} label={t('canned:loading')} />}
      {query.isError && !items && (
        <Failed title={t('canned:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {items?.length === 0 && (
        <EmptyState title={t('canned:empty')} mood="nothing" action={add}>
          {t('canned:emptyText')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <p className={styles['lead']}>{t('canned:lead')}</p>
          <ul className={styles['list']}>
            {items.map((answer) => (
              <li key={answer.id}>
                <One answer={answer} onOpen={answer.own ? () => open(answer) : undefined} />
              </li>
            ))}
          </ul>
        </>
      )}
      {opened && <AnswerDialog of={opened === 'new' ? undefined : opened} onClose={() => open(undefined)} />}
    </Page>
  )
}

const One = ({ answer, onOpen }: { answer: CannedAnswer; onOpen: (() => void) | undefined }) => {
  const { t, format } = useWords()
  const { read } = useSession()
  const shown = read(answer.text)
  return (
    <article className={styles['one']}>
      <div className={styles['words']}>
        <h2 className={styles['name']}>
          <UserText form="block">{answer.name}</UserText>
        </h2>
        <UserText form="line" lang={shown.language} dir={shown.dir} className={styles['text']}>
          {shown.text}
        </UserText>
        <p className={styles['facts']}>
          <Pill>{answer.group ? answer.group.name : t(`canned:sharing.${answer.shared}`)}</Pill>{' '}
          {format.list(Object.keys(answer.text.texts).map((language) => format.language(language)))}
        </p>
      </div>
      {onOpen && (
        <Button icon="edit" onClick={onOpen} aria-label={`${t('canned:edit')}: ${answer.name}`}>
          {t('canned:edit')}
        </Button>
      )}
    </article>
  )
}

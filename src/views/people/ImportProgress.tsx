import { Banner, ButtonLink } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Import } from './import-questions.tsx'
import styles from './ImportPeople.module.css'

/** How far it is, and what came of it. */
export const ImportProgress = ({ state: { state, rows, done, counts, rejected } }: { readonly state: Import }) => {
  const { t } = useWords()
  if (state === 'waiting')
    return (
      <section className={styles['running']} aria-label={t('peopleImport:running')}>
        <h2>{t('peopleImport:running')}</h2>
        <progress max={rows} value={done} aria-label={t('peopleImport:running')} />
        <p role="status">{t('peopleImport:progress', { done, rows })}</p>
        <p className="dim">{t('peopleImport:leave')}</p>
      </section>
    )
  const { add = 0, update = 0, unchanged = 0, wrong = 0 } = counts ?? {}
  if (state === 'done')
    return (
      <section className={styles['running']}>
        <h2>{t('peopleImport:done')}</h2>
        <p role="status">{t('peopleImport:doneText', { add, update, unchanged })}</p>
        <p>
          <ButtonLink kind="primary" href="/people">
            {t('peopleImport:toUsers')}
          </ButtonLink>
        </p>
      </section>
    )
  return (
    <section className={styles['running']}>
      <h2>{state === 'refused' ? t('peopleImport:refused') : t('peopleImport:failed')}</h2>
      <Banner
        tone="danger"
        live
        action={
          rejected && (
            <a href={rejected} download>
              {t('peopleImport:rejected')}
            </a>
          )
        }
      >
        {state === 'refused' ? t('peopleImport:refusedText', { wrong }) : t('peopleImport:failedText')}
      </Banner>
    </section>
  )
}

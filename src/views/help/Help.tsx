import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { Link, Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { NotLoaded } from '../account/NotLoaded.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import styles from './Help.module.css'
import { helpQuery, helpTopicsQuery } from './help-questions.tsx'

/** A help page, in the reader's language and direction, and beside it the others. */
export const Help = () => {
  const { t } = useWords()
  const { settings } = useSession()
  const { topic = '' } = useParams({ strict: false })
  const page = useQuery(helpQuery(topic, t.language))
  const { data: topics } = useQuery(helpTopicsQuery(t.language))
  const title = page.data?.title ?? t('help:title')
  usePageTitle(title, settings.organisation)
  const follow = useFollowing()
  return (
    <Page title={title}>
      <div className={styles['columns']}>
        <nav aria-label={t('help:pages')} className={styles['pages']}>
          <ul>
            {topics?.items.map((one) => (
              <li key={one.topic}>
                <Link href={`/help/${one.topic}`} aria-current={one.topic === topic ? 'page' : undefined}>
                  {one.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {page.isPending && <SkeletonRows shape="text" rows={12} label={t('help:loading')} />}
        {page.error && <NotLoaded title={t('help:failed')} problem={page.error} onRetry={() => void page.refetch()} />}
        {page.data && (
          // Our own pages, made into HTML by src/help/help-html.ts, which escapes everything first.
          <article
            className={styles['text']}
            lang={page.data.language}
            dir={page.data.dir}
            onClick={follow}
            // oxlint-disable-next-line react/no-danger -- nothing that people write ever gets in here
            dangerouslySetInnerHTML={{ __html: page.data.html }}
          />
        )}
      </div>
    </Page>
  )
}

/** Links between the pages go without loading everything anew. */
const useFollowing = () => {
  const navigate = useNavigate()
  return (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!href?.startsWith('/') || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ href })
  }
}

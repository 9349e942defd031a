import { showNextPage } from '../../web/next-page.ts'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './ShowMore.module.css'

type Props = {
  readonly query: Parameters<typeof showNextPage>[0] & { readonly isFetchingNextPage: boolean }
  readonly label?: string
}

/** Where a list ends and goes on: asks for its next page. */
export const ShowMore = ({ query, label }: Props) => {
  const { t } = useWords()
  if (!query.hasNextPage) return null
  return (
    <div className={styles['more']}>
      <Button busy={query.isFetchingNextPage} onClick={() => void showNextPage(query)}>
        {label ?? t('shell:showMore')}
      </Button>
    </div>
  )
}

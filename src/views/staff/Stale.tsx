import { Banner, Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'

type Props = { readonly query: { readonly dataUpdatedAt: number; readonly refetch: () => Promise<unknown> } }

/** What could not be loaded again stays, and says how old it is. */
export const Stale = ({ query }: Props) => {
  const { t, format } = useWords()
  return (
    <Banner
      tone="wait"
      icon="refresh"
      live
      action={
        <Button kind="text" onClick={() => void query.refetch()}>
          {t('staff:now')}
        </Button>
      }
    >
      {t('staff:stale', { time: format.time(query.dataUpdatedAt) })}
    </Banner>
  )
}

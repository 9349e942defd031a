import { useQuery } from '@tanstack/react-query'
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Dialog, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Failed } from './Failed.tsx'

type ReadingProps<Thing, Key extends QueryKey> = {
  readonly id: string
  readonly question: (id: string) => UseQueryOptions<Thing, Error, Thing, Key>
  /** What is said while it is on its way, and where it cannot be had. */
  readonly loading: string
  readonly failed: string
  readonly children: (thing: Thing) => ReactNode
}

type Props<Thing, Key extends QueryKey> = Omit<ReadingProps<Thing, Key>, 'id'> & {
  /** Of what is read; the drawer is closed without one. */
  readonly id: string | undefined
  readonly title: string
  readonly onClose: () => void
}

/** One thing to read at the page's edge, asked for when it opens. */
export const ReadingDrawer = <Thing, Key extends QueryKey>({ id, title, onClose, ...rest }: Props<Thing, Key>) => {
  const { t } = useWords()
  return (
    <Dialog open={id !== undefined} onClose={onClose} place="end" wide title={title} closeLabel={t('staff:close')}>
      {id && <Reading id={id} {...rest} />}
    </Dialog>
  )
}

const Reading = <Thing, Key extends QueryKey>(props: ReadingProps<Thing, Key>) => {
  const { id, question, loading, failed, children } = props
  const query = useQuery(question(id))
  if (query.isPending) return <SkeletonRows shape="text" rows={6} label={loading} />
  if (!query.data) return <Failed title={failed} problem={query.error} onRetry={() => void query.refetch()} />
  return children(query.data)
}

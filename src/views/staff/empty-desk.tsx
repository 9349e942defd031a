import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Banner, Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { groupsQuery, hasNobody } from './groups-question.tsx'

/** While nobody in the Support Desk is active, administrators are told in its place, and read so wherever they are. */
export const useEmptyDesk = (): ReactNode => {
  const { t } = useWords()
  const { may } = useSession()
  const { data: groups = [] } = useQuery({ ...groupsQuery, enabled: may('group.manage') })
  const desk = groups.find(({ key }) => key === 'supportDesk')
  if (!desk || !hasNobody(desk)) return null
  const toGroup = <Link href="/people/groups">{t('shell:emptyDesk.show')}</Link>
  return (
    <Banner tone="wait" icon="warning" action={toGroup}>
      {t('shell:emptyDesk.says', { group: desk.name })}
    </Banner>
  )
}

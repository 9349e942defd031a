import { useQuery } from '@tanstack/react-query'
import { Banner } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import { useLostWhileHere, useRightLost } from '../still-may.tsx'
import { CheckList } from './CheckList.tsx'
import { LeavingGroup } from './Leaving.tsx'
import type { User } from './people-questions.tsx'
import styles from './People.module.css'

type Props = {
  readonly user: User | undefined
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** With whom somebody works. It has a right of its own: whoever loses only that one still saves the rest of the person. */
export const GroupsField = ({ user, chosen, onChange }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data: groups = [] } = useQuery(groupsQuery)
  const lost = useLostWhileHere('group.manage')
  // where nothing at all can be saved any more, that is said above
  const allLost = useRightLost()
  if ((!may('group.manage') && !lost) || groups.length === 0) return null
  return (
    <div className={styles['members']}>
      {lost && !allLost && (
        <Banner tone="danger" live>
          {t('people:field.groupsLost')}
        </Banner>
      )}
      <div className={styles['candidates']}>
        <CheckList
          label={t('people:field.groups')}
          options={groups.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={chosen}
          fixed={lost}
          onChange={onChange}
        />
      </div>
      {!lost &&
        user?.groups
          .filter(({ id }) => !chosen.includes(id))
          .map((group) => <LeavingGroup key={group.id} person={user} group={group.id} />)}
    </div>
  )
}

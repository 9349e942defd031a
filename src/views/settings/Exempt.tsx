import { queryOptions, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import type { GroupMember } from '../staff/groups-question.tsx'
import styles from './Settings.module.css'

type Props = {
  readonly before: readonly string[]
  readonly chosen: readonly string[]
  readonly onTick: (id: string, on: boolean) => void
}

/** Members of any group whose solutions go straight out; whoever left since stays until they are unticked. */
export const Exempt = ({ before, chosen, onTick }: Props) => {
  const { t } = useWords()
  const { data: groups } = useQuery(groupsQuery)
  const members = membersOf(groups ?? [])
  const left = groups ? before.filter((id) => !members.some((member) => member.id === id)) : []
  const { data: others = [] } = useQuery(namedQuery(left))
  const id = useId()
  return (
    <fieldset className={styles['set']} aria-describedby={id}>
      <legend>{t('administration:workflow.exempt')}</legend>
      {[...members, ...others].map((person) => (
        <label key={person.id} className={styles['check']}>
          <input
            type="checkbox"
            checked={chosen.includes(person.id)}
            onChange={({ target }) => onTick(person.id, target.checked)}
          />
          <bdi>{person.name}</bdi>
          {!person.active && <span className="dim">{t('people:mark.inactive')}</span>}
        </label>
      ))}
      <p id={id} className={styles['hint']}>
        {t('administration:workflow.exemptHint')}
      </p>
    </fieldset>
  )
}

const namedQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['users', 'named', ids],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => Promise.all(ids.map((id) => api.get<GroupMember>(`/api/v1/users/${id}`, { signal }))),
  })

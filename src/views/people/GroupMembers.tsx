import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useWords } from '../../words/WordsProvider.tsx'
import { SearchBox } from '../staff/SearchBox.tsx'
import { CheckList } from './CheckList.tsx'
import { candidatesQuery, foundQuery, isOfStaff, rolesQuery } from './people-questions.tsx'
import styles from './People.module.css'

export type Candidate = { readonly id: string; readonly name: string; readonly email?: string }

type Props = {
  readonly members: readonly Candidate[]
  readonly chosen: readonly string[]
  /** With everybody who was offered, so that the chosen ones can be named. */
  readonly onChange: (chosen: readonly string[], offered: readonly Candidate[]) => void
}

/** Those who are in it, those who work here, and, by their name, anybody. */
export const GroupMembers = ({ members, chosen, onChange }: Props) => {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const [seen, see] = useState<readonly Candidate[]>(members)
  const { data: roles = [] } = useQuery(rolesQuery)
  const { data: staff = [] } = useQuery(candidatesQuery(roles.filter(isOfStaff).map(({ key }) => key)))
  const search = useDeferredValue(words.trim())
  const { data: found = [] } = useQuery({ ...foundQuery(search), placeholderData: keepPreviousData })
  const offered: readonly Candidate[] = search ? found : staff
  const held = seen.filter(({ id }) => chosen.includes(id) || members.some((member) => member.id === id))
  const shown = [...new Map([...held, ...offered].map((person) => [person.id, person])).values()]
  return (
    <div className={styles['members']}>
      <SearchBox label={t('people:group.find')} value={words} onValue={setWords} />
      <div className={styles['candidates']}>
        <CheckList
          label={t('people:group.members')}
          options={shown.map(({ id, name, email }) => ({ key: id, label: name, hint: email }))}
          chosen={chosen}
          onChange={(next) => {
            see(shown)
            onChange(next, shown)
          }}
        />
      </div>
    </div>
  )
}

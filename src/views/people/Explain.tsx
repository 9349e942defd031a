import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Avatar, Icon, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { SearchBox } from '../staff/SearchBox.tsx'
import { ExplainPerson } from './ExplainPerson.tsx'
import { ExplainTicket } from './ExplainTicket.tsx'
import type { Draft } from './grid.ts'
import { foundQuery } from './people-questions.tsx'
import type { Role, User } from './people-questions.tsx'
import styles from './Explain.module.css'

type Props = { readonly roles: readonly Role[]; readonly draft: Draft }

/** What may this person do, and why? Beside the grid, also with what is changed in it and not saved. */
export const Explain = ({ roles, draft }: Props) => {
  const { t } = useWords()
  const [person, choose] = useState<User>()
  return (
    <aside className={styles['aside']} aria-label={t('roles:explain.title')}>
      <h2>{t('roles:explain.title')}</h2>
      <PersonPick person={person} onPick={choose} />
      {!person && <p className="dim">{t('roles:explain.text')}</p>}
      {person && (
        <>
          <ExplainTicket key={`${person.id} ticket`} person={person} />
          <ExplainPerson key={person.id} person={person} roles={roles} draft={draft} />
        </>
      )}
    </aside>
  )
}

type PickProps = { readonly person: User | undefined; readonly onPick: (person: User) => void }

const PersonPick = ({ person, onPick }: PickProps) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={t('roles:explain.person')}
      anchor={(anchor) => (
        <button type="button" {...anchor} className={styles['person']}>
          {person && <Avatar name={person.name} size="m" ours />}
          <bdi>{person?.name ?? t('roles:explain.choose')}</bdi>
          <Icon name="chevron" size={14} />
        </button>
      )}
    >
      <Found
        onPick={(one) => {
          setOpen(false)
          onPick(one)
        }}
      />
    </Popover>
  )
}

const Found = ({ onPick }: { readonly onPick: (person: User) => void }) => {
  const { t } = useWords()
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const { data, isPlaceholderData } = useQuery(foundQuery(search))
  // what is found for the words before is no answer to these
  const first = search && search === typed.trim() && !isPlaceholderData ? data?.[0] : undefined
  return (
    <div className={styles['found']}>
      <SearchBox
        label={t('roles:explain.find')}
        value={typed}
        onValue={type}
        focused
        onEnter={() => first && onPick(first)}
      />
      <ul>
        {data?.map((user) => (
          <li key={user.id}>
            <button type="button" onClick={() => onPick(user)}>
              <bdi>{user.name}</bdi>
              <bdi className={styles['email']}>{user.email}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {data?.length === 0 && (
        <p className="dim" role="status">
          {t('roles:explain.nothing')}
        </p>
      )}
    </div>
  )
}

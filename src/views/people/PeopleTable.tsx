import { useQuery } from '@tanstack/react-query'
import { Avatar, Pill } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import { useNow } from '../staff/now.tsx'
import { rolesQuery } from './people-questions.tsx'
import type { Role, User } from './people-questions.tsx'
import { roleName } from './role-name.tsx'
import shared from './People.module.css'
import styles from './PeopleTable.module.css'

type Props = { readonly people: readonly User[]; readonly onOpen: (user: User) => void }

export const PeopleTable = ({ people, onOpen }: Props) => {
  const { t, format } = useWords()
  const { data: roles } = useQuery(rolesQuery)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('people:column.name')}</th>
          <th scope="col">{t('people:column.roles')}</th>
          <th scope="col" className={styles['wide']}>
            {t('people:column.groups')}
          </th>
          <th scope="col" className={styles['wide']}>
            {t('people:column.organisation')}
          </th>
          <th scope="col" className={styles['wide']}>
            {t('people:column.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((user) => (
          <tr key={user.id} data-inactive={!user.active || undefined}>
            <td>
              <span className={styles['who']}>
                <Avatar
                  name={user.name}
                  size="m"
                  ours={user.groups.length > 0 || user.roles.some((role) => role !== 'customer')}
                />
                <span className={styles['names']}>
                  <button type="button" className={shared['name']} onClick={() => onOpen(user)}>
                    <bdi>{user.name}</bdi>
                  </button>
                  {!user.erasedAt && <bdi className={styles['email']}>{user.email}</bdi>}
                </span>
                <StateMark user={user} />
              </span>
            </td>
            <td>
              <RolesHeld user={user} roles={roles} />
            </td>
            <td className={styles['wide']}>{format.list(user.groups.map(({ name }) => name))}</td>
            <td className={styles['wide']}>{user.organisation && <bdi>{user.organisation.name}</bdi>}</td>
            <td className={styles['wide']}>{format.date(user.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One's own, and quieter those that come with a group. */
const RolesHeld = ({ user, roles }: { readonly user: User; readonly roles: readonly Role[] | undefined }) => {
  const { t, format } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const carried = groups
    .filter(({ id }) => user.groups.some((group) => group.id === id))
    .flatMap((group) => group.roles)
    .filter((role) => !user.roles.includes(role))
  const said = (keys: readonly string[]) => format.list([...new Set(keys)].map((role) => roleName(t, role, roles)))
  return (
    <>
      {said(user.roles)}
      {carried.length > 0 && (
        <span className={styles['carried']}>{t('people:column.byGroup', { roles: said(carried) })}</span>
      )}
    </>
  )
}

/** What is not as usual with somebody; most have none. */
const StateMark = ({ user }: { readonly user: User }) => {
  const { t } = useWords()
  const now = useNow()
  if (user.erasedAt) return <Pill>{t('people:mark.erased')}</Pill>
  if (!user.active) return <Pill>{t('people:mark.inactive')}</Pill>
  if (user.service) return <Pill tone="accent">{t('people:mark.service')}</Pill>
  if (user.invitedUntil === null) return null
  const isOver = new Date(user.invitedUntil).getTime() < now
  return isOver ? (
    <Pill tone="wait">{t('people:mark.expired')}</Pill>
  ) : (
    <Pill tone="accent">{t('people:mark.invited')}</Pill>
  )
}

import { useQuery } from '@tanstack/react-query'
import { permissions } from '../../permissions/permissions.ts'
import type { Permission } from '../../permissions/permissions.ts'
import { reachOf } from '../../permissions/reach.ts'
import { Banner, Icon, Pill, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Failed } from '../staff/Failed.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import { isChanged, withDraft } from './grid.ts'
import type { Draft } from './grid.ts'
import type { Role, User } from './people-questions.tsx'
import { permissionName } from './permission-name.tsx'
import { roleName } from './role-name.tsx'
import { explainQuery } from './role-questions.tsx'
import type { Source } from './role-questions.tsx'
import styles from './Explain.module.css'

type Props = { readonly person: User; readonly roles: readonly Role[]; readonly draft: Draft }

/** Each permission with the role and the group that give it; what is changed and not saved is said to be so. */
export const ExplainPerson = ({ person, roles, draft }: Props) => {
  const { t } = useWords()
  const { data, isError, error, refetch } = useQuery(explainQuery(person.id))
  const { data: groups = [] } = useQuery(groupsQuery)
  if (isError && !data)
    return <Failed title={t('roles:explain.failed')} problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows shape="table" rows={6} label={t('roles:explain.loading')} />
  const held: Source[] = [
    ...person.roles.map((role) => ({ role, group: null })),
    ...groups
      .filter(({ id }) => person.groups.some((group) => group.id === id))
      .flatMap(({ id, name, roles: carried }) => carried.map((role) => ({ role, group: { id, name } }))),
  ]
  const after = (permission: Permission) =>
    held.filter((source) => {
      const role = roles.find(({ key }) => key === source.role)
      return role && withDraft(role, draft).permissions.includes(permission)
    })
  const all = permissions.map((permission) => {
    const before = data.items.find((item) => item.permission === permission)?.from ?? []
    return { permission, from: draft.size > 0 ? after(permission) : before, changed: before.length > 0 }
  })
  const granted = all.filter(({ from }) => from.length > 0)
  const every = granted.map(({ permission }) => permission)
  return (
    <>
      {!person.active && <Banner tone="wait">{t('roles:explain.inactive')}</Banner>}
      {held.length === 0 && <p className="dim">{t('roles:explain.holdsNothing')}</p>}
      <h3>{t('roles:explain.may')}</h3>
      <ul className={styles['list']}>
        {granted.map(({ permission, from, changed }) => (
          <li key={permission}>
            <Icon name="check" size={14} />
            <div>
              {permissionName(t, permission)} <Reach permission={permission} every={every} />
              {!changed && <Pill tone="wait">{t('roles:explain.afterSaving')}</Pill>}
              {from.map((source) => (
                <SourceLine
                  key={`${source.role} ${source.group?.id}`}
                  source={source}
                  roles={roles}
                  isChange={isChanged(draft, source.role, permission)}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <h3>{t('roles:explain.mayNot')}</h3>
      <ul className={styles['list']} data-not>
        {all
          .filter(({ from }) => from.length === 0)
          .map(({ permission, changed }) => (
            <li key={permission}>
              <Icon name="close" size={14} />
              <div>
                {permissionName(t, permission)} {changed && <Pill tone="wait">{t('roles:explain.afterSaving')}</Pill>}
                <Lacks permission={permission} roles={roles} draft={draft} />
              </div>
            </li>
          ))}
      </ul>
    </>
  )
}

const Reach = ({ permission, every }: { readonly permission: Permission; readonly every: readonly string[] }) => {
  const { t } = useWords()
  const reach = reachOf(permission, every)
  if (reach === 'everywhere') return null
  return (
    <span className={styles['reach']} title={t(`roles:reachHint.${reach}`)}>
      {t(`roles:reach.${reach}`)}
    </span>
  )
}

type SourceProps = { readonly source: Source; readonly roles: readonly Role[]; readonly isChange: boolean }

/** The role that gives it, and the group through which. */
export const SourceLine = ({ source, roles, isChange }: SourceProps) => {
  const { t } = useWords()
  const role = roleName(t, source.role, roles)
  const said = source.group ? t('roles:explain.byGroup', { role, group: source.group.name }) : role
  return <span className={styles['source']}>{isChange ? t('roles:explain.yourChange', { role: said }) : said}</span>
}

type LacksProps = { readonly permission: Permission; readonly roles: readonly Role[]; readonly draft: Draft }

const Lacks = ({ permission, roles, draft }: LacksProps) => {
  const { t, format } = useWords()
  const holding = roles.filter((role) => withDraft(role, draft).permissions.includes(permission))
  const names = holding.map(({ key }) => roleName(t, key, roles))
  return (
    <span className={styles['source']}>
      {names.length === 0 ? t('roles:explain.lacksNobody') : t('roles:explain.lacks', { roles: format.list(names) })}
    </span>
  )
}

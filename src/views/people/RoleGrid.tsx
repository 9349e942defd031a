import { Fragment } from 'react'
import type { Permission } from '../../permissions/permissions.ts'
import { IconButton, Link, Menu, Pill } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { ScrollRegion } from '../staff/ScrollRegion.tsx'
import { permissionsOf, sections, set } from './grid.ts'
import type { Draft, Section } from './grid.ts'
import type { Role } from './people-questions.tsx'
import { permissionName } from './permission-name.tsx'
import { RoleCell } from './RoleCell.tsx'
import type { OpenedRole } from './RoleDialogs.tsx'
import { roleName } from './role-name.tsx'
import { SightCell } from './SightCell.tsx'
import styles from './RoleGrid.module.css'

type Props = {
  readonly roles: readonly Role[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onOpen: (opened: OpenedRole) => void
}

export const RoleGrid = ({ roles, draft, onDraft, onOpen }: Props) => {
  const { t } = useWords()
  const change = (role: Role, permission: Permission, granted: boolean) =>
    onDraft(set(draft, role, permission, granted))
  return (
    <>
      <p className="dim">{t('roles:hint')}</p>
      <ScrollRegion label={t('roles:grid')} className={styles['scroll']}>
        <table className={styles['grid']}>
          <thead>
            <tr>
              <th scope="col" className={styles['verb']}>
                {t('roles:may')}
              </th>
              {roles.map((role) => (
                <th key={role.key} scope="col">
                  <RoleHead role={role} roles={roles} onOpen={onOpen} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <SectionHead name={t('roles:section.sight')} columns={roles.length + 1} />
            <tr>
              <th scope="row" className={styles['verb']}>
                <span className={styles['what']}>
                  {t('roles:see')} <span className={styles['key']}>ticket.see…</span>
                </span>
              </th>
              {roles.map((role) => (
                <td key={role.key}>
                  <SightCell
                    role={role}
                    name={roleName(t, role.key, roles)}
                    draft={draft}
                    onChange={(permission, granted) => change(role, permission, granted)}
                  />
                </td>
              ))}
            </tr>
            {(Object.keys(sections) as Section[]).map((section) => (
              <Fragment key={section}>
                <SectionHead name={t(`roles:section.${section}`)} columns={roles.length + 1} />
                {permissionsOf(section).map((permission) => (
                  <tr key={permission}>
                    <th scope="row" className={styles['verb']}>
                      <span className={styles['what']}>
                        {permissionName(t, permission)} <span className={styles['key']}>{permission}</span>
                      </span>
                    </th>
                    {roles.map((role) => (
                      <td key={role.key}>
                        <RoleCell
                          permission={permission}
                          role={role}
                          name={roleName(t, role.key, roles)}
                          draft={draft}
                          onChange={(granted) => change(role, permission, granted)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

const SectionHead = ({ name, columns }: { readonly name: string; readonly columns: number }) => (
  <tr className={styles['section']}>
    <th scope="rowgroup" colSpan={columns}>
      <span>{name}</span>
    </th>
  </tr>
)

type HeadProps = {
  readonly role: Role
  readonly roles: readonly Role[]
  readonly onOpen: (opened: OpenedRole) => void
}

const RoleHead = ({ role, roles, onOpen }: HeadProps) => {
  const { t, format } = useWords()
  const { may } = useSession()
  const name = roleName(t, role.key, roles)
  const about = { role, name }
  return (
    <div className={styles['head']}>
      <bdi className={styles['role']}>{name}</bdi>
      <span className={styles['people']}>
        {may('user.read') ? (
          <Link href={`/people?role=${role.key}`}>{t('plurals:people', { count: role.people })}</Link>
        ) : (
          t('plurals:people', { count: role.people })
        )}
        <RoleMenu role={role} name={name} onOpen={(what) => onOpen({ what, ...about })} />
      </span>
      {role.groups.length > 0 && (
        <span className={styles['through']}>
          {t('roles:fromGroups', { groups: format.list(role.groups.map((group) => group.name)) })}
        </span>
      )}
      {role.requiresSecondFactor && <Pill>{t('roles:needsSecondFactor')}</Pill>}
    </div>
  )
}

type MenuProps = {
  readonly role: Role
  readonly name: string
  readonly onOpen: (what: 'copy' | 'rename' | 'remove' | 'reset' | 'secondFactor') => void
}

const RoleMenu = ({ role, name, onOpen }: MenuProps) => {
  const { t } = useWords()
  return (
    <Menu
      label={t('roles:menu', { role: name })}
      align="end"
      anchor={(anchor) => <IconButton {...anchor} icon="dots" label={t('roles:menu', { role: name })} />}
      groups={[
        [
          { key: 'copy', label: t('roles:copy'), icon: 'copy', onSelect: () => onOpen('copy') },
          ...(role.builtIn
            ? []
            : [
                {
                  key: 'rename',
                  label: t('roles:rename'),
                  icon: 'edit' as const,
                  onSelect: () => onOpen('rename'),
                },
              ]),
          ...(role.builtIn && role.customised
            ? [{ key: 'reset', label: t('roles:reset'), icon: 'undo' as const, onSelect: () => onOpen('reset') }]
            : []),
        ],
        [
          {
            key: 'secondFactor',
            label: t('roles:secondFactor'),
            chosen: role.requiresSecondFactor,
            onSelect: () => onOpen('secondFactor'),
          },
        ],
        role.builtIn
          ? []
          : [
              {
                key: 'remove',
                label: t('roles:remove'),
                icon: 'trash',
                danger: true,
                onSelect: () => onOpen('remove'),
              },
            ],
      ]}
    />
  )
}

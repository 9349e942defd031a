import type { Permission } from '../../permissions/permissions.ts'
import { Icon } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { cellOf, isChanged, withDraft } from './grid.ts'
import type { Draft } from './grid.ts'
import type { Role } from './people-questions.tsx'
import { permissionName } from './permission-name.tsx'
import styles from './RoleGrid.module.css'

type Props = {
  readonly permission: Permission
  readonly role: Role
  readonly name: string
  readonly draft: Draft
  readonly onChange: (granted: boolean) => void
}

/** One permission of one role: how far it goes, and a press gives or takes it. */
export const RoleCell = ({ permission, role, name, draft, onChange }: Props) => {
  const { t } = useWords()
  const reach = cellOf(permission, withDraft(role, draft))
  const changed = isChanged(draft, role.key, permission)
  const about = { permission: permissionName(t, permission), role: name, reach: t(`roles:reachHint.${reach}`) }
  return (
    <button
      type="button"
      className={styles['cell']}
      data-reach={reach}
      data-changed={changed || undefined}
      aria-pressed={reach !== 'none'}
      aria-label={changed ? t('roles:cellChanged', about) : t('roles:cell', about)}
      title={t(`roles:reachHint.${reach}`)}
      onClick={() => onChange(reach === 'none')}
    >
      {reach === 'none' && '–'}
      {(reach === 'all' || reach === 'everywhere') && <Icon name="check" size={14} />}
      {reach !== 'none' && reach !== 'all' && reach !== 'everywhere' && t(`roles:reach.${reach}`)}
    </button>
  )
}

import { useState } from 'react'
import type { Permission } from '../../permissions/permissions.ts'
import { Choices, Icon, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { isChanged, withDraft } from './grid.ts'
import type { Draft } from './grid.ts'
import type { Role } from './people-questions.tsx'
import styles from './RoleGrid.module.css'

type Props = {
  readonly role: Role
  readonly name: string
  readonly draft: Draft
  readonly onChange: (permission: Permission, granted: boolean) => void
}

const sights = {
  own: 'ticket.seeOwn',
  organisation: 'ticket.seeOrganisation',
  groups: 'ticket.seeGroups',
  all: 'ticket.seeAll',
} as const satisfies Record<string, Permission>
const kinds = ['own', 'organisation', 'groups', 'all'] as const

/** How far a role sees: any of four, the widest alone where it holds the others. */
export const SightCell = ({ role, name, draft, onChange }: Props) => {
  const { t, format } = useWords()
  const [open, setOpen] = useState(false)
  const { permissions } = withDraft(role, draft)
  const held = kinds.filter((kind) => permissions.includes(sights[kind]))
  const changed = kinds.some((kind) => isChanged(draft, role.key, sights[kind]))
  const seesAll = held.includes('all')
  const reach = held.length === 0 ? t('roles:reach.none') : format.list(held.map((kind) => t(`roles:reach.${kind}`)))
  const about = { permission: t('roles:see'), role: name, reach }
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={`${t('roles:see')}: ${name}`}
      anchor={(anchor) => (
        <button
          type="button"
          {...anchor}
          className={styles['cell']}
          data-reach={held.length === 0 ? 'none' : 'some'}
          data-changed={changed || undefined}
          aria-label={changed ? t('roles:cellChanged', about) : t('roles:cell', about)}
        >
          {held.length === 0 && '–'}
          {seesAll && <Icon name="check" size={14} />}
          {!seesAll && held.length > 0 && reach}
        </button>
      )}
    >
      <Choices
        kind="checkbox"
        titled
        name={`${t('roles:see')}: ${name}`}
        choices={kinds.map((kind) => ({ value: kind, label: t(`roles:sights.${kind}`) }))}
        chosen={held}
        onChosen={(chosen) => {
          for (const kind of kinds)
            if (chosen.includes(kind) !== held.includes(kind)) onChange(sights[kind], chosen.includes(kind))
        }}
      />
    </Popover>
  )
}

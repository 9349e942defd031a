import { useQuery } from '@tanstack/react-query'
import { Button, Choices, PickList } from '../../web/ui/index.ts'
import type { PickOption } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { Chip } from '../closed-tickets/Chip.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import { WordsBox } from '../staff/WordsBox.tsx'
import { isNarrowed, nobodyInParticular, states } from './asked.ts'
import type { Asked } from './asked.ts'
import { OrganisationPick, useOrganisation } from './OrganisationPick.tsx'
import { rolesQuery } from './people-questions.tsx'
import { roleName } from './role-name.tsx'
import styles from './People.module.css'

type Props = { readonly asked: Asked; readonly onChange: (part: Partial<Asked>) => void }

/** Words, then who exactly: of which role, group, organisation, and in which state. */
export const PeopleFilters = ({ asked, onChange }: Props) => {
  const { t } = useWords()
  const { data: roles = [] } = useQuery(rolesQuery)
  const { data: groups = [] } = useQuery(groupsQuery)
  return (
    <div className={styles['filters']}>
      <div className={styles['search']}>
        <WordsBox label={t('people:search')} words={asked.search} onWords={(search) => onChange({ search })} />
      </div>
      <One
        label={t('people:filter.role')}
        chosen={asked.role}
        options={roles.map(({ key }) => ({ key, label: roleName(t, key, roles) }))}
        onPick={(role) => onChange({ role })}
      />
      <One
        label={t('people:filter.group')}
        chosen={asked.group}
        options={groups.map(({ id, name }) => ({ key: id, label: name }))}
        onPick={(group) => onChange({ group })}
      />
      <OrganisationChip asked={asked} onChange={onChange} />
      <Chip
        label={t('people:filter.state')}
        value={t(`people:state.${asked.state}`)}
        onClear={asked.state === 'active' ? undefined : () => onChange({ state: 'active' })}
      >
        {(close) => (
          <Choices
            kind="radio"
            name={t('people:filter.state')}
            choices={states.map((value) => ({ value, label: t(`people:state.${value}`) }))}
            chosen={[asked.state]}
            onChosen={([state = 'active']) => {
              close()
              onChange({ state })
            }}
          />
        )}
      </Chip>
      {isNarrowed(asked) && (
        <Button kind="text" onClick={() => onChange(nobodyInParticular)}>
          {t('people:clear')}
        </Button>
      )}
    </div>
  )
}

type OneProps = {
  readonly label: string
  readonly chosen: string
  readonly options: readonly PickOption[]
  readonly onPick: (key: string) => void
}

const One = ({ label, chosen, options, onPick }: OneProps) => {
  const { t } = useWords()
  const held = options.find(({ key }) => key === chosen)
  return (
    <Chip
      label={label}
      value={chosen ? (held?.label ?? '…') : t('people:filter.any')}
      onClear={chosen ? () => onPick('') : undefined}
    >
      {(close) => (
        <PickList
          label={label}
          placeholder={t('people:find')}
          nothing={t('people:nothing')}
          sections={[{ key: 'all', options }]}
          chosen={chosen || undefined}
          onPick={(key) => {
            close()
            onPick(key)
          }}
        />
      )}
    </Chip>
  )
}

const OrganisationChip = ({ asked, onChange }: Props) => {
  const { t } = useWords()
  const { data: held } = useOrganisation(asked.organisation)
  return (
    <Chip
      label={t('people:filter.organisation')}
      value={asked.organisation ? (held?.name ?? '…') : t('people:filter.any')}
      onClear={asked.organisation ? () => onChange({ organisation: '' }) : undefined}
    >
      {(close) => (
        <OrganisationPick
          chosen={asked.organisation}
          onPick={(one) => {
            close()
            onChange({ organisation: one?.id ?? '' })
          }}
        />
      )}
    </Chip>
  )
}

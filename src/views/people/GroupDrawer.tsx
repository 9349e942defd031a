import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Problem } from '../../web/problem.ts'
import { Select, TextField, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useMarkedField } from '../marked-field.ts'
import { fieldSentences, restOf } from '../problem-words.tsx'
import type { Group } from '../staff/groups-question.tsx'
import { CheckList } from './CheckList.tsx'
import { FormFoot } from './FormFoot.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import type { Candidate } from './GroupMembers.tsx'
import { LeavingGroup } from './Leaving.tsx'
import { TimeZoneField } from './LocaleFields.tsx'
import { rolesQuery, useSaveGroup } from './people-questions.tsx'
import type { GroupForm as Form } from './people-questions.tsx'
import { roleName, roleText } from './role-name.tsx'
import { WorkingHours } from './WorkingHours.tsx'
import styles from './People.module.css'

type Props = { readonly opened: Group | 'new' | undefined; readonly onClose: () => void }

export const GroupDrawer = ({ opened, onClose }: Props) => {
  const { t } = useWords()
  const group = opened === 'new' ? undefined : opened
  return (
    <FormDialog
      open={opened !== undefined}
      onClose={onClose}
      needs="group.manage"
      place="end"
      title={group ? t('people:group.edit', { name: group.name }) : t('people:group.add')}
      closeLabel={t('staff:close')}
    >
      <GroupForm key={group?.id ?? 'new'} group={group} onClose={onClose} />
    </FormDialog>
  )
}

const wrongDayIn = (problem: unknown): string | undefined =>
  problem instanceof Problem
    ? problem.errors.map(({ field }) => /^workingHours\.(\d)/u.exec(field)?.[1]).find(Boolean)
    : undefined

const named = ['name', 'lead', 'timeZone', 'workingHours']

const GroupForm = ({ group, onClose }: { readonly group: Group | undefined; readonly onClose: () => void }) => {
  const { t } = useWords()
  const { data: roles = [] } = useQuery(rolesQuery)
  const [before] = useState(() => formOf(group))
  const [form, change] = useState(before)
  // whoever was chosen keeps their name, also when the search has moved on
  const [known, know] = useState<readonly Candidate[]>(group?.members ?? [])
  const save = useSaveGroup(group, before)
  const said = fieldSentences(save.error)
  const place = useMarkedField(save.error)
  const rest = save.error ? restOf(save.error, t, named) : undefined
  const set = (part: Partial<Form>) => change((now) => ({ ...now, ...part }))
  const members = known.filter(({ id }) => form.members.includes(id))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const lead = form.lead && form.members.includes(form.lead) ? form.lead : null
    const saved = await save.mutateAsync({ ...form, lead }).catch(() => undefined)
    if (!saved) return
    onClose()
    toasts.show({ text: t(group ? 'people:group.changed' : 'people:group.added', { name: saved.name }) })
  }
  return (
    <form ref={place} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('people:group.name')}
        value={form.name}
        error={said['name']}
        maxLength={100}
        required
        autoFocus={!group}
        onValue={(name) => set({ name })}
      />
      <GroupMembers
        members={group?.members ?? []}
        chosen={form.members}
        onChange={(next, people) => {
          know((now) => [...now, ...people.filter(({ id }) => !now.some((one) => one.id === id))])
          set({ members: next })
        }}
      />
      {group?.members
        .filter(({ id }) => !form.members.includes(id))
        .map((member) => (
          <LeavingGroup key={member.id} person={member} group={group.id} />
        ))}
      <Select
        label={t('people:group.lead')}
        error={said['lead']}
        value={form.lead ?? ''}
        onValue={(lead) => set({ lead: lead || null })}
        options={[
          { value: '', label: t('people:group.nobodyLeads') },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className={styles['members']}>
        <CheckList
          label={t('people:group.roles')}
          options={roles.map(({ key }) => ({ key, label: roleName(t, key, roles), hint: roleText(t, key) }))}
          chosen={form.roles}
          onChange={(next) => set({ roles: next })}
        />
        <p className="dim">{t('people:group.rolesHint')}</p>
      </div>
      <WorkingHours
        value={form.workingHours}
        error={said['workingHours']}
        wrongDay={wrongDayIn(save.error)}
        onValue={(workingHours) => set({ workingHours })}
      />
      <TimeZoneField value={form.timeZone} error={said['timeZone']} onValue={(timeZone) => set({ timeZone })} />
      <FormFoot
        rest={rest}
        submit={group ? t('staff:save') : t('people:group.add')}
        busy={save.isPending}
        onCancel={onClose}
      />
    </form>
  )
}

const formOf = (group: Group | undefined): Form => ({
  name: group?.name ?? '',
  members: group?.members.map(({ id }) => id) ?? [],
  roles: group?.roles ?? [],
  lead: group?.lead?.id ?? null,
  timeZone: group?.timeZone ?? null,
  workingHours: group?.workingHours ?? null,
})

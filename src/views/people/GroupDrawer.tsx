import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Banner, Button, Dialog, TextField, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import type { Group } from '../staff/groups-question.tsx'
import { SearchBox } from '../staff/SearchBox.tsx'
import { CheckList } from './CheckList.tsx'
import { candidatesQuery, rolesQuery, useSaveGroup } from './people-questions.tsx'
import styles from './People.module.css'

type Props = { readonly opened: Group | 'new' | undefined; readonly onClose: () => void }

export const GroupDrawer = ({ opened, onClose }: Props) => {
  const { t } = useWords()
  const group = opened === 'new' ? undefined : opened
  return (
    <Dialog
      open={opened !== undefined}
      onClose={onClose}
      place="end"
      title={group ? t('people:group.edit', { name: group.name }) : t('people:group.add')}
      closeLabel={t('staff:close')}
    >
      <GroupForm key={group?.id ?? 'new'} group={group} onClose={onClose} />
    </Dialog>
  )
}

const GroupForm = ({ group, onClose }: { readonly group: Group | undefined; readonly onClose: () => void }) => {
  const { t } = useWords()
  const [name, setName] = useState(group?.name ?? '')
  const [members, setMembers] = useState<readonly string[]>(group?.members.map(({ id }) => id) ?? [])
  const save = useSaveGroup(group)
  const rest = save.error ? restOf(save.error, t, ['name']) : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await save.mutateAsync({ name, members }).catch(() => undefined)
    if (!saved) return
    onClose()
    toasts.show({ text: t(group ? 'people:group.changed' : 'people:group.added', { name: saved.name }) })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('people:group.name')}
        value={name}
        error={fieldSentences(save.error)['name']}
        maxLength={100}
        required
        autoFocus={!group}
        onValue={setName}
      />
      <Members group={group} chosen={members} onChange={setMembers} />
      <p className="dim">{t('people:group.leave')}</p>
      {rest && (
        <Banner tone="danger" live>
          {rest}
        </Banner>
      )}
      <div className={styles['buttons']}>
        <Button size="m" onClick={onClose}>
          {t('staff:cancel')}
        </Button>
        <Button size="m" type="submit" kind="primary" busy={save.isPending}>
          {group ? t('staff:save') : t('people:group.add')}
        </Button>
      </div>
    </form>
  )
}

type MembersProps = {
  readonly group: Group | undefined
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

type Candidate = { readonly id: string; readonly name: string; readonly email?: string }

/** Those who are in it, and everybody who could be. */
const Members = ({ group, chosen, onChange }: MembersProps) => {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const { data: roles = [] } = useQuery(rolesQuery)
  const staffRoles = roles.map(({ key }) => key).filter((key) => key !== 'customer')
  const { data: candidates = [] } = useQuery(candidatesQuery(staffRoles))
  const everybody: Candidate[] = [...(group?.members ?? []), ...candidates]
  const all = new Map(everybody.map((person) => [person.id, person]))
  const wanted = words.trim().toLocaleLowerCase()
  const shown = [...all.values()].filter(
    ({ id, name, email }) =>
      !wanted || chosen.includes(id) || `${name} ${email ?? ''}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <div className={styles['members']}>
      <CheckList
        label={t('people:group.members')}
        options={shown.map(({ id, name, email }) => ({ key: id, label: name, hint: email }))}
        chosen={chosen}
        onChange={onChange}
      />
      {all.size > 8 && <SearchBox label={t('people:group.find')} value={words} onValue={setWords} />}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import type { Named } from '../../queries/named.ts'
import type { SavedQuery } from '../../queries/saved-queries/saved-queries.ts'
import { Problem } from '../../web/problem.ts'
import { Button, Select, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { useSession } from '../session.tsx'
import { groupsQuery } from '../staff/groups-question.tsx'
import type { Asked } from './asked.ts'
import { useSaveQuery } from './saved-questions.tsx'
import styles from './ClosedTickets.module.css'

type Props = { readonly of?: SavedQuery | undefined; readonly asked: Asked; readonly onClose: () => void }

/** A name for the question, and with whom it is shared: nobody, or one of one's own groups. */
export const SaveDialog = ({ of, asked, onClose }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const { data: groups = [] } = useQuery(groupsQuery)
  const [name, setName] = useState(of?.name ?? '')
  const [group, setGroup] = useState(of?.group?.id ?? '')
  const save = useSaveQuery()
  // deleted elsewhere while this stood open: what was typed can be kept as a new one
  const gone = save.error instanceof Problem && save.error.code === 'notFound'
  const mine: Named[] = groups.filter(({ members }) => members.some(({ id }) => id === me.id))
  // left meanwhile: it is shared with them until somebody says otherwise
  const present = of?.group && !mine.some(({ id }) => id === of.group?.id) ? [of.group] : []
  const wrong = fieldSentences(save.error)
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const id = gone ? undefined : of?.id
    save.mutate({ id, name, group: group || null, ...(!id && { asked }) }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      open
      onClose={onClose}
      title={t(of ? 'closedTickets:saved.change' : 'closedTickets:saved.save')}
      closeLabel={t('staff:close')}
    >
      <form className={styles['form']} onSubmit={onSubmit}>
        <TextField
          label={t('closedTickets:saved.name')}
          value={name}
          onValue={setName}
          error={wrong['name']}
          maxLength={100}
          dir="auto"
          required
          autoFocus
        />
        <Select
          label={t('closedTickets:saved.sharedWith')}
          hint={t('closedTickets:saved.hint')}
          error={wrong['group']}
          value={group}
          onValue={setGroup}
          options={[
            { value: '', label: t('closedTickets:saved.nobody') },
            ...[...present, ...mine].map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
        <p role="alert" className={styles['wrong']}>
          {gone ? t('closedTickets:saved.gone') : restOf(save.error, t, ['name', 'group'])}
        </p>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t(gone ? 'closedTickets:saved.doAnew' : 'closedTickets:saved.do')}
        </Button>
      </form>
    </FormDialog>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../web/api.ts'
import { ConfirmDialog, TextField, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { FormFoot } from './FormFoot.tsx'
import type { Organisation } from './OrganisationPick.tsx'
import styles from './People.module.css'

const address = '/api/v1/organisations'

const useChanged = () => {
  const client = useQueryClient()
  return () => ['organisations', 'users'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }))
}

type NameProps = {
  readonly open: boolean
  readonly organisation: Organisation | undefined
  readonly onClose: () => void
}

/** A new one, or another name for one. */
export const OrganisationName = ({ open, organisation, onClose }: NameProps) => {
  const { t } = useWords()
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      needs="user.manage"
      title={organisation ? t('people:organisation.rename', { name: organisation.name }) : t('people:organisation.add')}
    >
      <NameForm organisation={organisation} onClose={onClose} />
    </FormDialog>
  )
}

const NameForm = ({ organisation, onClose }: Omit<NameProps, 'open'>) => {
  const { t } = useWords()
  const [name, setName] = useState(organisation?.name ?? '')
  const onSuccess = useChanged()
  const save = useMutation({
    mutationFn: () =>
      organisation
        ? api.patch<Organisation>(`${address}/${organisation.id}`, { name })
        : api.post<Organisation>(address, { name }),
    onSuccess,
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await save.mutateAsync().catch(() => undefined)
    if (!saved) return
    onClose()
    toasts.show({
      text: t(organisation ? 'people:organisation.renamed' : 'people:organisation.added', { name: saved.name }),
    })
  }
  const rest = save.error ? restOf(save.error, t, ['name']) : undefined
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('people:organisation.name')}
        value={name}
        error={fieldSentences(save.error)['name']}
        maxLength={200}
        required
        autoFocus
        onValue={setName}
      />
      <FormFoot
        rest={rest}
        submit={organisation ? t('staff:save') : t('people:organisation.add')}
        busy={save.isPending}
        onCancel={onClose}
      />
    </form>
  )
}

type RemoveProps = { readonly organisation: Organisation | undefined; readonly onClose: () => void }

export const RemoveOrganisation = ({ organisation, onClose }: RemoveProps) => {
  const { t } = useWords()
  const onSuccess = useChanged()
  const remove = useMutation({ mutationFn: (id: string) => api.delete<undefined>(`${address}/${id}`), onSuccess })
  const name = organisation?.name ?? ''
  return (
    <ConfirmDialog
      open={organisation !== undefined}
      danger
      title={t('people:organisation.removeTitle', { name })}
      confirm={t('people:organisation.remove')}
      cancel={t('staff:cancel')}
      busy={remove.isPending}
      problem={sentenceIn(remove.error, t)}
      onConfirm={() =>
        organisation &&
        remove.mutate(organisation.id, {
          onSuccess: () => {
            onClose()
            toasts.show({ text: t('people:organisation.removed', { name }) })
          },
        })
      }
      onCancel={onClose}
    >
      {t('people:organisation.removeText')}
    </ConfirmDialog>
  )
}

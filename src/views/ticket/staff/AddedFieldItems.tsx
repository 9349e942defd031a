import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button, FieldItem, Refused, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { heldChoice } from '../../added-fields/choices.tsx'
import { CustomInputs } from '../../added-fields/CustomInputs.tsx'
import { CustomValue } from '../../added-fields/CustomValue.tsx'
import { fieldsQuery } from '../../added-fields/fields-question.tsx'
import type { ShownField } from '../../added-fields/fields-question.tsx'
import { changedValues, fieldFaults, formsOfFields, typedOf } from '../../added-fields/typed.ts'
import { FormDialog } from '../../FormDialog.tsx'
import { useMarkedField } from '../../marked-field.ts'
import { restOf } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import { useVerb } from '../use-verb.tsx'
import styles from './StaffTicket.module.css'

type Props = { readonly ticket: PresentedTicket }

/** The organisation's own fields: what the ticket holds of them, retired ones too, and what is still needed. */
export const AddedFieldItems = ({ ticket }: Props) => {
  const { t } = useWords()
  const { read } = useSession()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const [editing, edit] = useState(false)
  const asked = fields.filter(({ retired }) => !retired)
  const mayEdit = asked.length > 0 && ticket.may.includes('set-fields')
  const shown = fields.filter((field) => isHeld(ticket, field) || isNeeded(ticket, field))
  if (shown.length === 0 && !mayEdit) return null
  return (
    <>
      {shown.map((field, index) => (
        <FieldItem key={field.key} label={<bdi>{read(field.label).text}</bdi>} line={index === 0}>
          {isHeld(ticket, field) ? (
            <CustomValue field={field} value={ticket.custom[field.key]} />
          ) : (
            <span className={styles['needed']}>{t('addedFields:neededBeforeClosing')}</span>
          )}
        </FieldItem>
      ))}
      {mayEdit && (
        <FieldItem label={<span className="sr-only">{t('addedFields:title')}</span>} line={shown.length === 0}>
          <Button icon="edit" kind="quiet" onClick={() => edit(true)}>
            {t('addedFields:edit')}
          </Button>
        </FieldItem>
      )}
      <FormDialog
        open={editing}
        onClose={() => edit(false)}
        place="end"
        title={t('addedFields:edit')}
        closeLabel={t('staff:close')}
      >
        {editing && <Form ticket={ticket} fields={asked} onDone={() => edit(false)} />}
      </FormDialog>
    </>
  )
}

const isHeld = ({ custom }: PresentedTicket, { key }: ShownField): boolean => custom[key] !== undefined
const isNeeded = ({ closedAt }: PresentedTicket, { required, retired }: ShownField): boolean =>
  required === 'beforeClosing' && !retired && closedAt === null

type FormProps = Props & { readonly fields: readonly ShownField[]; readonly onDone: () => void }

const Form = ({ ticket, fields, onDone }: FormProps) => {
  const { t } = useWords()
  const { me } = useSession()
  const verb = useVerb(ticket.number)
  const [before] = useState(() =>
    Object.fromEntries(fields.map((field) => [field.key, typedOf(field, ticket.custom[field.key], me.timeZone)])),
  )
  const [typed, type] = useState(before)
  const [isSending, setSending] = useState(false)
  const changed = changedValues(fields, before, typed, me.timeZone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    if (Object.keys(changed).length === 0) return onDone()
    verb.mutate(
      { verb: 'set-fields', body: { fields: changed } },
      {
        onSuccess: () => {
          toasts.show({ text: t('addedFields:saved') })
          onDone()
        },
      },
    )
  }
  const place = useMarkedField(verb.error)
  const rest = verb.error ? restOf(verb.error, t, formsOfFields) : undefined
  return (
    <form ref={place} className={styles['fieldsForm']} onSubmit={submit} noValidate>
      <CustomInputs
        fields={fields}
        typed={typed}
        held={(field) => heldChoice(field, ticket.custom[field.key])}
        faults={fieldFaults(verb.error)}
        onTyped={type}
        onBusy={setSending}
      />
      <Refused>{rest}</Refused>
      <div>
        <Button size="m" type="submit" kind="primary" busy={verb.isPending || isSending}>
          {t('staff:save')}
        </Button>
      </div>
    </form>
  )
}

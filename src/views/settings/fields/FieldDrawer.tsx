import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button, Refused, toasts } from '../../../web/ui/index.ts'
import { languageOf } from '../../../words/languages.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { CustomInput } from '../../added-fields/CustomInput.tsx'
import type { ShownField } from '../../added-fields/fields-question.tsx'
import { FormDialog } from '../../FormDialog.tsx'
import { useMarkedField } from '../../marked-field.ts'
import { fieldSentences, restOf } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import { tellRefused } from '../../staff/tell-refused.ts'
import { Save } from '../Part.tsx'
import { Texts } from '../Texts.tsx'
import { changedBodyOf, emptyForm, formOf, optionsWire } from './field-form.ts'
import type { FieldForm } from './field-form.ts'
import { useRetireField, useSaveField } from './field-verbs.tsx'
import { OptionsPart } from './OptionsPart.tsx'
import { WhoAndWhen } from './WhoAndWhen.tsx'
import lists from '../Lists.module.css'
import styles from '../Settings.module.css'

type Props = {
  /** The key of a field; empty: a new one; undefined: none. */
  readonly opened: string | undefined
  readonly field: ShownField | undefined
  readonly onClose: () => void
}

export const FieldDrawer = ({ opened, field, onClose }: Props) => {
  const { t } = useWords()
  const open = opened === '' || field !== undefined
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      needs="settings.manage"
      place="end"
      wide
      title={opened === '' ? t('settingsFields:new') : t('settingsFields:edit')}
      closeLabel={t('staff:close')}
    >
      {open && (
        <>
          {field && <Standing field={field} onDone={onClose} />}
          {!field?.retired && <Editor key={opened} field={field} onDone={onClose} />}
        </>
      )}
    </FormDialog>
  )
}

const Editor = ({ field, onDone }: { readonly field: ShownField | undefined; readonly onDone: () => void }) => {
  const { t } = useWords()
  const { me } = useSession()
  const [opened] = useState(() => ({ field, form: field ? formOf(field, me.timeZone) : emptyForm() }))
  const [form, setForm] = useState<FieldForm>(opened.form)
  const save = useSaveField(field?.key)
  const wrong = fieldSentences(save.error)
  const place = useMarkedField(save.error)
  const change = (some: Partial<FieldForm>) => setForm((now) => ({ ...now, ...some }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const options = { own: languageOf(me.language), timeZone: me.timeZone }
    const bodyFor = (now = opened.field) => changedBodyOf(opened.form, form, { ...options, field: now })
    save.mutate(bodyFor, {
      onSuccess: () => {
        toasts.show({ text: t('settingsFields:saved') })
        onDone()
      },
    })
  }
  return (
    <form ref={place} className={styles['form']} onSubmit={submit} noValidate>
      <Texts
        label={t('settingsFields:label')}
        texts={form.label}
        max={100}
        onTexts={(label) => change({ label })}
        error={wrong['label']}
      />
      <Texts
        label={t('settingsFields:help')}
        hint={t('settingsFields:helpHint')}
        texts={form.help}
        max={500}
        lines="many"
        onTexts={(help) => change({ help })}
        error={wrong['help']}
      />
      <WhoAndWhen form={form} field={field} wrong={wrong} change={change} />
      <OptionsPart form={form} problem={save.error} change={change} />
      {form.type !== 'file' && <Default form={form} change={change} error={wrong['default']} />}
      <Save
        inDialog
        changed
        busy={save.isPending}
        refused={save.error ? restOf(save.error, t, shownFaults) : undefined}
      />
    </form>
  )
}

const shownFaults = ['label', 'help', 'required', 'visibleTo', 'type', 'default', 'options']

type DefaultProps = {
  readonly form: FieldForm
  readonly change: (some: Partial<FieldForm>) => void
  readonly error: string | undefined
}

/** Its own control, as whoever fills it will have it. */
const Default = ({ form, change, error }: DefaultProps) => {
  const { t } = useWords()
  const { me } = useSession()
  const { values = [], ...options } = optionsWire(form, languageOf(me.language)) as ShownField['options']
  const shown: ShownField = {
    key: 'default',
    type: form.type,
    label: { source: t.language, texts: { [t.language]: { text: t('settingsFields:default') } } },
    help: { source: t.language, texts: { [t.language]: { text: t('settingsFields:defaultHint') } } },
    required: 'never',
    visibleTo: form.visibleTo,
    order: 0,
    default: null,
    retired: false,
    options: { ...numbersOf(options), values: values.map(asShown) },
  }
  return (
    <CustomInput field={shown} value={form.default} onValue={(value) => change({ default: value })} error={error} />
  )
}

/** While one types, what is no number yet is no bound either. */
const numbersOf = (options: ShownField['options']): ShownField['options'] =>
  Object.fromEntries(Object.entries(options).filter(([name, value]) => name === 'lines' || isSmall(value)))

const isSmall = (value: unknown): boolean => Number.isInteger(value) && Math.abs(Number(value)) <= 50_000

const asShown = (choice: { value: string; label: unknown }) => {
  const written = typeof choice.label === 'object' && choice.label !== null
  const { source, texts } = (written ? choice.label : { source: 'en', texts: {} }) as {
    source: string
    texts: Record<string, string>
  }
  return {
    value: choice.value,
    label: {
      source,
      texts: Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, { text }])),
    },
  }
}

const Standing = ({ field, onDone }: { readonly field: ShownField; readonly onDone: () => void }) => {
  const { t } = useWords()
  const retire = useRetireField(field.key)
  const act = (isRetired: boolean, said: string) =>
    retire.mutate(isRetired, {
      onSuccess: () => {
        toasts.show({
          text: said,
          ...(isRetired && {
            undo: {
              label: t('actions:undo'),
              onUndo: () => void retire.mutateAsync(false).catch(tellRefused(t)),
            },
          }),
        })
        onDone()
      },
    })
  const refused = retire.error ? restOf(retire.error, t, []) : undefined
  return (
    <div className={lists['standing']}>
      <span className="dim">
        {t('settingsFields:key', { key: field.key })} {t('settingsFields:retireText')}
      </span>
      {field.retired ? (
        <Button size="m" busy={retire.isPending} onClick={() => act(false, t('settingsFields:restored'))}>
          {t('settingsFields:restore')}
        </Button>
      ) : (
        <Button busy={retire.isPending} onClick={() => act(true, t('settingsFields:wasRetired'))}>
          {t('settingsFields:retire')}
        </Button>
      )}
      <Refused>{refused}</Refused>
    </div>
  )
}

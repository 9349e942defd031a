import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Status } from '../../../entities/ticket/ticket.ts'
import { colours } from '../../../settings/colours.ts'
import type { Colour } from '../../../settings/colours.ts'
import { builtInColours } from '../../../settings/labels.ts'
import { api } from '../../../web/api.ts'
import { Button, ColourPill, Page, Select, SkeletonRows, StatusGlyph, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { restOf } from '../../problem-words.tsx'
import { settingsQuery, useSession } from '../../session.tsx'
import { Failed } from '../../staff/Failed.tsx'
import { Save } from '../Part.tsx'
import { Texts } from '../Texts.tsx'
import { useTypedOver } from '../typed-over.ts'
import { changedLabels } from './changed-labels.ts'
import type { LabelForm, LabelForms } from './changed-labels.ts'
import { labelsOver, typedLabel } from './typed-labels.ts'
import type { TypedLabels } from './typed-labels.ts'
import styles from '../Settings.module.css'

type Spoken = { readonly own: Record<string, string>; readonly builtIn: Record<string, string> }
type StatusLabel = {
  readonly status: Status
  readonly colour: Colour
  readonly staff: Spoken
  readonly customer: Spoken
}

const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: async ({ signal }) => (await api.get<{ statuses: StatusLabel[] }>('/api/v1/labels', { signal })).statuses,
})

/** What the five statuses are called, for staff and for customers, and in which colour. */
export const Labels = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('settingsLabels:title'), settings.organisation)
  const query = useQuery(labelsQuery)
  return (
    <Page title={t('settingsLabels:title')}>
      <p className={styles['lead']}>{t('settingsLabels:lead')}</p>
      {query.isPending && <SkeletonRows shape="text" rows={10} label={t('settingsLabels:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('settingsLabels:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <LabelsForm statuses={query.data} />}
    </Page>
  )
}

const formsOf = (statuses: readonly StatusLabel[]): LabelForms =>
  Object.fromEntries(
    statuses.map(({ status, colour, staff, customer }) => [
      status,
      { colour, staff: staff.own, customer: customer.own },
    ]),
  )

const LabelsForm = ({ statuses }: { readonly statuses: readonly StatusLabel[] }) => {
  const { t } = useWords()
  const before = formsOf(statuses)
  const { filled: typed, change, begin } = useTypedOver<TypedLabels>({})
  const forms = labelsOver(before, typed)
  const save = useSaveLabels()
  const changed = changedLabels(before, forms)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(changed, { onSuccess: begin })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {statuses.map((each) => (
        <OneStatus
          key={each.status}
          label={each}
          form={forms[each.status]!}
          change={(some) => change(typedLabel(before, typed, each.status, some))}
        />
      ))}
      <Save
        changed={Object.keys(changed).length > 0}
        busy={save.isPending}
        refused={save.error ? restOf(save.error, t, []) : undefined}
      />
    </form>
  )
}

/** The settings hold the words too, and every page reads them there. */
const useSaveLabels = () => {
  const { t } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => api.patch('/api/v1/labels', body),
    onSuccess: async () => {
      toasts.show({ text: t('settingsLabels:saved') })
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
      await client.invalidateQueries({ queryKey: labelsQuery.queryKey })
    },
  })
}

type OneProps = {
  readonly label: StatusLabel
  readonly form: LabelForm
  readonly change: (some: Partial<LabelForm>) => void
}

const OneStatus = ({ label, form, change }: OneProps) => {
  const { t } = useWords()
  const { status, staff, customer } = label
  const shown = (spoken: Spoken, own: LabelForm['staff']) =>
    own[t.language]?.trim() || (spoken.builtIn[t.language] ?? '')
  const isOwn =
    form.colour !== builtInColours[status] ||
    [form.staff, form.customer].some((own) => Object.values(own).some(Boolean))
  return (
    <fieldset className={styles['status']}>
      <legend>
        <StatusGlyph status={status} size={14} /> {staff.builtIn[t.language]}
      </legend>
      <p className={styles['saving']} aria-hidden>
        <span className="dim">{t('settingsLabels:preview')}</span>
        <ColourPill colour={form.colour}>{shown(staff, form.staff)}</ColourPill>
        <ColourPill colour={form.colour}>{shown(customer, form.customer)}</ColourPill>
      </p>
      <Texts
        label={t('settingsLabels:staff')}
        texts={form.staff}
        placeholders={staff.builtIn}
        max={40}
        onTexts={(texts) => change({ staff: texts })}
      />
      <Texts
        label={t('settingsLabels:customer')}
        texts={form.customer}
        placeholders={customer.builtIn}
        max={40}
        onTexts={(texts) => change({ customer: texts })}
      />
      <div className={styles['two']}>
        <Select
          label={t('settingsLabels:colour')}
          value={form.colour}
          onValue={(colour) => change({ colour: colour as Colour })}
          options={colours.map((colour) => ({ value: colour, label: t(`settingsFields:colours.${colour}`) }))}
        />
      </div>
      {isOwn && (
        <div>
          <Button kind="text" onClick={() => change({ staff: {}, customer: {}, colour: builtInColours[status] })}>
            {t('settingsLabels:reset')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

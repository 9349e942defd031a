import type { FormEvent } from 'react'
import type { WorkflowSettings } from '../../workflow/workflow-settings.ts'
import { defaultSettings } from '../../settings/settings.ts'
import { Problem } from '../../web/problem.ts'
import { TextField } from '../../web/ui/index.ts'
import { parseNumber } from '../../words/digits.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useMarkedField } from '../marked-field.ts'
import { sentenceFor } from '../problem-words.tsx'
import type { SharedSettings } from '../session.tsx'
import { Exempt } from './Exempt.tsx'
import { Save } from './Part.tsx'
import { changedOf, useSaveSettings } from './save-settings.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { Switch } from './Switch.tsx'
import { useTypedOver } from './typed-over.ts'
import { WorkflowDrawing } from './WorkflowDrawing.tsx'
import styles from './Settings.module.css'

/** The two decisions that bend the workflow, its days, and what becomes of it as a drawing. */
export const Workflow = () => {
  const { t } = useWords()
  return (
    <SettingsPage title={t('administration:workflow.title')}>
      {(settings) => settings.workflow && <WorkflowForm before={savedOf(settings, settings.workflow)} />}
    </SettingsPage>
  )
}

const workflowDays = ['silenceDays', 'reopenDays', 'ratingDays'] as const
/** Settings of their own, which belong to the same page. */
const apart = ['answerWithinDays', 'undoSeconds', 'fileMegabytes'] as const
const numberFields = [...workflowDays, ...apart] as const
type NumberField = (typeof numberFields)[number]
type Saved = Record<NumberField, number> & Required<WorkflowSettings>

const savedOf = (settings: SharedSettings, workflow: WorkflowSettings): Saved => {
  const { answerWithinDays, undoSeconds, fileMegabytes } = { ...defaultSettings, ...settings }
  return { ...workflow, reviewExempt: workflow.reviewExempt ?? [], answerWithinDays, undoSeconds, fileMegabytes }
}

/** Whom one ticked or unticked oneself; of the others it is as saved, whoever saves meanwhile. */
type Ticks = Readonly<Record<string, boolean>>

const ticked = (saved: readonly string[], ticks: Ticks): string[] => [
  ...saved.filter((id) => ticks[id] !== false),
  ...Object.keys(ticks).filter((id) => ticks[id] && !saved.includes(id)),
]

type Typed = Record<NumberField, string> &
  Required<Omit<Saved, NumberField | 'reviewExempt'>> & { readonly ticks: Ticks }

const typedOf = ({ reviewExempt: _exempt, ...saved }: Saved): Typed => ({
  ...saved,
  ticks: {},
  ...(Object.fromEntries(numberFields.map((field) => [field, String(saved[field])])) as Record<NumberField, string>),
})

const WorkflowForm = ({ before }: { readonly before: Saved }) => {
  const { t } = useWords()
  const { filled, change, begin } = useTypedOver(typedOf(before))
  const save = useSaveSettings(t('administration:workflow.saved'))
  const numbers = Object.fromEntries(numberFields.map((field) => [field, numberOf(filled[field])]))
  const { ticks, ...rest } = filled
  const reviewExempt = ticked(before.reviewExempt, ticks)
  const changed = changedOf(before, { ...rest, ...numbers, reviewExempt })
  const place = useMarkedField(save.error)
  const said = saidOf(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(wireOf(changed), { onSuccess: begin })
  }
  return (
    <>
      <form ref={place} className={styles['form']} onSubmit={submit} noValidate>
        <section className={styles['part']} aria-label={t('administration:workflow.switches')}>
          <Switch
            label={t('administration:workflow.review')}
            hint={t(filled.review ? 'administration:workflow.reviewOn' : 'administration:workflow.reviewOff')}
            on={filled.review}
            onChange={(review) => change({ review })}
          />
          <Switch
            label={t('administration:workflow.confirmation')}
            hint={t(
              filled.confirmation
                ? 'administration:workflow.confirmationOn'
                : 'administration:workflow.confirmationOff',
            )}
            on={filled.confirmation}
            onChange={(confirmation) => change({ confirmation })}
          />
          {filled.review && (
            <Exempt
              before={before.reviewExempt}
              chosen={reviewExempt}
              onTick={(id, on) => change({ ticks: { ...ticks, [id]: on } })}
            />
          )}
        </section>
        <section className={styles['days']} aria-label={t('administration:workflow.days')}>
          {numberFields.map((field) => (
            <TextField
              key={field}
              label={t(`administration:workflow.${field}`)}
              hint={t(`administration:workflow.hint.${field}`)}
              inputMode="numeric"
              maxLength={4}
              value={filled[field]}
              error={said[field]}
              onValue={(value) => change({ [field]: value })}
            />
          ))}
        </section>
        <Save
          changed={Object.keys(changed).length > 0}
          busy={save.isPending}
          refused={numberFields.some((field) => said[field]) ? undefined : sentenceFor(save.error, t)}
          note={t('administration:workflow.next')}
        />
      </form>
      <h2 className={styles['heading']}>{t('administration:workflow.drawing')}</h2>
      <p className="dim">{t('administration:workflow.drawingText')}</p>
      <WorkflowDrawing switches={filled} />
    </>
  )
}

/** What was changed, as the interface takes it: three settings stand beside the workflow's own. */
const wireOf = (changed: Record<string, unknown>): object => {
  const isApart = (name: string) => (apart as readonly string[]).includes(name)
  const some = (which: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(changed).filter(([name]) => which(name)))
  const workflow = some((name) => !isApart(name))
  return { ...some(isApart), ...(Object.keys(workflow).length > 0 && { workflow }) }
}

/** By the field, whether it is the workflow's own or stands beside it. */
const saidOf = (problem: unknown): Readonly<Record<string, string>> =>
  problem instanceof Problem
    ? Object.fromEntries(problem.errors.map(({ field, message }) => [field.replace(/^workflow\./u, ''), message]))
    : {}

/** As it was typed where it is no number: the server says what is wrong with it. */
const numberOf = (typed: string): number | string => parseNumber(typed) ?? typed

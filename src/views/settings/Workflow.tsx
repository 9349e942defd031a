import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { WorkflowSettings } from '../../workflow/workflow-settings.ts'
import { defaultSettings } from '../../settings/settings.ts'
import { api } from '../../web/api.ts'
import { Banner, Button, Page, SkeletonRows, TextField, toasts } from '../../web/ui/index.ts'
import { parseNumber } from '../../words/digits.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { restOf } from '../problem-words.tsx'
import { settingsQuery, useSession } from '../session.tsx'
import type { SharedSettings } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import { Switch } from './Switch.tsx'
import { WorkflowDrawing } from './WorkflowDrawing.tsx'
import styles from './Settings.module.css'

/** The two decisions that bend the workflow, its days, and what becomes of it as a drawing. */
export const Workflow = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('administration:workflow.title'), settings.organisation)
  const query = useQuery(settingsQuery)
  return (
    <Page title={t('administration:workflow.title')}>
      {query.isPending && <SkeletonRows shape="text" rows={8} label={t('administration:workflow.loading')} />}
      {query.isError && !query.data && (
        <Failed
          title={t('administration:workflow.failed')}
          problem={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.workflow && (
        <WorkflowForm key={query.dataUpdatedAt} settings={query.data} workflow={query.data.workflow} />
      )}
    </Page>
  )
}

const workflowDays = ['silenceDays', 'reopenDays', 'ratingDays'] as const
/** Settings of their own, which belong to the same page. */
const apart = ['answerWithinDays', 'undoSeconds', 'fileMegabytes'] as const
const numberFields = [...workflowDays, ...apart] as const
type NumberField = (typeof numberFields)[number]
type FormProps = { readonly settings: SharedSettings; readonly workflow: WorkflowSettings }

const WorkflowForm = ({ settings, workflow }: FormProps) => {
  const { t } = useWords()
  const client = useQueryClient()
  const { answerWithinDays, undoSeconds, fileMegabytes } = { ...defaultSettings, ...settings }
  const before: Record<NumberField, number> = { ...workflow, answerWithinDays, undoSeconds, fileMegabytes }
  const [switches, setSwitches] = useState({ review: workflow.review, confirmation: workflow.confirmation })
  const [typed, setTyped] = useState(
    () =>
      Object.fromEntries(numberFields.map((field) => [field, String(before[field])])) as Record<NumberField, string>,
  )
  const [exempt, setExempt] = useState<readonly string[]>(workflow.reviewExempt ?? [])
  const save = useMutation({
    mutationFn: (body: object) => api.patch<SharedSettings>('/api/v1/settings', body),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      toasts.show({ text: t('administration:workflow.saved') })
    },
  })
  const changed =
    switches.review !== workflow.review ||
    switches.confirmation !== workflow.confirmation ||
    exempt.join() !== (workflow.reviewExempt ?? []).join() ||
    numberFields.some((field) => numberOf(typed[field]) !== before[field])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const some = (fields: readonly NumberField[]) =>
      Object.fromEntries(fields.map((each) => [each, numberOf(typed[each])]))
    save.mutate({ ...some(apart), workflow: { ...switches, ...some(workflowDays), reviewExempt: exempt } })
  }
  const rest = save.error ? restOf(save.error, t, []) : undefined
  return (
    <>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <section className={styles['part']} aria-label={t('administration:workflow.switches')}>
          <Switch
            label={t('administration:workflow.review')}
            hint={t(switches.review ? 'administration:workflow.reviewOn' : 'administration:workflow.reviewOff')}
            on={switches.review}
            onChange={(review) => setSwitches({ ...switches, review })}
          />
          <Switch
            label={t('administration:workflow.confirmation')}
            hint={t(
              switches.confirmation
                ? 'administration:workflow.confirmationOn'
                : 'administration:workflow.confirmationOff',
            )}
            on={switches.confirmation}
            onChange={(confirmation) => setSwitches({ ...switches, confirmation })}
          />
          {switches.review && <Exempt chosen={exempt} onChosen={setExempt} />}
        </section>
        <section className={styles['days']} aria-label={t('administration:workflow.days')}>
          {numberFields.map((field) => (
            <TextField
              key={field}
              label={t(`administration:workflow.${field}`)}
              hint={t(`administration:workflow.hint.${field}`)}
              inputMode="numeric"
              maxLength={4}
              value={typed[field]}
              onValue={(value) => setTyped({ ...typed, [field]: value })}
            />
          ))}
        </section>
        {rest && (
          <Banner tone="danger" live>
            {rest}
          </Banner>
        )}
        <div className={styles['saving']}>
          <Button size="m" type="submit" kind="primary" busy={save.isPending} disabled={!changed}>
            {t('staff:save')}
          </Button>
          <span className="dim">{t('administration:workflow.next')}</span>
        </div>
      </form>
      <h2 className={styles['heading']}>{t('administration:workflow.drawing')}</h2>
      <p className="dim">{t('administration:workflow.drawingText')}</p>
      <WorkflowDrawing switches={switches} />
    </>
  )
}

/** Members of any group whose solutions go straight out; whoever left since stays until they are unticked. */
const Exempt = ({
  chosen,
  onChosen,
}: {
  readonly chosen: readonly string[]
  readonly onChosen: (ids: string[]) => void
}) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const id = useId()
  return (
    <fieldset className={styles['set']} aria-describedby={id}>
      <legend>{t('administration:workflow.exempt')}</legend>
      {membersOf(groups).map((member) => (
        <label key={member.id} className={styles['check']}>
          <input
            type="checkbox"
            checked={chosen.includes(member.id)}
            onChange={({ target }) =>
              onChosen(target.checked ? [...chosen, member.id] : chosen.filter((each) => each !== member.id))
            }
          />
          <bdi>{member.name}</bdi>
        </label>
      ))}
      <p id={id} className={styles['hint']}>
        {t('administration:workflow.exemptHint')}
      </p>
    </fieldset>
  )
}

/** As it was typed where it is no number: the server says what is wrong with it. */
const numberOf = (typed: string): number | string => parseNumber(typed) ?? typed

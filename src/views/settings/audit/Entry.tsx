import { useState } from 'react'
import { Icon } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { ScrollRegion } from '../../staff/ScrollRegion.tsx'
import { compared } from './compared.ts'
import lists from '../Lists.module.css'

export type AuditEntry = {
  readonly id: string
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly action: string
  readonly subject: string | null
  readonly subjectName: string | null
  readonly before: object | null
  readonly after: object | null
  readonly network: string | null
}
type Props = {
  readonly entry: AuditEntry
  readonly onActor: (actor: NonNullable<AuditEntry['actor']>) => void
}

export const Entry = ({ entry, onActor }: Props) => {
  const { t, format } = useWords()
  const [open, setOpen] = useState(false)
  const { actor, action, subject, subjectName, network, at, before, after } = entry
  return (
    <li className={lists['entry']}>
      <div className={lists['entryHead']}>
        <button type="button" className={lists['entryOpen']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="chevron" size={12} />
          <b>{t.maybe('settingsAudit', `did.${action}`) ?? action}</b>
          <bdi className="dim">{subjectName ?? nameIn(before, after) ?? readable(subject)}</bdi>
        </button>
        <span className={lists['entryWho']}>
          {actor ? (
            <button
              type="button"
              title={t('settingsAudit:onlyTheirs', { name: actor.name })}
              onClick={() => onActor(actor)}
            >
              <bdi>{actor.name}</bdi>
            </button>
          ) : (
            <span className="dim">{t('settingsAudit:system')}</span>
          )}
          {network && <span className="dim">{t('settingsAudit:network', { network })}</span>}
        </span>
        <time className="dim" dateTime={at}>
          {format.dateTime(at)}
        </time>
      </div>
      {open && <Difference before={before} after={after} />}
    </li>
  )
}

/** An id says nothing to a reader, nor does the bare heading; a key (`role:auditor`) does. */
const readable = (subject: string | null): string | undefined =>
  subject?.includes(':') && !/[0-9a-f]{8}-[0-9a-f]{4}-/u.test(subject) ? subject : undefined

/** What it was done to, where its state says how it is called. */
const nameIn = (...states: readonly (object | null)[]): string | undefined =>
  states.flatMap((state) => (state && 'name' in state && typeof state.name === 'string' ? [state.name] : [])).at(-1)

const Difference = ({ before, after }: Pick<AuditEntry, 'before' | 'after'>) => {
  const { t } = useWords()
  const rows = compared(before, after)
  if (rows.length === 0) return <p className="dim">{t('settingsAudit:noDetails')}</p>
  const shown = (value: string | undefined) =>
    value ? <bdi>{value}</bdi> : <span className="dim">{t('settingsAudit:empty')}</span>
  return (
    <ScrollRegion label={t('settingsAudit:field')} className={lists['difference']}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('settingsAudit:field')}</th>
            <th scope="col">{t('settingsAudit:before')}</th>
            <th scope="col">{t('settingsAudit:after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" dir="ltr">
                {row.name}
              </th>
              <td>{shown(row.before)}</td>
              <td>{shown(row.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

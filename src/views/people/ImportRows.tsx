import { useState } from 'react'
import { Button, Pill } from '../../web/ui/index.ts'
import type { Tone } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { fieldFault } from '../../words/field-fault.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { PreviewRow, Will } from './import-questions.tsx'
import styles from './ImportPeople.module.css'

const atOnce = 200
const tones: Record<Will, Tone> = { add: 'success', update: 'accent', unchanged: 'neutral', wrong: 'danger' }

export const ImportRows = ({ rows }: { readonly rows: readonly PreviewRow[] }) => {
  const { t, format } = useWords()
  const [shown, show] = useState(atOnce)
  return (
    <>
      <table className={styles['rows']}>
        <thead>
          <tr>
            <th scope="col" className={styles['line']}>
              {t('peopleImport:column.line')}
            </th>
            <th scope="col">{t('peopleImport:column.person')}</th>
            <th scope="col">{t('peopleImport:column.will')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.line}>
              <td className={styles['line']}>{format.number(row.line, { useGrouping: false })}</td>
              <td>
                <bdi className={styles['name']}>{row.name || '–'}</bdi>
                <bdi className={styles['email']}>{row.email}</bdi>
              </td>
              <td>
                <Pill tone={tones[row.will]}>{t(`peopleImport:will.${row.will}`)}</Pill>
                <What row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p>
          <Button onClick={() => show(shown + atOnce)}>{t('shell:showMore')}</Button>
        </p>
      )}
    </>
  )
}

const What = ({ row }: { readonly row: PreviewRow }) => {
  const { t, format } = useWords()
  if (row.will === 'update')
    return (
      <span className={styles['what']}>
        {t('peopleImport:changes', { fields: format.list(row.changes.map((field) => fieldName(t, field))) })}
      </span>
    )
  if (row.will !== 'wrong') return null
  return (
    <ul className={styles['what']}>
      {row.errors.map((error, index) => (
        <li key={index}>{reasonOf(t, error)}</li>
      ))}
    </ul>
  )
}

const reasonOf = (t: Translate, error: PreviewRow['errors'][number]): string => {
  const { code, given, ...others } = error
  // roles.1: the second of the roles
  const field = fieldName(t, error.field.split('.')[0] ?? error.field)
  const variables = Object.fromEntries(
    Object.entries(others).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as Record<string, string | number>
  const reason = fieldFault(t, code, variables) ?? t('refusals:field.wrongType')
  return given ? t('peopleImport:given', { field, given, reason }) : t('peopleImport:reason', { field, reason })
}

const fieldName = (t: Translate, field: string): string => t.maybe('peopleImport', `inFile.${field}`) ?? field

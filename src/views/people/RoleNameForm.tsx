import { useState } from 'react'
import type { FormEvent } from 'react'
import { Problem } from '../../web/api.ts'
import { TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useRightLost } from '../still-may.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { productLanguages } from '../preferences.tsx'
import { FormFoot } from './FormFoot.tsx'
import type { Names } from './role-questions.tsx'
import styles from './People.module.css'

type Props = {
  readonly text?: string
  readonly names: Names
  readonly confirm: string
  readonly busy: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onNames: (names: Names) => void
}

/** What a role is called, in each language of the product; one is enough. */
export const RoleNameForm = ({ text, names: given, confirm, busy, error, onClose, onNames }: Props) => {
  const { t, format } = useWords()
  const [names, setNames] = useState<Names>(given)
  const lost = useRightLost()
  const isNamed = Object.values(names).some((name) => name.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isNamed && !busy && !lost)
      onNames(Object.fromEntries(Object.entries(names).map(([key, name]) => [key, name.trim()])))
  }
  const languages = productLanguages.toSorted((a, b) => Number(b.code === t.language) - Number(a.code === t.language))
  const wrong = wrongNames(error)
  const problem = Object.keys(wrong).length > 0 ? undefined : sentenceIn(error, t)
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {text && <p>{text}</p>}
      {languages.map(({ code }, index) => (
        <TextField
          key={code}
          label={t('roles:name', { language: format.language(code) })}
          lang={code}
          value={names[code] ?? ''}
          maxLength={100}
          autoFocus={index === 0}
          autoComplete="off"
          error={wrong[code]}
          onValue={(name) => setNames((now) => ({ ...now, [code]: name }))}
        />
      ))}
      <p className="dim">{t('roles:nameHint')}</p>
      <FormFoot rest={problem} submit={confirm} busy={busy} ready={isNamed} onCancel={onClose} />
    </form>
  )
}

/** By language: what is wrong with the name in it. */
const wrongNames = (error: unknown): Readonly<Record<string, string>> => {
  const errors = error instanceof Problem ? error.errors : []
  return Object.fromEntries(
    errors.flatMap(({ field, message }) => {
      const language = /^name\.texts\.(.+)$/u.exec(field)?.[1]
      return language === undefined ? [] : [[language, message]]
    }),
  )
}

import { useState } from 'react'
import { Button, Refused } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { fieldSentences, restOf } from '../problem-words.tsx'
import { usePreferences } from '../preferences.tsx'
import type { Filled, PartProps } from './filled.ts'
import { SetupAdministrator } from './SetupAdministrator.tsx'
import { SetupOrganisation } from './SetupOrganisation.tsx'
import styles from './FirstRun.module.css'

type Props = {
  /** Its name, where whoever started the product gave one. */
  readonly organisation: string
  readonly busy: boolean
  readonly problem: unknown
  readonly onFilled: (filled: Filled) => void
}

const fields = ['organisation', 'language', 'timeZone', 'name', 'email', 'password']

export const SetupForm = ({ organisation, busy, problem, onFilled }: Props) => {
  const { t } = useWords()
  const { language } = usePreferences()
  const [filled, setFilled] = useState<Filled>(() => ({
    organisation,
    language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    name: '',
    email: '',
    password: '',
    joinSupportDesk: true,
  }))
  const part: PartProps = {
    filled,
    wrong: fieldSentences(problem),
    change: (changed) => setFilled((before) => ({ ...before, ...changed })),
  }
  const sentence = restOf(problem, t, fields)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onFilled(filled)
      }}
    >
      <SetupOrganisation {...part} />
      <SetupAdministrator {...part} />
      <Refused>{sentence}</Refused>
      <Button type="submit" kind="primary" size="l" wide busy={busy}>
        {t('firstRun:start')}
      </Button>
    </form>
  )
}

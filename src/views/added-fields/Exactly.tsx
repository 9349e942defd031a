import { useId, useState } from 'react'
import { longestShortText } from '../../settings/added-fields/added-field.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { askedOf, typedOfAsked } from './asked-of.ts'
import type { ShownField } from './fields-question.tsx'
import styles from './CustomFilter.module.css'

type Props = {
  readonly id: string
  readonly field: ShownField
  readonly value: string
  readonly onValue: (value: string) => void
}

/** Asked when one is done with it: with Enter, or by going on. What is no value of the field is said here, and not asked. */
export const Exactly = ({ id, field, value, onValue }: Props) => {
  const { t } = useWords()
  const { me, settings } = useSession()
  const fault = useId()
  const [typed, type] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  const ask = () => {
    if (typed === undefined) return
    const asked = askedOf(field, typed)
    setWrong(asked === undefined)
    if (asked === undefined) return
    if (asked !== value) onValue(asked)
  }
  return (
    <>
      <input
        id={id}
        dir="auto"
        {...controls[field.type]}
        maxLength={field.type === 'short-text' ? longestShortText : 200}
        value={typed ?? typedOfAsked(field, value, settings.timeZone ?? me.timeZone)}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? fault : undefined}
        onChange={({ target }) => {
          setWrong(false)
          type(target.value)
        }}
        onBlur={ask}
        onKeyDown={(event) => event.key === 'Enter' && ask()}
      />
      {isWrong && (
        <p id={fault} className={styles['fault']} role="alert">
          {t('refusals:field.wrongType')}
        </p>
      )}
    </>
  )
}

/** A moment is asked for by its day: nobody knows the minute. */
const day = { type: 'date', max: '9999-12-31' } as const
const controls: Partial<Record<ShownField['type'], object>> = {
  date: day,
  'date-time': day,
  number: { inputMode: 'decimal' },
}

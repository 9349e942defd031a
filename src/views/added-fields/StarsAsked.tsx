import type { ReactNode } from 'react'
import { ScaleInput } from '../../fields/scale/ScaleInput.tsx'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useFormTouched } from '../form-touched.ts'
import { allSpokenStars, starWord } from '../star-words.tsx'
import { AskedGroup } from './AskedGroup.tsx'

type Props = {
  readonly name: string
  readonly label: ReactNode
  readonly help: ReactNode
  readonly error: string | undefined
  readonly required: boolean
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A scale from one to five: given by one press, said in words, and taken back where it may stay open. */
export const StarsAsked = ({ name, label, help, error, required, value, onValue }: Props) => {
  const { t } = useWords()
  const touched = useFormTouched()
  const put = (next: string) => {
    touched()
    onValue(next)
  }
  const score = Number(value)
  return (
    <AskedGroup label={label} aside={!required && t('addedFields:optional')} help={help} error={error}>
      <ScaleInput
        value={value ? score : undefined}
        onValue={(chosen) => put(String(chosen))}
        label={name}
        spoken={allSpokenStars(t)}
      />
      {value && (
        <span>
          {starWord(t, score)}
          {!required && (
            <Button kind="text" onClick={() => put('')}>
              {t('addedFields:notSaid')}
            </Button>
          )}
        </span>
      )}
    </AskedGroup>
  )
}

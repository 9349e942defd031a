import { useState } from 'react'
import { passwordLength } from '../../users/sign-in/password.ts'
import { IconButton, TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'

type NewPasswordProps = {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly error?: string | undefined
  readonly large?: boolean
}

export const NewPassword = ({ value, onValue, error, large = false }: NewPasswordProps) => {
  const { t } = useWords()
  const [seen, see] = useState(false)
  return (
    <TextField
      large={large}
      label={t('signIn:newPassword')}
      hint={t('signIn:passwordHint', { min: passwordLength.min })}
      type={seen ? 'text' : 'password'}
      name="new-password"
      autoComplete="new-password"
      minLength={passwordLength.min}
      maxLength={passwordLength.max}
      required
      dir="ltr"
      value={value}
      onValue={onValue}
      error={error}
      end={
        <IconButton
          icon="eye"
          label={seen ? t('signIn:hidePassword') : t('signIn:showPassword')}
          aria-pressed={seen}
          onClick={() => see(!seen)}
        />
      }
    />
  )
}

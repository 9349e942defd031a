import { TextField } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'

type Props = {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly error: string | undefined
}

/** The address by which somebody is known here; browsers fill it in as the name of the account. */
export const EmailField = (props: Props) => {
  const { t } = useWords()
  return (
    <TextField
      {...props}
      large
      label={t('signIn:email')}
      type="email"
      name="email"
      autoComplete="username"
      required
      dir="ltr"
    />
  )
}

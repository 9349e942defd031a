// One box for one text in one language. Which one is told quietly under it and can be set right; nobody is asked.
import type { ReactNode } from 'react'
import { Icon, Menu, TextArea, TextField } from '../../web/ui/index.ts'
import styles from './MultilingualTextInput.module.css'
import { ownNameOf } from './script-language.ts'

export type WrittenIn = {
  readonly language: string
  readonly languages: readonly string[]
  readonly onLanguage: (language: string) => void
  /** "Written in:" */
  readonly label: string
  readonly change: string
}

type Props = {
  readonly label: ReactNode
  readonly aside?: ReactNode
  readonly lines: 'one' | 'many'
  readonly value: string
  readonly onValue: (value: string) => void
  readonly writtenIn?: WrittenIn | undefined
  /** At the end of the same line: "Draft saved". Empty where it is to be said when it comes: then its place stands already. */
  readonly status?: ReactNode
  readonly error?: ReactNode
  readonly max: number
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly rows?: number
  readonly large?: boolean
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly onSubmit?: () => void
}

export const MultilingualTextInput = ({ lines, max, writtenIn, status, rows = 5, onSubmit, ...shared }: Props) => {
  const native = {
    ...shared,
    maxLength: max,
    lang: writtenIn?.language,
    hint: (writtenIn || status !== undefined) && <Hint writtenIn={writtenIn} status={status} />,
  }
  return lines === 'one' ? (
    <TextField {...native} autoComplete="off" />
  ) : (
    <TextArea {...native} rows={rows} {...(onSubmit && { onSubmit })} />
  )
}

const Hint = ({ writtenIn, status }: Pick<Props, 'writtenIn' | 'status'>) => (
  <span className={styles['hint']}>
    {writtenIn && <Chip {...writtenIn} />}
    <span className={styles['status']} role="status">
      {status}
    </span>
  </span>
)

const Chip = ({ language, languages, onLanguage, label, change }: WrittenIn) => (
  <span className={styles['chip']}>
    <Icon name="globe" size={13} />
    <span>
      {label} <bdi lang={language}>{ownNameOf(language)}</bdi>
    </span>
    <span aria-hidden>·</span>
    <Menu
      label={change}
      groups={[
        languages.map((code) => ({
          key: code,
          label: <bdi lang={code}>{ownNameOf(code)}</bdi>,
          chosen: code === language,
          onSelect: () => onLanguage(code),
        })),
      ]}
      anchor={(anchor) => (
        <button type="button" {...anchor} className={styles['change']}>
          {change}
        </button>
      )}
    />
  </span>
)

import { useId } from 'react'
import type { InputHTMLAttributes, KeyboardEvent, ReactNode, TextareaHTMLAttributes } from 'react'
import styles from './Field.module.css'
import { classes } from './classes.ts'

type Shared = {
  readonly label: ReactNode
  /** After the label, quiet: the word "optional". */
  readonly aside?: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly onValue: (value: string) => void
  /** A touch larger, for the customer's side. */
  readonly large?: boolean
}
type Ids = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

/** A label, a control, and what there is to say about it. For any control: it is handed the ids that tie them together. */
export const Field = ({
  label,
  aside,
  hint,
  error,
  children,
}: Omit<Shared, 'onValue'> & { children: (ids: Ids) => ReactNode }) => {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label} {aside && <span className={styles['aside']}>{aside}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
    </div>
  )
}

type InputProps = Shared & Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { readonly end?: ReactNode }

export const TextField = ({ label, aside, hint, error, onValue, large, end, className, ...native }: InputProps) => (
  <Field label={label} aside={aside} hint={hint} error={error}>
    {(ids) => (
      <span className={classes(styles['box'], large && styles['large'], className)}>
        <input
          dir="auto"
          {...native}
          {...ids}
          data-first={native.autoFocus || undefined}
          className={styles['input']}
          onChange={(event) => onValue(event.target.value)}
        />
        {end}
      </span>
    )}
  </Field>
)

type AreaProps = Shared &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onSubmit'> & { readonly onSubmit?: () => void }

/** Grows with what is written. With onSubmit, Ctrl or ⌘ and Enter send it. */
export const TextArea = ({ label, aside, hint, error, onValue, large, onSubmit, className, ...native }: AreaProps) => (
  <Field label={label} aside={aside} hint={hint} error={error}>
    {(ids) => (
      <textarea
        dir="auto"
        {...native}
        {...ids}
        data-first={native.autoFocus || undefined}
        className={classes(styles['box'], styles['area'], large && styles['large'], className)}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={(event) => (onSubmit && isSend(event) ? onSubmit() : native.onKeyDown?.(event))}
      />
    )}
  </Field>
)

export const isSend = (event: KeyboardEvent): boolean => event.key === 'Enter' && (event.metaKey || event.ctrlKey)

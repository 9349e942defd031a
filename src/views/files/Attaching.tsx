import { useEffect, useRef } from 'react'
import type { WrittenFile } from '../../conversation/writing/writing.ts'
import { focusFromNowhere } from '../../web/ui/focus.ts'
import { Button, Icon, IconButton, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Files.module.css'
import type { Upload, Uploads } from './use-uploads.tsx'

type ButtonProps = {
  readonly uploads: Uploads
  readonly bare?: boolean
  readonly size?: 's' | 'm' | 'l'
  /** A single file, where there is room for no more. */
  readonly one?: boolean
}

/** Opens the chooser of the system; bare where there is room for a drawing alone. */
export const AttachButton = ({ uploads, bare = false, size = 's', one = false }: ButtonProps) => {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const label = one ? t('written:file.attachOne') : t('written:file.attach')
  const open = () => input.current?.click()
  return (
    <>
      {bare ? (
        <IconButton ref={uploads.chooser} icon="paperclip" label={label} onClick={open} />
      ) : (
        <Button ref={uploads.chooser} icon="paperclip" size={size} onClick={open}>
          {label}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple={!one}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          uploads.add(currentTarget.files ?? [])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

type ListProps = {
  readonly files: readonly WrittenFile[]
  readonly uploads: Uploads
  readonly onRemove: (id: string) => void
}

/** What will go along: what has arrived, and what is under way or did not make it. */
export const AttachedFiles = ({ files, uploads, onRemove }: ListProps) => {
  const { t, format } = useWords()
  const count = files.length + uploads.under.length
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) focusFromNowhere(uploads.chooser.current)
    before.current = count
  }, [count, uploads.chooser])
  if (count === 0) return null
  return (
    <ul className={styles['attached']} aria-label={t('written:file.list')}>
      {files.map(({ id, name, size }) => (
        <li key={id} className={styles['chip']}>
          <Icon name="file" size={14} />
          <UserText form="line" className={styles['name']}>
            {name}
          </UserText>
          <span className={styles['size']}>{format.fileSize(size)}</span>
          <IconButton icon="close" size="s" label={t('written:file.remove', { name })} onClick={() => onRemove(id)} />
        </li>
      ))}
      {uploads.under.map((upload) => (
        <UnderWay key={upload.key} upload={upload} uploads={uploads} />
      ))}
    </ul>
  )
}

const UnderWay = ({
  upload: { key, file, share, problem, isRefused },
  uploads,
}: {
  upload: Upload
  uploads: Uploads
}) => {
  const { t, format } = useWords()
  const percent = Math.round(share * 100)
  const { name } = file
  return (
    <li className={styles['chip']} data-failed={problem ? true : undefined}>
      <Icon name={problem ? 'warning' : 'upload'} size={14} />
      <UserText form="line" className={styles['name']}>
        {name}
      </UserText>
      {problem ? (
        <span className={styles['problem']} role="alert">
          {problem}
        </span>
      ) : (
        <progress
          className={styles['progress']}
          max={100}
          value={percent}
          aria-label={t('written:file.progress', { name, percent })}
          title={format.percent(share)}
        />
      )}
      {problem && !isRefused && (
        <Button kind="text" aria-label={t('written:file.retry', { name })} onClick={() => uploads.retry(key)}>
          {t('written:file.retryShort')}
        </Button>
      )}
      <IconButton
        icon="close"
        size="s"
        label={t(isRefused ? 'written:file.remove' : 'written:file.cancel', { name })}
        onClick={() => uploads.cancel(key)}
      />
    </li>
  )
}

import { useState } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { Icon, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Files.module.css'

type File = PresentedTicket['files'][number]
type Shown = Pick<File, 'id' | 'name' | 'size'> & { readonly type?: string }
type Props = { readonly files: readonly File[]; readonly of: string }

/** The files of one text, below it: pictures as pictures, all of them to be saved. */
export const FilesOf = ({ files, of }: Props) => {
  const { t } = useWords()
  const own = files.filter((file) => file.of === of)
  if (own.length === 0) return null
  return (
    <ul className={styles['files']} aria-label={t('written:file.list')}>
      {own.map((file) => (
        <li key={file.id}>
          <FileShown file={file} />
        </li>
      ))}
    </ul>
  )
}

const addressOf = ({ id }: Shown): string => `/api/v1/files/${id}`

const pictures = /\.(?:png|jpe?g|gif|webp)$/iu
/** Within mails pictures often have a name without an ending. */
const pictureTypes = /^image\/(?:png|jpeg|gif|webp)$/iu

/** The preview is made anew by the server; where it made none, the file is a name like any other. */
export const FileShown = ({ file }: { readonly file: Shown }) => {
  const { t, format } = useWords()
  const [isPicture, setPicture] = useState(pictures.test(file.name) || pictureTypes.test(file.type ?? ''))
  const { name, size } = file
  return (
    <a className={styles['file']} data-picture={isPicture || undefined} href={addressOf(file)} download={name}>
      {isPicture && (
        <img
          className={styles['preview']}
          src={`${addressOf(file)}/preview`}
          alt={t('written:file.preview', { name })}
          loading="lazy"
          onError={() => setPicture(false)}
        />
      )}
      <span className={styles['line']}>
        <Icon name="download" size={14} />
        <UserText form="line" className={styles['name']}>
          {name}
        </UserText>
        <span className={styles['size']}>{format.fileSize(size)}</span>
      </span>
    </a>
  )
}

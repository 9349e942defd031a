import type { ReactNode } from 'react'
import { leftOutReasons, type LeftOut } from '../../entities/ticket/left-out.ts'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { Icon, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Files.module.css'

type Props = {
  readonly files: PresentedTicket['leftOut']
  readonly of: string
  readonly why: (reason: LeftOut) => string
  /** A way to them, behind what is said. */
  readonly children?: ReactNode
}

/** The files that a mail brought and that are not among those of its text: which, and why. */
export const LeftInMail = ({ files, of, why, children }: Props) => {
  const { format } = useWords()
  const own = files.filter((file) => file.of === of)
  if (own.length === 0) return null
  return (
    <div className={styles['leftOut']}>
      {leftOutReasons.map((reason) => {
        const these = own.filter((file) => file.why === reason)
        return (
          these.length > 0 && (
            <div key={reason} className={styles['reason']}>
              <Icon name="paperclip" size={14} />
              <p>{why(reason)}</p>
              <ul>
                {these.map(({ id, name, size }) => (
                  <li key={id}>
                    <UserText form="line" className={styles['name']}>
                      {name}
                    </UserText>{' '}
                    <span className={styles['size']}>{format.fileSize(size)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
      {children}
    </div>
  )
}

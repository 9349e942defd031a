import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { UserText } from '../../../web/ui/index.ts'
import { LanguageChip, hasSeveral, useReadText } from './TextShown.tsx'
import styles from './TitleLine.module.css'

type Props = { readonly ticket: PresentedTicket; readonly as: 'h1' | 'h2' }

/** The ticket's title, and its languages where the description does not show them already. */
export const TitleLine = ({ ticket, as: Heading }: Props) => {
  const title = useReadText(ticket.title)
  return (
    <div className={styles['line']}>
      <Heading className={styles['title']} data-title tabIndex={-1}>
        <UserText form="block" lang={title.language} dir={title.dir}>
          {title.text}
        </UserText>
      </Heading>
      {!hasSeveral(ticket.description) && <LanguageChip text={ticket.title} />}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import {
  Avatar,
  Dialog,
  FieldItem,
  FieldList,
  Link,
  Pill,
  SolutionPill,
  StarsShown,
  StatusPill,
} from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { spokenStars } from '../../star-words.tsx'
import { silenceOf } from '../../../workflow/silence.ts'
import { conversationQuery, historyQuery } from '../ticket-questions.tsx'
import { AddedFieldItems } from './AddedFieldItems.tsx'
import { LookAlikes } from './LookAlikes.tsx'
import { TextShown } from './TextShown.tsx'
import type { Doing } from './use-doing.tsx'
import styles from './StaffTicket.module.css'

type Props = { readonly ticket: PresentedTicket; readonly doing: Doing }

/** The ticket's fields: labels over values, without boxes. */
export const Details = ({ ticket, doing }: Props) => {
  const { t, format } = useWords()
  return (
    <>
      <FieldList label={t('staffTicket:fields')}>
        <Assignee ticket={ticket} doing={doing} />
        <FieldItem label={t('glossary:field.solution')}>
          {ticket.solution ? (
            <>
              <SolutionPill
                state={ticket.solution.state}
                label={t(`glossary:solutionState.${ticket.solution.state}`)}
              />
              <span className="dim">{t('staffTicket:round', { round: ticket.solution.round })}</span>
            </>
          ) : (
            <span className="dim">{t('staffTicket:field.noSolution')}</span>
          )}
        </FieldItem>
        <FieldItem label={t('glossary:field.status')}>
          <StatusPill status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />
        </FieldItem>
        <FieldItem label={t('glossary:field.customer')} line>
          <Avatar name={ticket.customer.name} size="s" />
          <bdi className="cut">{ticket.customer.name}</bdi>
        </FieldItem>
        <FieldItem label={t('glossary:field.openedAt')}>{format.dateTime(ticket.openedAt)}</FieldItem>
        <Ending ticket={ticket} />
        <Joined ticket={ticket} />
        <AddedFieldItems ticket={ticket} />
        {ticket.rating && <Rating rating={ticket.rating} />}
      </FieldList>
      <LookAlikes ticket={ticket} />
    </>
  )
}

const Assignee = ({ ticket, doing }: Props) => {
  const { t } = useWords()
  const { group, member } = ticket.assignee
  return (
    <FieldItem
      label={t('glossary:field.assignee')}
      {...(ticket.may.includes('assign') && {
        edit: { label: t('staffTicket:changeAssignee'), onEdit: () => doing.begin('assign') },
      })}
    >
      <Avatar name={member?.name} size="s" ours />
      <span className={styles['assignee']}>
        <bdi>{member?.name ?? t('incoming:nobody')}</bdi>
        <bdi className="dim">{group.name}</bdi>
      </span>
    </FieldItem>
  )
}

const Ending = ({ ticket }: Pick<Props, 'ticket'>) => {
  const { t, format } = useWords()
  const { label } = useSession()
  return (
    <>
      {ticket.closedAt && (
        <FieldItem label={t('glossary:field.closedAt')}>{format.dateTime(ticket.closedAt)}</FieldItem>
      )}
      {ticket.ended && (
        <FieldItem label={t('staffTicket:field.ended')}>{t(`glossary:ended.${ticket.ended}`)}</FieldItem>
      )}
      {ticket.original && (
        <FieldItem label={t('glossary:field.original')}>
          <Link href={`/tickets/${ticket.original.number}`}>
            <bdi className="together">{label(ticket.original.number)}</bdi>
          </Link>
          <StatusPill status={ticket.original.status} label={t(`glossary:status.${ticket.original.status}`)} />
        </FieldItem>
      )}
      {ticket.reopenUntil && (
        <FieldItem label={t('staffTicket:field.reopenUntil')}>{format.date(ticket.reopenUntil)}</FieldItem>
      )}
      {ticket.dueAt && <ClosesBySilence ticket={ticket} />}
    </>
  )
}

/** What is due next may be the reminder; staff are told the day on which it closes, as the customer is. */
const ClosesBySilence = ({ ticket }: Pick<Props, 'ticket'>) => {
  const { t, format } = useWords()
  const { data: messages } = useQuery(conversationQuery(ticket.number))
  const { data: events } = useQuery(historyQuery(ticket.number))
  const silence = messages && events && silenceOf(ticket, messages, events)
  return silence && <FieldItem label={t('staffTicket:field.dueAt')}>{format.dateTime(silence.closesOn)}</FieldItem>
}

/** Whose requests hang on this one, and which of them need a look. */
const Joined = ({ ticket }: Pick<Props, 'ticket'>) => {
  const { t } = useWords()
  const { label } = useSession()
  if (ticket.joined.length === 0) return null
  return (
    <FieldItem label={t('staffTicket:field.joined')} line>
      <ul className={styles['joined']}>
        {ticket.joined.map(({ number, customer, answer, wroteAt }) => (
          <li key={number}>
            <Link href={`/tickets/${number}`}>
              <bdi className="together">{label(number)}</bdi>
            </Link>{' '}
            <bdi className="dim">{customer.name}</bdi>{' '}
            {wroteAt && <Pill tone="wait">{t('staffTicket:field.joinedWrote')}</Pill>}
            {answer === 'accepted' && <Pill tone="success">{t('staffTicket:field.joinedSolved')}</Pill>}
          </li>
        ))}
      </ul>
    </FieldItem>
  )
}

const Rating = ({ rating }: { readonly rating: NonNullable<PresentedTicket['rating']> }) => {
  const { t, format } = useWords()
  return (
    <FieldItem label={t('glossary:field.rating')} line>
      <span className={styles['rating']}>
        <StarsShown value={rating.score} label={spokenStars(t, rating.score)} />
        <span className="dim">{format.number(rating.score)}</span>
      </span>
      {rating.comment && <TextShown text={rating.comment} form="block" />}
    </FieldItem>
  )
}

type DrawerProps = Props & { readonly open: boolean; readonly onClose: () => void }

/** Where there is no room beside the conversation. */
export const DetailsDrawer = ({ open, onClose, ticket, doing }: DrawerProps) => {
  const { t } = useWords()
  return (
    <Dialog open={open} onClose={onClose} place="end" title={t('staffTicket:fields')} closeLabel={t('staff:close')}>
      <Details
        ticket={ticket}
        doing={{
          ...doing,
          begin: (act) => {
            onClose()
            // the drawer gives the focus back first, then what is opened may take it
            setTimeout(() => doing.begin(act))
          },
        }}
      />
    </Dialog>
  )
}

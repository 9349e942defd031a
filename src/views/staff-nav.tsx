// Where staff can go, by what they may do: queues first, then one's own requests, then the organisation.
import type { Queue } from '../queries/incoming-requests/queues.ts'
import type { Permission } from '../permissions/permissions.ts'
import type { NavItem, NavSection } from '../web/shell/index.ts'
import type { IconName } from '../web/ui/index.ts'
import type { Format } from '../words/format.ts'
import type { Translate } from '../words/key.ts'
import type { Counts } from './counts-question.tsx'
import { shownCount } from './incoming-requests/shown-count.ts'
import { partsFor } from './people/parts.ts'
import { queuesFor } from './queues-for.ts'
import { sectionsFor } from './settings/sections.ts'

type Asked = {
  readonly t: Translate
  readonly format: Format
  readonly may: (permission: Permission) => boolean
  readonly counts: Counts | undefined
  /** Mails that wait for somebody to say what they shall become. */
  readonly mailsToLookAt: number
  /** Path and search of the page that is shown. */
  readonly here: string
}

export const navOf = (asked: Asked): NavSection[] =>
  [queueSection(asked), requestSection(asked), lookBackSection(asked), administrationSection(asked)].filter(
    ({ items }) => items.length > 0,
  )

const queueIcons: Record<Queue, IconName> = {
  new: 'inbox',
  mine: 'user',
  myGroups: 'users',
  toReview: 'eye',
  waitingForCustomer: 'clock',
  customerAnswered: 'reply',
  allOpen: 'list',
}

const queueSection = ({ t, format, may, counts, here }: Asked): NavSection => {
  const queues = queuesFor(may)
  const shown = queueOf(here)
  return {
    key: 'queues',
    items: queues.map((queue) => ({
      key: queue,
      label: t(`glossary:queue.${queue}`),
      icon: queueIcons[queue],
      href: queue === 'toReview' ? '/review' : `/incoming?queue=${queue}`,
      count: countOf(counts?.[queue] ?? 0, { t, format }),
      current: queue === 'toReview' ? isAt(here, '/review') : queue === shown,
    })),
  }
}

/** Nothing to do is no number. */
const countOf = (count: number, { t, format }: Pick<Asked, 't' | 'format'>): string | undefined =>
  count === 0 ? undefined : shownCount(t, format, count)

const requestSection = ({ t, format, may, mailsToLookAt, here }: Asked): NavSection => {
  const items: (NavItem | false)[] = [
    (may('ticket.submit') || may('ticket.submitForCustomer')) &&
      itemAt(here, { key: 'new', label: t('shell:nav.newRequest'), icon: 'plus', href: '/new' }),
    may('ticket.seeOwn') &&
      itemAt(here, { key: 'requests', label: t('shell:nav.myRequests'), icon: 'file', href: '/requests' }),
    may('ticket.note') &&
      itemAt(here, { key: 'answers', label: t('canned:title'), icon: 'bookmark', href: '/answers' }),
    may('ticket.assign') &&
      itemAt(here, {
        key: 'mails',
        label: t('mailIn:short'),
        icon: 'mail',
        href: '/mails',
        count: countOf(mailsToLookAt, { t, format }),
      }),
  ]
  return { key: 'requests', items: items.filter((item) => item !== false) }
}

/** What was: every member of staff sees what is closed, as far as they see tickets at all. */
const lookBackSection = ({ t, may, here }: Asked): NavSection => {
  const items: (NavItem | false)[] = [
    itemAt(here, { key: 'closed', label: t('closedTickets:title'), icon: 'archive', href: '/closed' }),
    may('statistics.read') &&
      itemAt(here, { key: 'statistics', label: t('statistics:title'), icon: 'chart', href: '/statistics' }),
    may('report.read') && {
      key: 'reports',
      label: t('lookBack:monthlyReport'),
      icon: 'calendar',
      href: '/reports',
      current: isAt(here, '/reports'),
    },
  ]
  return { key: 'lookBack', heading: t('lookBack:title'), items: items.filter((item) => item !== false) }
}

const administrationSection = ({ t, may, here }: Asked): NavSection => {
  const [people] = partsFor(may)
  const items: (NavItem | false)[] = [
    people !== undefined && {
      key: 'people',
      label: t('shell:nav.people'),
      icon: 'people',
      href: people.path,
      current: isAt(here, '/people'),
    },
    sectionsFor(may).length > 0 && {
      key: 'settings',
      label: t('settings:title'),
      icon: 'settings',
      href: '/settings',
      current: isAt(here, '/settings'),
    },
  ]
  return {
    key: 'administration',
    heading: t('shell:nav.administration'),
    items: items.filter((item) => item !== false),
  }
}

const itemAt = (here: string, item: NavItem): NavItem => ({ ...item, current: pathOf(here) === item.href })

const pathOf = (here: string): string => here.split('?')[0] ?? ''
const isAt = (here: string, path: string): boolean => pathOf(here) === path || pathOf(here).startsWith(`${path}/`)

const queueOf = (here: string): string | null =>
  isAt(here, '/incoming') ? (new URLSearchParams(here.split('?')[1] ?? '').get('queue') ?? 'allOpen') : null

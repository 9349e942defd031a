import { useState } from 'react'
import type { NavSection } from '../../web/shell/index.ts'
import { Dialog, Icon, KeyCap, PickList, StatusGlyph } from '../../web/ui/index.ts'
import type { PickOption, PickSection } from '../../web/ui/index.ts'
import { pageAddress } from '../../web/page-address.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useGo } from '../staff/address.tsx'
import { ticketNumberIn } from '../../settings/shown-number.ts'
import { iconsOf, keysOf, offeredOf, writingsOf } from '../ticket/staff/acts.ts'
import type { Act } from '../ticket/staff/acts.ts'
import { useAtHand } from './at-hand.ts'
import { useFoundTickets } from './found-tickets.tsx'
import { placesOf } from './going.ts'

type Props = { readonly open: boolean; readonly onClose: () => void; readonly nav: readonly NavSection[] }

/** Everything one can do or go to, by typing: what fits stands first, with the keys that would have done it. */
export const Palette = ({ open, onClose, nav }: Props) => {
  const { t } = useWords()
  return (
    <Dialog open={open} onClose={onClose} title={t('palette:title')} titled={false}>
      <Asking onClose={onClose} nav={nav} />
    </Dialog>
  )
}

const Asking = ({ onClose, nav }: Omit<Props, 'open'>) => {
  const { t } = useWords()
  const go = useGo()
  const atHand = useAtHand()
  const [typed, type] = useState('')
  const sections = [...useDoing(), ...useTickets(typed), ...usePlaces(nav, typed)]
  const pick = (key: string) => {
    onClose()
    const [kind, what] = splitAt(key)
    // the dialog gives the focus back first, then the page may take it for what it opens
    if (kind === 'do') setTimeout(() => atHand?.begin(what as Act))
    else go(what)
  }
  return (
    <PickList
      wide
      label={t('palette:title')}
      placeholder={t('palette:ask')}
      nothing={t('palette:nothing')}
      sections={sections}
      onWords={type}
      onPick={pick}
      footer={t('palette:hands')}
    />
  )
}

/** `go /incoming?queue=new`: a kind, a blank, what is meant. */
const splitAt = (key: string): [string, string] => [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]

const useDoing = (): PickSection[] => {
  const { t } = useWords()
  const { label } = useSession()
  const atHand = useAtHand()
  if (!atHand) return []
  const may = atHand.may as Parameters<typeof offeredOf>[0]
  const { first, more } = offeredOf(may)
  const writing = writingsOf(may)
  const options: PickOption[] = [
    ...first.map((act) => ({ act, icon: iconsOf[act] })),
    ...writing.map((act) => ({ act, icon: writingIcons[act] })),
    ...more.map((act) => ({ act, icon: iconsOf[act] })),
  ].map(({ act, icon }) => ({
    key: `do ${act}`,
    label: t(`actions:staff.${act}`),
    start: <Icon name={icon} />,
    end: act in keysOf && <KeyCap keys={keysOf[act as keyof typeof keysOf]} />,
  }))
  return [{ key: 'do', label: t('palette:with', { number: label(atHand.number) }), heading: true, options }]
}

const writingIcons = { reply: 'reply', note: 'note', 'propose-solution': 'bulb' } as const

const useTickets = (typed: string): PickSection[] => {
  const { t } = useWords()
  const { settings, label, read } = useSession()
  const found = useFoundTickets(typed)
  const number = ticketNumberIn(typed, settings.numberPrefix)
  const options: PickOption[] = [
    ...(number === undefined
      ? []
      : [{ key: `go /tickets/${number}`, label: t('palette:number', { number: label(number) }), also: typed }]),
    ...found
      .filter((ticket) => ticket.number !== number)
      .map((ticket) => ({
        key: `go /tickets/${ticket.number}`,
        label: read(ticket.title).text,
        hint: label(ticket.number),
        // found by any of its words, in any language: the list does not ask again
        also: typed,
        start: <StatusGlyph status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />,
      })),
  ]
  return options.length > 0 ? [{ key: 'tickets', label: t('palette:tickets'), options }] : []
}

const usePlaces = (nav: readonly NavSection[], typed: string): PickSection[] => {
  const { t } = useWords()
  const words = typed.trim()
  const places: PickOption[] = placesOf(nav).map(({ label, icon, href, keys }) => ({
    key: `go ${href}`,
    label,
    start: <Icon name={icon} />,
    end: keys && <KeyCap keys={keys} />,
  }))
  const about: PickOption[] = words
    ? [
        {
          key: `go ${pageAddress('/incoming', { queue: 'allOpen', words })}`,
          label: t('palette:goingAbout', { words }),
          also: typed,
          start: <Icon name="list" />,
        },
        {
          key: `go ${pageAddress('/closed', { words })}`,
          label: t('palette:closedAbout', { words }),
          also: typed,
          start: <Icon name="archive" />,
        },
      ]
    : []
  return [{ key: 'places', label: t('palette:goTo'), options: [...places, ...about] }]
}

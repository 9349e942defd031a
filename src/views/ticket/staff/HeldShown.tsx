// What was sent and can still be taken back: whole, with the seconds that are left.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Held } from '../../../conversation/writing/writing.ts'
import { api } from '../../../web/api.ts'
import { undoKeys } from '../../../web/keys.ts'
import { useKeys } from '../../../web/use-keys.ts'
import { Button, Icon, UserText, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { addressOf, isGone, notTakenBack } from './held-in-reach.tsx'
import { useSession } from '../../session.tsx'
import type { Writer } from '../writing/use-writing.tsx'
import styles from './HeldShown.module.css'

type Known = Parameters<Writer['learn']>[0]
type Props = { readonly number: number; readonly writer: Writer; readonly onBack: (held: Held) => void }
type Then = { did?: () => void; failed: (problem: unknown) => void }

export const HeldShown = ({ number, writer, onBack }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const { held } = writer
  const last = held.at(-1)
  const decide = async (asked: Promise<Known>, then: Then) => {
    try {
      writer.learn(await asked)
      then.did?.()
    } catch (problem) {
      then.failed(problem)
      // it may have gone out already: the thread says so
      await api.get<Known>(`/api/v1/tickets/${number}/writing`).then(writer.learn, () => {})
    }
  }
  const say = (problem: unknown) => toasts.show({ text: notTakenBack(problem, t, label(number)), tone: 'danger' })
  const underWay = useRef(new Set<string>())
  const back = (one: Held) => {
    // the second of two quick presses would be told that it had gone out, where the first one took it back
    if (underWay.current.has(one.id)) return
    underWay.current.add(one.id)
    const asked = api.delete<Known>(addressOf(number, one)).finally(() => underWay.current.delete(one.id))
    void decide(asked, { did: () => onBack(one), failed: say })
  }
  // what had gone out by itself is what was asked for
  const now = (one: Held) =>
    decide(api.post(`${addressOf(number, one)}/send`), { failed: (problem) => isGone(problem) || say(problem) })
  // before what was done last: only this runs out
  useKeys({ [undoKeys]: () => last && back(last) }, last !== undefined, { first: true })
  return (
    <div className={styles['heldAll']} role="status">
      {held.map((one) => (
        <One key={one.id} number={number} one={one} onBack={() => back(one)} onNow={() => void now(one)} />
      ))}
    </div>
  )
}

/** One line of it, to be recognised by. */
const withoutSigns = (text: string): string =>
  text
    .replace(/\]\((?:mention:)?[^)\s]*\)/gu, '')
    .replace(/\[@/gu, '@')
    .replace(/[*_`#>[\]\\]+/gu, '')

type OneProps = Pick<Props, 'number'> & {
  readonly one: Held
  readonly onBack: () => void
  readonly onNow: () => void
}

const One = ({ number, one, onBack, onNow }: OneProps) => {
  const { t } = useWords()
  const seconds = useSecondsTo(one.dueAt)
  useGoneOut(number, seconds)
  return (
    <div className={styles['held']}>
      <Icon name="clock" />
      <span className={styles['heldText']}>
        <b aria-hidden>{seconds > 0 ? t('staffTicket:held.in', { count: seconds }) : t('staffTicket:held.now')}</b>
        <UserText form="line">{withoutSigns(one.text)}</UserText>
      </span>
      <Button kind="text" keys={undoKeys} onClick={onBack}>
        {t('actions:undo')}
      </Button>
      <Button kind="text" onClick={onNow}>
        {t('staffTicket:held.sendNow')}
      </Button>
    </div>
  )
}

const useSecondsTo = (dueAt: string): number => {
  const left = () => Math.max(0, Math.ceil((Date.parse(dueAt) - Date.now()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250)
    return () => clearInterval(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `left` only reads the prop
  }, [dueAt])
  return seconds
}

/** The server sends it; the page asks until it has. */
const useGoneOut = (number: number, seconds: number) => {
  const client = useQueryClient()
  const isDue = seconds === 0
  useEffect(() => {
    if (!isDue) return
    const ask = () => {
      for (const key of ['writing', 'ticket', 'conversation', 'history'])
        void client.invalidateQueries({ queryKey: [key, number] })
    }
    const timer = setInterval(ask, 1000)
    return () => clearInterval(timer)
  }, [client, isDue, number])
}

import { useEffect, useRef } from 'react'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'

const milliseconds = 20_000

/** Says to whoever has gone on from a ticket that their message did not go out, and where it waits; false while they are there. */
export const useToldElsewhere = (href: string, number: number): (() => boolean) => {
  const { t } = useWords()
  const { label } = useSession()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])
  return () => {
    if (isHere.current) return false
    toasts.show({
      text: t('written:notSent', { number: label(number) }),
      tone: 'danger',
      milliseconds,
      link: { label: t('written:goThere'), href },
    })
    return true
  }
}

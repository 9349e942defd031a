// What is being written survives a failed send and a reload of the page: it lies in the tab's own storage until it was sent.
import { useCallback, useState } from 'react'
import { keptInTab } from '../../../web/kept.ts'

const nameOf = (key: string) => `sanad.draft.${key}`

export const useDraft = (key: string): readonly [string, (text: string) => void] => {
  const [kept, keep] = useState({ key, text: read(key) })
  const text = kept.key === key ? kept.text : read(key)
  const write = useCallback(
    (next: string) => {
      keep({ key, text: next })
      store(key, next)
    },
    [key],
  )
  return [text, write]
}

const read = (key: string): string => keptInTab.read(nameOf(key)) ?? ''

const store = (key: string, text: string): void =>
  text ? keptInTab.write(nameOf(key), text) : keptInTab.forget(nameOf(key))

// Which rows are chosen. They are kept by number: a row that is laid out elsewhere stays chosen, one that left the list does not.
import { useCallback, useMemo, useRef, useState } from 'react'
import type { SteadyRow } from '../steady-rows.ts'
import { between } from './many.ts'

export type Chosen = ReturnType<typeof useChosen>

const none: ReadonlySet<number> = new Set()

export const useChosen = (rows: readonly SteadyRow[]) => {
  const [numbers, setNumbers] = useState(none)
  const [choosing, setChoosing] = useState(false)
  const last = useRef<number>(undefined)
  const order = useMemo(() => rows.map(({ item }) => item.number), [rows])
  const items = useMemo(
    () => rows.filter(({ item }) => numbers.has(item.number)).map(({ item }) => item),
    [rows, numbers],
  )

  const toggle = useCallback(
    (number: number, upTo = false) => {
      const range = upTo && last.current !== undefined ? between(order, last.current, number) : [number]
      last.current = number
      setNumbers((now) => {
        const next = new Set(now)
        const add = upTo || !now.has(number)
        for (const each of range) {
          if (add) next.add(each)
          else next.delete(each)
        }
        return next
      })
    },
    [order],
  )
  const clear = useCallback(() => {
    setNumbers(none)
    setChoosing(false)
  }, [])

  return {
    items,
    /** Boxes stand before the rows: something is chosen, or choosing was asked for. */
    choosing: choosing || items.length > 0,
    numbers,
    toggle,
    clear,
    begin: () => setChoosing(true),
    all: () => setNumbers(new Set(rows.filter(({ gone }) => !gone).map(({ item }) => item.number))),
    /** Keeps only these: what could not be done stays chosen. */
    keep: (left: readonly number[]) => setNumbers(new Set(left)),
  }
}

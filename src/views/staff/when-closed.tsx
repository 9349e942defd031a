import { useEffect, useRef } from 'react'

/** Runs once what was open is closed, with what it was: to give the focus back to where it was opened from. */
export const useWhenClosed = <Opened,>(opened: Opened | undefined, run: (closed: Opened) => void): void => {
  const before = useRef(opened)
  useEffect(() => {
    const closed = before.current
    before.current = opened
    if (opened === undefined && closed !== undefined) run(closed)
  })
}

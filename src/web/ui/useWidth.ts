import { useLayoutEffect, useRef, useState } from 'react'

/** How wide an element is, known before the first paint and followed after. */
export const useWidth = <T extends HTMLElement>(atFirst: number) => {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(atFirst)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => element.clientWidth && setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { Button } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './ToNewest.module.css'

type Props = { readonly list: RefObject<HTMLOListElement | null>; readonly count: number }

/** A few stand close enough to be thumbed through. */
const few = 8

/** Stands behind the list, where it scrolls with it: a way down to the newest while that is out of sight. */
export const ToNewest = ({ list, count }: Props) => {
  const { t } = useWords()
  const [isBelow, setBelow] = useState(false)
  useEffect(() => {
    const last = list.current?.lastElementChild
    if (count <= few || !last) return
    const watch = new IntersectionObserver((seen) => {
      const now = seen.at(-1)
      if (now) setBelow(!now.isIntersecting && now.boundingClientRect.top > 0)
    })
    watch.observe(last)
    return () => watch.disconnect()
  }, [list, count])
  if (count <= few || !isBelow) return null
  const go = () => {
    const last = list.current?.lastElementChild
    if (!(last instanceof HTMLElement)) return
    // whoever reads on by key or by ear goes on from there
    last.setAttribute('tabindex', '-1')
    last.focus({ preventScroll: true })
    last.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className={styles['place']}>
      <Button size="m" icon="chevron" className={styles['button']} onClick={go}>
        {t('shell:toNewest')}
      </Button>
    </div>
  )
}

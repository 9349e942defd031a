import styles from './KeyCap.module.css'
import { keyCaps, useIsHeard } from '../keys.ts'

/** Keys as one learns them: "g n" is one after the other, "mod+enter" together (⌘ on a Mac, Ctrl elsewhere). */
export const KeyCap = ({ keys }: { readonly keys: string }) => {
  if (!useIsHeard(keys)) return null
  return (
    <span className={styles['caps']} aria-hidden>
      {keyCaps(keys).map((cap, index) => (
        <kbd key={index} className={styles['cap']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}

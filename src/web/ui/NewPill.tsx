import { Icon } from './Icon.tsx'
import styles from './NewPill.module.css'

type Props = { readonly children: string; readonly onShow: () => void }

/** "3 new": what arrived waits here, so that nothing moves under one's eyes. Whoever shows it says so. */
export const NewPill = ({ children, onShow }: Props) => (
  <button type="button" className={styles['pill']} onClick={onShow}>
    <Icon name="arrowUp" size={12} />
    {children}
  </button>
)

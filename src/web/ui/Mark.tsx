import { createContext, use } from 'react'
import styles from './Mark.module.css'

/** Where an organisation's own picture is, shown in place of the product's mark. */
export const LogoContext = createContext<string | null>(null)

/** The organisation's logo; without one the product's mark: a piece of a path, with the ball at its end. It does not turn. */
export const Mark = ({ size = 22 }: { readonly size?: number }) => {
  const logo = use(LogoContext)
  return logo ? <img className={styles['logo']} src={logo} height={size} alt="" /> : <Drawn size={size} />
}

const Drawn = ({ size }: { readonly size: number }) => (
  <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden>
    <rect width="24" height="24" rx="7" fill="var(--accent-solid)" />
    <path d="M5 8h3.5c3.5 0 3 8 6.5 8H16" fill="none" stroke="var(--on-accent)" strokeWidth="2" strokeLinecap="round" />
    <circle cx="17.7" cy="16" r="2.5" fill="var(--on-accent)" />
  </svg>
)

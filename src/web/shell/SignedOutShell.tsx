import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Card, Mark } from '../ui/index.ts'
import { focusFromNowhere } from '../ui/focus.ts'
import styles from './SignedOutShell.module.css'

type Props = {
  readonly organisation: string
  readonly title: string
  readonly lead?: ReactNode
  readonly language?: ReactNode
  readonly footer?: ReactNode
  /** Wider, for the first run's longer form. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Before anybody is known: sign in, an invitation, a new password, the first run. */
export const SignedOutShell = ({ organisation, title, lead, language, footer, wide = false, children }: Props) => {
  const heading = useTakesFocus(title)
  return (
    <div className={styles['shell']}>
      <header className={styles['bar']}>
        <Mark size={26} />
        <bdi className="cut">{organisation}</bdi>
        <span className={styles['language']}>{language}</span>
      </header>
      <main id="main" className={styles['main']} data-wide={wide || undefined}>
        <Card className={styles['card']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead && <p className={styles['lead']}>{lead}</p>}
          <div className={styles['content']}>{children}</div>
        </Card>
        {footer && <div className={styles['footer']}>{footer}</div>}
      </main>
      <PathBehind />
    </div>
  )
}

/** Across pages: the next one may be another frame. */
let before: string | undefined

/** What was sent is gone with its form, and what became of it stands in the title. */
const useTakesFocus = (title: string) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (before !== undefined && before !== title) focusFromNowhere(heading.current)
    before = title
  }, [title])
  return heading
}

/** The product's one drawing, quietly: where a request comes from and where it goes. */
const PathBehind = () => (
  <svg
    className={styles['drawing']}
    viewBox="0 0 1200 160"
    preserveAspectRatio="xMidYMid slice"
    fill="none"
    aria-hidden
  >
    <path
      d="M620 120H760C800 120 800 80 840 80H940C980 80 980 40 1020 40H1240"
      stroke="var(--line-2)"
      strokeWidth="2"
      strokeDasharray=".1 7"
      strokeLinecap="round"
    />
    <path d="M-20 40H180C220 40 220 80 260 80H360C400 80 400 120 440 120H600" stroke="var(--line-2)" strokeWidth="2" />
    <circle cx="606" cy="120" r="7" fill="var(--accent-solid)" />
    <circle cx="606" cy="120" r="14" fill="var(--accent-solid)" opacity=".12" />
  </svg>
)

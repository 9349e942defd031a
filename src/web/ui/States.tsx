import type { ReactNode } from 'react'
import { copyText } from '../copy.ts'
import { Button } from './Button.tsx'
import styles from './States.module.css'

type EmptyProps = {
  readonly title: ReactNode
  readonly children?: ReactNode
  /** One next step. */
  readonly action?: ReactNode
  /** All is done (the ball has arrived), or nothing is here yet (the ball has not set out). */
  readonly mood?: 'done' | 'nothing'
  readonly level?: 1 | 2 | 3
}

/** What it means that nothing is here, and one thing to do next. */
export const EmptyState = ({ title, children, action, mood = 'done', level = 2 }: EmptyProps) => (
  <Middle level={level} drawing={mood === 'done' ? <ArrivedPath /> : <WaitingPath />} title={title} action={action}>
    {children}
  </Middle>
)

type FailedProps = {
  readonly title: ReactNode
  /** What happened and what is safe. */
  readonly children?: ReactNode
  readonly retry?: { readonly label: string; readonly onRetry: () => void; readonly busy?: boolean }
  /** Copied with a click, for whoever looks it up in the log. */
  readonly reference?: { readonly label: string; readonly value: string } | undefined
  readonly level?: 1 | 2 | 3
}

export const FailedState = ({ title, children, retry, reference, level = 2 }: FailedProps) => (
  <div role="alert" className={styles['fill']} data-whole>
    <Middle
      level={level}
      drawing={<BrokenPath />}
      title={title}
      action={
        (retry || reference) && (
          <>
            {retry && (
              <Button kind="primary" icon="refresh" busy={retry.busy ?? false} onClick={retry.onRetry}>
                {retry.label}
              </Button>
            )}
            {reference && (
              <Button onClick={() => void copyText(reference.value).catch(() => undefined)}>
                {reference.label} <bdi className={styles['reference']}>{reference.value}</bdi>
              </Button>
            )}
          </>
        )
      }
    >
      {children}
    </Middle>
  </div>
)

type MiddleProps = { level: 1 | 2 | 3; drawing: ReactNode; title: ReactNode; children: ReactNode; action: ReactNode }

const Middle = ({ level, drawing, title, children, action }: MiddleProps) => {
  const Heading = `h${level}` as const
  return (
    <div className={styles['middle']} data-whole>
      {drawing}
      <Heading className={styles['title']}>{title}</Heading>
      {children && <div className={styles['text']}>{children}</div>}
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  )
}

const line = 'M4 18H70C96 18 92 46 118 46H150'

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg
    className={styles['drawing']}
    width="220"
    height="64"
    viewBox="0 0 220 64"
    fill="none"
    strokeLinecap="round"
    aria-hidden
  >
    {children}
  </svg>
)

const ArrivedPath = () => (
  <Drawing>
    <path d="M176 46H206" stroke="var(--line-2)" strokeWidth="2" strokeDasharray=".1 6" />
    <path d={line} stroke="var(--path-line)" strokeWidth="2" />
    <circle cx="158" cy="46" r="17" fill="var(--accent-soft)" />
    <circle cx="158" cy="46" r="10" fill="var(--accent-solid)" />
    <g className={styles['upright']}>
      <path d="m153.8 46.2 3 3 5.4-6" stroke="var(--on-accent)" strokeWidth="1.8" strokeLinejoin="round" />
    </g>
  </Drawing>
)

const WaitingPath = () => (
  <Drawing>
    <path d="M44 18H70C96 18 92 46 118 46H206" stroke="var(--line-2)" strokeWidth="2" strokeDasharray=".1 6" />
    <circle cx="28" cy="18" r="17" fill="var(--surface-2)" />
    <circle cx="28" cy="18" r="9" stroke="var(--line-control)" strokeWidth="2" />
  </Drawing>
)

const BrokenPath = () => (
  <Drawing>
    <path d="M122 46H206" stroke="var(--line-2)" strokeWidth="2" strokeDasharray=".1 6" />
    <path d="M4 18H70C84 18 86 24 90 30" stroke="var(--path-line)" strokeWidth="2" />
    <circle cx="101" cy="42" r="16" fill="var(--danger-soft)" />
    <path d="M101 35v8" stroke="var(--danger-solid)" strokeWidth="2.4" />
    <circle cx="101" cy="48.2" r="1.5" fill="var(--danger-solid)" />
  </Drawing>
)

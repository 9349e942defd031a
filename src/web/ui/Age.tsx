import styles from './Age.module.css'

export type Pressing = 'fresh' | 'waiting' | 'late'
type Props = {
  readonly pressing: Pressing
  readonly children: string
  readonly dateTime?: string
  readonly title?: string
}

/** How long something waits: the only warm colours of a list, so that the oldest are seen without being looked for. */
export const Age = ({ pressing, children, dateTime, title }: Props) => (
  <time className={styles['age']} data-pressing={pressing} dateTime={dateTime} title={title}>
    {children}
  </time>
)

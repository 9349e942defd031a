import { Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Bars.module.css'

export type Tone = 1 | 2 | 3 | 4 | 'rest'
export type StackPart = {
  readonly key: string
  readonly name: string
  readonly tone: Tone
  readonly closed: number
  /** Its own tickets; what is left over has no address of its own. */
  readonly href: string | undefined
}

type Props = {
  readonly when: string
  readonly parts: readonly StackPart[]
  /** How much of the height all of them take. */
  readonly share: number
  readonly onPoint: (key: string, focused: boolean) => void
  readonly onLeave: () => void
}

/** A bar of parts, each leading to its own tickets. */
export const Stack = ({ when, parts, share, onPoint, onLeave }: Props) => {
  const { t } = useWords()
  return (
    <span className={styles['stack']} style={{ blockSize: `${share * 100}%` }}>
      {parts
        .filter(({ closed }) => closed > 0)
        .map(({ key, name, tone, closed, href }) =>
          href ? (
            <Link
              key={key}
              href={href}
              className={styles['part']}
              data-tone={tone}
              style={{ flexGrow: closed }}
              tabIndex={-1}
              aria-label={t('lookBack:graph.part', { when, name, closed })}
              onPointerEnter={() => onPoint(key, false)}
              onFocus={() => onPoint(key, true)}
              onBlur={onLeave}
            />
          ) : (
            <i key={key} className={styles['part']} data-tone={tone} style={{ flexGrow: closed }} />
          ),
        )}
    </span>
  )
}

/** The parts in words beside their colours, the topmost first as they stand in the bar. */
export const StackTold = ({
  parts,
  chosen,
}: {
  readonly parts: readonly StackPart[]
  readonly chosen: string | undefined
}) => {
  const { format } = useWords()
  return parts
    .toReversed()
    .filter(({ closed }) => closed > 0)
    .map(({ key, name, tone, closed }) => (
      <span key={key} className={styles['toldPart']} data-chosen={key === chosen || undefined}>
        <i data-tone={tone} />
        <bdi>{name}</bdi>
        <span>{format.number(closed)}</span>
      </span>
    ))
}

import { useWords } from '../../words/WordsProvider.tsx'
import styles from './LookBack.module.css'

type Props = {
  readonly from: number | null
  readonly to: number | null
  /** What it means that it grew; nothing where growing is neither. */
  readonly growing?: 'good' | 'bad'
  /** How large the step is, in words. Without it: in percent. */
  readonly say?: (step: number) => string
}

/** ▲ 8%: an arrow for the eye, a word for the ear; colour only repeats whether that is good. */
export const Change = ({ from, to, growing, say }: Props) => {
  const { t, format } = useWords()
  if (from === null || to === null || (!say && from === 0 && to !== 0)) return null
  const step = to - from
  const sized = say ?? ((by: number) => format.number(by / (from || 1), percent))
  const amount = sized(Math.abs(step))
  // A step too small to be said is none.
  if (step === 0 || amount === sized(0)) return <span className={styles['change']}>{t('lookBack:change.none')}</span>
  const mood = growing && (step > 0 === (growing === 'good') ? 'good' : 'bad')
  return <Moved up={step > 0} amount={amount} mood={mood || undefined} />
}

type MovedProps = { readonly up: boolean; readonly amount: string; readonly mood: 'good' | 'bad' | undefined }

/** The step itself, where somebody else has reckoned it. */
export const Moved = ({ up, amount, mood }: MovedProps) => {
  const { t } = useWords()
  return (
    <span className={styles['change']} data-mood={mood}>
      <span aria-hidden>
        {up ? '▲' : '▼'} <bdi>{amount}</bdi>
      </span>
      <span className="sr-only">
        {up ? t('lookBack:change.up', { amount }) : t('lookBack:change.down', { amount })}
      </span>
    </span>
  )
}

const percent = { style: 'percent', maximumFractionDigits: 0 } as const

import { useWords } from '../../words/WordsProvider.tsx'
import type { Tone } from './Stack.tsx'
import styles from './Bars.module.css'

type Props = {
  readonly line: string
  /** Where the bars are of several parts: whose colour is whose. */
  readonly parts?: readonly { readonly key: string; readonly name: string; readonly tone: Tone }[] | undefined
}

/** What the bars are, and what the line across them is. */
export const Legend = ({ line, parts }: Props) => {
  const { t } = useWords()
  return (
    <span className={styles['legend']} data-stacked={parts ? true : undefined}>
      {parts ? (
        parts.map(({ key, name, tone }) => (
          <span key={key}>
            <i data-tone={tone} />
            <bdi>{name}</bdi>
          </span>
        ))
      ) : (
        <span>
          <i data-as="bar" />
          {t('statistics:figure.closed')}
        </span>
      )}
      <span>
        <i data-as="line" />
        {line}
      </span>
    </span>
  )
}

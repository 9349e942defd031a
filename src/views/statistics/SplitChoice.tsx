import { splits, type SplitBy } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { Button, Icon, Menu } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Statistics.module.css'

type Props = {
  readonly split: SplitBy | undefined
  /** The figures of a person are those of all their groups, so they do not stand within one. */
  readonly ofOneGroup: boolean
  readonly onSplit: (split: SplitBy | '') => void
}

/** By whom the bars are told apart. */
export const SplitChoice = ({ split, ofOneGroup, onSplit }: Props) => {
  const { t } = useWords()
  const choices = ofOneGroup ? splits.filter((each) => each === 'group') : splits
  return (
    <Menu
      label={t('lookBack:statistics.splitBy')}
      align="end"
      anchor={(anchor) => (
        <Button {...anchor}>
          <span className={styles['choice']}>
            {split ? t(`statistics:split.${split}`) : t('statistics:split.label')}
            <Icon name="chevron" size={12} />
          </span>
        </Button>
      )}
      groups={[
        [undefined, ...choices].map((each) => ({
          key: each ?? 'none',
          label: t(`statistics:split.${each ?? 'none'}`),
          chosen: each === split,
          onSelect: () => onSplit(each ?? ''),
        })),
      ]}
    />
  )
}

import { splits, type SplitBy } from '../../statistics/closed-tickets-over-time/parts.ts'
import { Button, Menu } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'

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
        <Button {...anchor}>{split ? t(`statistics:split.${split}`) : t('statistics:split.label')}</Button>
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

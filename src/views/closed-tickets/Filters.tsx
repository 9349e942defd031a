import { Fragment, useId, useState } from 'react'
import { endings } from '../../entities/ticket/ticket.ts'
import { scores } from '../../queries/closed-tickets/closed-tickets.ts'
import { Button, Choices } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CustomFilter, useCustomWords } from '../added-fields/CustomFilter.tsx'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import { WordsBox } from '../staff/WordsBox.tsx'
import { howNarrowed, isNarrowed, listed, written } from './asked.ts'
import type { Asked } from './asked.ts'
import { Chip, chipFace } from './Chip.tsx'
import { DaysChip } from './DaysChip.tsx'
import { NumberChip } from './NumberChip.tsx'
import { WhoChip } from './WhoChip.tsx'
import { WhoseChip } from './WhoseChip.tsx'
import styles from './ClosedTickets.module.css'

type Props = {
  readonly asked: Asked
  readonly onChange: (changed: Asked) => void
  readonly onClear: () => void
}

/** On a phone the filters wait behind one button. Words first, then what reads on as a sentence: closed when, with whom, rated how, ended how, reopened or not; then whose. */
export const Filters = ({ asked, onChange, onClear }: Props) => {
  const { t } = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const holding = howNarrowed(asked)
  return (
    <div className={styles['filters']}>
      <div className={styles['search']}>
        <WordsBox
          label={t('closedTickets:search')}
          words={asked.words ?? ''}
          onWords={(words) => onChange({ words, older: '' })}
        />
      </div>
      <span className={styles['fold']}>
        <Button icon="filter" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {holding > 0 ? t('closedTickets:filters.some', { count: holding }) : t('closedTickets:filters.none')}
        </Button>
      </span>
      <div id={id} className={styles['folded']} data-open={open || undefined}>
        <DaysChip of="closed" asked={asked} onChange={onChange} />
        <WhoChip asked={asked} onChange={onChange} />
        <RatingChip asked={asked} onChange={onChange} />
        <EndedChip asked={asked} onChange={onChange} />
        <ReopenedChip asked={asked} onChange={onChange} />
        <DaysChip of="opened" asked={asked} onChange={onChange} />
        <WhoseChip of="customer" asked={asked} onChange={onChange} />
        <WhoseChip of="organisation" asked={asked} onChange={onChange} />
        <NumberChip asked={asked} onChange={onChange} />
        <CustomChips asked={asked} onChange={onChange} />
        {isNarrowed(asked) && (
          <Button kind="text" onClick={onClear}>
            {t('closedTickets:clear')}
          </Button>
        )}
      </div>
    </div>
  )
}

type ChipProps = Pick<Props, 'asked' | 'onChange'>

const RatingChip = ({ asked, onChange }: ChipProps) => {
  const { t, format } = useWords()
  const chosen = listed(scores, asked.score)
  const said = (score: (typeof scores)[number]) =>
    score === 'none' ? t('closedTickets:rating.none') : format.number(Number(score))
  return (
    <Chip
      label={t('closedTickets:rating.label')}
      value={chosen.length > 0 ? format.list(chosen.map(said), 'or') : t('closedTickets:rating.any')}
      onClear={chosen.length > 0 ? () => onChange({ score: '' }) : undefined}
    >
      {() => (
        <Choices
          kind="checkbox"
          name={t('closedTickets:rating.label')}
          choices={scores.map((score) => ({
            value: score,
            label: score === 'none' ? said(score) : `${said(score)} · ${t(`rating:score.${score}`)}`,
          }))}
          chosen={chosen}
          onChosen={(some) => onChange({ score: written(scores, some) })}
        />
      )}
    </Chip>
  )
}

const EndedChip = ({ asked, onChange }: ChipProps) => {
  const { t, format } = useWords()
  const chosen = listed(endings, asked.ended)
  const said = (ending: (typeof endings)[number]) => t(`closedTickets:ended.${ending}`)
  return (
    <Chip
      label={t('closedTickets:ended.label')}
      value={chosen.length > 0 ? format.list(chosen.map(said), 'or') : t('closedTickets:ended.any')}
      onClear={chosen.length > 0 ? () => onChange({ ended: '' }) : undefined}
    >
      {() => (
        <Choices
          kind="checkbox"
          name={t('closedTickets:ended.label')}
          choices={endings.map((ending) => ({ value: ending, label: said(ending) }))}
          chosen={chosen}
          onChosen={(some) => onChange({ ended: written(endings, some) })}
        />
      )}
    </Chip>
  )
}

/** The organisation's own fields: one chip to ask by, and one for each that is asked. */
const CustomChips = ({ asked, onChange }: ChipProps) => {
  const { t } = useWords()
  const custom = customAskedIn(asked)
  return (
    <>
      {useCustomWords(custom).map(({ name, label, said }) => (
        <Fragment key={name}>{chipFace({ label, value: said, onClear: () => onChange({ [name]: '' }) })()}</Fragment>
      ))}
      <CustomFilter
        asked={custom}
        onChange={onChange}
        anchor={(anchor) => (
          <Button {...anchor} kind="text" icon="filter">
            {t('addedFields:filter')}
          </Button>
        )}
      />
    </>
  )
}

const answers = ['no', 'yes', 'any'] as const

const ReopenedChip = ({ asked, onChange }: ChipProps) => {
  const { t } = useWords()
  const chosen = answers.find((answer) => answer === asked.reopened) ?? 'no'
  return (
    <Chip
      label={t('closedTickets:reopened.label')}
      value={t(`closedTickets:reopened.${chosen}`)}
      onClear={chosen === 'no' ? undefined : () => onChange({ reopened: '' })}
    >
      {(close) => (
        <Choices
          kind="radio"
          name={t('closedTickets:reopened.label')}
          choices={answers.map((answer) => ({ value: answer, label: t(`closedTickets:reopened.${answer}`) }))}
          chosen={[chosen]}
          onChosen={([answer]) => {
            close()
            onChange({ reopened: answer === 'no' || !answer ? '' : answer })
          }}
        />
      )}
    </Chip>
  )
}

import { endings } from '../../entities/ticket/ticket.ts'
import { scores } from '../../queries/closed-tickets/closed-tickets.ts'
import { Choices } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Opening } from './adding.tsx'
import { listed, written } from './asked.ts'
import type { Asked } from './asked.ts'
import { Chip } from './Chip.tsx'

type Props = { readonly asked: Asked; readonly onChange: (changed: Asked) => void; readonly opening: Opening }

export const RatingChip = ({ asked, onChange, opening }: Props) => {
  const { t, format } = useWords()
  const chosen = listed(scores, asked.score)
  const said = (score: (typeof scores)[number]) =>
    score === 'none' ? t('closedTickets:rating.none') : format.number(Number(score))
  return (
    <Chip
      {...opening}
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

export const EndedChip = ({ asked, onChange, opening }: Props) => {
  const { t, format } = useWords()
  const chosen = listed(endings, asked.ended)
  const said = (ending: (typeof endings)[number]) => t(`closedTickets:ended.${ending}`)
  return (
    <Chip
      {...opening}
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

const answers = ['no', 'yes', 'any'] as const

export const ReopenedChip = ({ asked, onChange, opening }: Props) => {
  const { t } = useWords()
  const chosen = answers.find((answer) => answer === asked.reopened) ?? 'no'
  return (
    <Chip
      {...opening}
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

import { useQuery } from '@tanstack/react-query'
import { Fragment, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button, Menu } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CustomFilter, useCustomWords } from '../added-fields/CustomFilter.tsx'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import { fieldsQuery } from '../added-fields/fields-question.tsx'
import { WordsBox } from '../staff/WordsBox.tsx'
import { useAdding, useFocusOfAdded, type Added, type Opening } from './adding.tsx'
import { isNarrowed } from './asked.ts'
import type { Asked } from './asked.ts'
import { chipFace } from './Chip.tsx'
import { EndedChip, RatingChip, ReopenedChip } from './ChoiceChips.tsx'
import { DaysChip } from './DaysChip.tsx'
import { holds, kindNames, kinds, type Kind } from './filter-kinds.ts'
import { NumberChip } from './NumberChip.tsx'
import { WhoChip } from './WhoChip.tsx'
import { WhoseChip } from './WhoseChip.tsx'
import styles from './ClosedTickets.module.css'

type Props = {
  readonly asked: Asked
  readonly onChange: (changed: Asked) => void
  readonly onClear: () => void
}

/** Words first, then what holds, read on as a sentence; every other filter waits behind one button. */
export const Filters = ({ asked, onChange, onClear }: Props) => {
  const { t } = useWords()
  const row = useRef<HTMLDivElement>(null)
  const { adding, fresh, add, drop, opening, setIn } = useAdding(asked, onChange)
  const shown = kinds.filter((kind) => kind === adding || holds[kind](asked))
  const custom = customAskedIn(asked)
  const focusBack = useFocusOfAdded(row, fresh, [...shown, ...Object.keys(custom)].join(' '))
  const openingOf = (kind: Added): Opening => {
    const { startsOpen, onOpen } = opening(kind)
    return {
      startsOpen,
      onOpen: (open) => {
        onOpen(open)
        if (!open) focusBack(kind)
      },
    }
  }
  return (
    <div ref={row} className={styles['filters']}>
      <div className={styles['search']}>
        <WordsBox
          label={t('closedTickets:search')}
          words={asked.words ?? ''}
          onWords={(words) => onChange({ words, older: '' })}
        />
      </div>
      {shown.map((kind) => (
        <span key={kind} data-kind={kind} className={styles['piece']}>
          {chips[kind]({ asked, onChange: setIn(kind), opening: openingOf(kind) })}
        </span>
      ))}
      <CustomChips asked={custom} onChange={onChange} adding={adding} opening={openingOf('custom')} />
      <AddFilter shown={shown} adding={adding} onAdd={add} />
      {isNarrowed(asked) && (
        <span className={styles['clear']}>
          <Button
            kind="text"
            onClick={() => {
              drop()
              onClear()
            }}
          >
            {t('closedTickets:clear')}
          </Button>
        </span>
      )}
    </div>
  )
}

type ChipProps = Pick<Props, 'asked' | 'onChange'> & { readonly opening: Opening }

const chips: Record<Kind, (props: ChipProps) => ReactNode> = {
  closed: (props) => <DaysChip of="closed" {...props} />,
  who: (props) => <WhoChip {...props} />,
  rating: (props) => <RatingChip {...props} />,
  ended: (props) => <EndedChip {...props} />,
  reopened: (props) => <ReopenedChip {...props} />,
  opened: (props) => <DaysChip of="opened" {...props} />,
  customer: (props) => <WhoseChip of="customer" {...props} />,
  organisation: (props) => <WhoseChip of="organisation" {...props} />,
  number: (props) => <NumberChip {...props} />,
}

type AddProps = {
  readonly shown: readonly Kind[]
  readonly adding: Added | undefined
  readonly onAdd: (kind: Added) => void
}

const AddFilter = ({ shown, adding, onAdd }: AddProps) => {
  const { t } = useWords()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const left = kinds.filter((kind) => !shown.includes(kind))
  const own = fields.length > 0 && adding !== 'custom'
  if (left.length === 0 && !own) return null
  return (
    <span data-add className={styles['piece']}>
      <Menu
        label={t('closedTickets:addFilter')}
        groups={[
          left.map((kind) => ({ key: kind, label: t(kindNames[kind]), onSelect: () => onAdd(kind) })),
          own ? [{ key: 'custom', label: t('addedFields:filter'), onSelect: () => onAdd('custom') }] : [],
        ]}
        anchor={(anchor) => (
          <Button {...anchor} kind="quiet" size="s" icon="plus">
            {t('closedTickets:addFilter')}
          </Button>
        )}
      />
    </span>
  )
}

type CustomProps = Pick<AddProps, 'adding'> & ChipProps

/** The organisation's own fields: one list to ask by, and a chip for each that is asked. */
const CustomChips = ({ asked, onChange, adding, opening }: CustomProps) => {
  const { t } = useWords()
  return (
    <>
      {useCustomWords(customAskedIn(asked)).map(({ name, label, said }) => (
        <Fragment key={name}>{chipFace({ label, value: said, onClear: () => onChange({ [name]: '' }) })()}</Fragment>
      ))}
      {adding === 'custom' && (
        <span data-kind="custom" className={styles['piece']}>
          <CustomFilter
            {...opening}
            asked={customAskedIn(asked)}
            onChange={onChange}
            anchor={(anchor) => (
              <Button {...anchor} kind="text" icon="filter">
                {t('addedFields:filter')}
              </Button>
            )}
          />
        </span>
      )}
    </>
  )
}

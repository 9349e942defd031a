import { useState } from 'react'
import type { ReactNode } from 'react'
import { Icon, Popover } from '../../web/ui/index.ts'
import type { Anchor } from '../../web/ui/index.ts'
import type { Opening } from './adding.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Chip.module.css'

type FaceProps = { readonly label: string; readonly value: string; readonly onClear: (() => void) | undefined }

/** A filter as a piece of the sentence: Closed 1 Sep – 22 Nov. What holds can be pressed away. */
export const chipFace =
  ({ label, value, onClear }: FaceProps) =>
  (anchor?: Anchor) => <Face label={label} value={value} onClear={onClear} anchor={anchor} />

const Face = ({ label, value, onClear, anchor }: FaceProps & { readonly anchor: Anchor | undefined }) => {
  const { t } = useWords()
  const said = (
    <>
      <span className={styles['key']}>{label}</span> <bdi className={styles['value']}>{value}</bdi>
    </>
  )
  return (
    <span className={styles['chip']} data-holds={onClear ? true : undefined}>
      {anchor ? (
        <button type="button" {...anchor}>
          {said}
          {!onClear && <Icon name="chevron" size={12} />}
        </button>
      ) : (
        <span className={styles['still']}>{said}</span>
      )}
      {onClear && (
        <button
          type="button"
          className={styles['away']}
          aria-label={t('closedTickets:clearOne', { filter: label })}
          title={t('closedTickets:clearOne', { filter: label })}
          onClick={onClear}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}

type ChipProps = FaceProps & Partial<Opening> & { readonly children: (close: () => void) => ReactNode }

export const Chip = ({ children, startsOpen = false, onOpen, ...face }: ChipProps) => {
  const [open, put] = useState(startsOpen)
  const setOpen = (to: boolean) => {
    put(to)
    onOpen?.(to)
  }
  return (
    <Popover open={open} onOpen={setOpen} label={face.label} anchor={chipFace(face)}>
      {children(() => setOpen(false))}
    </Popover>
  )
}

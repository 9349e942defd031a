import { Button, Dialog, Icon, UserText } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { doneIn, leftIn } from './use-many.tsx'
import type { Result, Run } from './use-many.tsx'
import styles from './Many.module.css'

type Props = {
  readonly run: Run
  readonly onStop: () => void
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** How far it is, and of each ticket what became of it: what was refused says why, as it would alone. */
export const ManyDialog = ({ run, onStop, onUndo, onClose }: Props) => {
  const { t } = useWords()
  const { results, deed, undoing, over } = run
  const done = doneIn(run).length
  const undoable = run.undoable.length
  const left = leftIn(run).length
  const settled = results.filter(({ state }) => state !== 'waiting').length
  const title = undoing ? t('many:undoing') : t(`many:doing.${deed.verb}`, { count: results.length })
  return (
    <Dialog
      open
      wide
      onClose={over ? onClose : onStop}
      title={title}
      footer={
        <div className={styles['buttons']}>
          {over && !undoing && undoable > 0 && (
            <Button size="m" icon="undo" onClick={onUndo}>
              {t('many:undo', { count: undoable })}
            </Button>
          )}
          {over ? (
            <Button size="m" kind="primary" onClick={onClose}>
              {t('many:ready')}
            </Button>
          ) : (
            <Button size="m" onClick={onStop}>
              {t('many:stop')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles['progress']}>
        <progress max={results.length} value={settled} aria-label={title} />
        <span role="status">
          {over ? t('many:over', { done, left }) : t('many:soFar', { settled, all: results.length })}
        </span>
      </div>
      <ul className={styles['results']}>
        {results.map((result) => (
          <Line key={result.item.number} result={result} over={over} />
        ))}
      </ul>
    </Dialog>
  )
}

const Line = ({ result: { item, state, sentence }, over }: { readonly result: Result; readonly over: boolean }) => {
  const { t } = useWords()
  const { label, read } = useSession()
  const title = read(item.title)
  const said = state === 'done' ? t('many:done') : state === 'refused' ? sentence : over ? t('many:notBegun') : ''
  return (
    <li className={styles['result']} data-state={state}>
      <Icon name={state === 'done' ? 'check' : state === 'refused' ? 'warning' : 'clock'} />
      <bdi className={styles['number']}>{label(item.number)}</bdi>
      <UserText form="line" lang={title.language} dir={title.dir}>
        {title.text}
      </UserText>
      <span className={styles['said']}>{said}</span>
    </li>
  )
}

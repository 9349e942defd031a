import { useMemo, useState } from 'react'
import { Banner, Button, Refused, Segmented } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { ImportRows } from './ImportRows.tsx'
import { SaveText } from './SaveText.tsx'
import { wills } from './import-questions.tsx'
import type { Preview, Will } from './import-questions.tsx'
import styles from './ImportPeople.module.css'

type Props = {
  readonly name: string
  readonly preview: Preview
  readonly busy: boolean
  readonly problem: string | undefined
  readonly onAnother: () => void
  readonly onBegin: (invite: boolean) => void
}

/** Row by row what an import would do. Nothing is changed before it is begun. */
export const ImportPreview = ({ name, preview, busy, problem, onAnother, onBegin }: Props) => {
  const { t } = useWords()
  const [invite, setInvite] = useState(true)
  const { counts } = preview
  const changing = counts.add + counts.update
  return (
    <div className={styles['preview']}>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <span className="dim">{t('peopleImport:nothingChanged')}</span>
      </p>
      {counts.wrong > 0 && (
        <Banner
          tone="danger"
          action={
            <SaveText name="rejected.csv" text={preview.rejected ?? ''}>
              {t('peopleImport:rejected')}
            </SaveText>
          }
        >
          {t('peopleImport:wrong', { count: counts.wrong })}
        </Banner>
      )}
      {counts.wrong === 0 && changing === 0 && <Banner>{t('peopleImport:nothingToDo')}</Banner>}
      <Rows preview={preview} />
      <Refused>{problem}</Refused>
      <div className={styles['begin']}>
        {counts.wrong === 0 && counts.add > 0 && (
          <label className={styles['invite']}>
            <input type="checkbox" checked={invite} onChange={({ target }) => setInvite(target.checked)} />
            <span>
              {t('peopleImport:invite')}
              <span className="dim">{t('peopleImport:inviteHint')}</span>
            </span>
          </label>
        )}
        <div className={styles['buttons']}>
          <Button size="m" onClick={onAnother}>
            {t('peopleImport:another')}
          </Button>
          {counts.wrong === 0 && changing > 0 && (
            <Button size="m" kind="primary" busy={busy} onClick={() => onBegin(invite && counts.add > 0)}>
              {t('peopleImport:start', { count: changing })}
            </Button>
          )}
        </div>
        {counts.wrong === 0 && changing > 0 && <p className="dim">{t('peopleImport:allOrNothing')}</p>}
      </div>
    </div>
  )
}

/** The wrong ones first, where there are some: they are what one has come to see. */
const Rows = ({ preview }: { readonly preview: Preview }) => {
  const { t, format } = useWords()
  const [which, setWhich] = useState<Will | 'all'>(preview.counts.wrong > 0 ? 'wrong' : 'all')
  const rows = useMemo(
    () => preview.items.filter(({ will }) => which === 'all' || will === which),
    [preview.items, which],
  )
  const options = [
    { value: 'all' as const, label: `${t('peopleImport:all')} ${format.number(preview.rows)}` },
    ...wills
      .filter((will) => preview.counts[will] > 0)
      .map((will) => ({
        value: will,
        label: `${t(`peopleImport:will.${will}`)} ${format.number(preview.counts[will])}`,
      })),
  ]
  return (
    <>
      <div className={styles['which']}>
        <Segmented label={t('peopleImport:show')} value={which} onChange={setWhich} options={options} />
      </div>
      <ImportRows key={which} rows={rows} />
    </>
  )
}

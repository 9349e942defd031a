import { useState } from 'react'
import type { DragEvent } from 'react'
import { columns, mostBytes } from '../../users/import/import-row.ts'
import { Icon, Refused } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { SaveText } from './SaveText.tsx'
import { textOf } from './import-questions.tsx'
import styles from './ImportPeople.module.css'

type Props = { readonly busy: boolean; readonly onText: (name: string, csv: string) => void }

const example = [
  columns.join(','),
  'Salma Idris,salma@example.com,ar,Africa/Cairo,customer,,Nile Textiles',
  'Omar Siddiqui,omar@example.com,en,,representative,Documents,',
].join('\r\n')

/** A file by choosing or by dropping, with what it should look like. */
export const ChooseFile = ({ busy, onText }: Props) => {
  const { t, format } = useWords()
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (file: File | undefined) => {
    if (!file || busy) return
    setProblem(undefined)
    if (file.size > mostBytes) return setProblem(t('peopleImport:tooLarge', { max: format.fileSize(mostBytes) }))
    const text = await textOf(file)
    if (text === undefined) return setProblem(t('peopleImport:unreadable'))
    onText(file.name, text)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <>
      <label
        className={styles['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          disabled={busy}
          onChange={({ target }) => {
            void take(target.files?.[0])
            // the same file again, mended
            target.value = ''
          }}
        />
        <Icon name="upload" size={20} />
        <b>{busy ? t('peopleImport:looking') : t('peopleImport:choose')}</b>
        <span className="dim">{t('peopleImport:drop')}</span>
      </label>
      <Refused>{problem}</Refused>
      <p>{t('peopleImport:about')}</p>
      <p className="dim">{t('peopleImport:columns', { columns: columns.join(', ') })}</p>
      <p>
        <SaveText name="people.csv" text={`\uFEFF${example}\r\n`}>
          {t('peopleImport:sample')}
        </SaveText>
      </p>
    </>
  )
}

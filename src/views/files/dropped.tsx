// Files that are dropped on the page, or pasted into the place where something is written.
import { useEffect, useRef, useState } from 'react'
import type { ClipboardEvent } from 'react'
import { Icon } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Files.module.css'

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]
/** Tables and documents bring a picture of themselves along: their words are meant. */
export const filesPasted = (data: DataTransfer): File[] =>
  data.getData('text/html') && data.getData('text') ? [] : filesIn(data)
const hasFiles = ({ dataTransfer }: DragEvent): boolean => [...(dataTransfer?.types ?? [])].includes('Files')
const isCovered = (): boolean => document.querySelector('dialog:modal') !== null

/**
 * Takes what is dropped anywhere: a file that misses a box would open in place of the page, and take what was written with
 * it. `onPaste` goes to the place; text that is pasted along stays with the box.
 */
export const useDropped = (add: (files: Iterable<File>) => void) => {
  const [over, setOver] = useState(false)
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const ending = new AbortController()
    const on = (name: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void) =>
      window.addEventListener(name, listener, { signal: ending.signal })
    on('dragover', (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (isCovered()) event.dataTransfer!.dropEffect = 'none'
      else setOver(true)
    })
    on('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false))
    on('drop', (event) => {
      setOver(false)
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      if (!isCovered()) latest.current(filesIn(event.dataTransfer))
    })
    return () => ending.abort()
  }, [])
  const onPaste = (event: ClipboardEvent) => {
    const files = filesPasted(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    add(named(files))
  }
  return { over, onPaste }
}

/** Over the whole page while a file hangs above it. */
export const DropHere = ({ over }: { readonly over: boolean }) => {
  const { t } = useWords()
  if (!over) return null
  return (
    <div className={styles['drop']}>
      <p>
        <Icon name="upload" size={18} />
        {t('written:file.drop')}
      </p>
    </div>
  )
}

/** A picture from the clipboard is called image.png by every browser: the hour tells them apart. */
export const named = (files: readonly File[], now = new Date()): File[] =>
  files.map((file, index) => {
    if (!/^image\.\w+$/u.test(file.name)) return file
    const hour = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-')
    const [, ending = 'png'] = /\.(\w+)$/u.exec(file.name) ?? []
    return new File([file], `${hour}${index > 0 ? ` (${index + 1})` : ''}.${ending}`, { type: file.type })
  })

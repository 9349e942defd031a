// Files that are dropped on a place, or pasted into it.
import { useState } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]
const hasFiles = (event: DragEvent): boolean => [...event.dataTransfer.types].includes('Files')

/** Spread over the place; `over` while something hangs above it. Text that is pasted along stays with the box. */
export const useDropped = (add: (files: Iterable<File>) => void) => {
  const [over, setOver] = useState(false)
  return {
    over,
    place: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        add(filesIn(event.dataTransfer))
      },
      onPaste: (event: ClipboardEvent) => {
        const files = filesIn(event.clipboardData)
        if (files.length === 0) return
        event.preventDefault()
        add(named(files))
      },
    },
  }
}

/** A picture from the clipboard is called image.png by every browser: the hour tells them apart. */
export const named = (files: readonly File[], now = new Date()): File[] =>
  files.map((file, index) => {
    if (!/^image\.\w+$/u.test(file.name)) return file
    const hour = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-')
    const [, ending = 'png'] = /\.(\w+)$/u.exec(file.name) ?? []
    return new File([file], `${hour}${index > 0 ? ` (${index + 1})` : ''}.${ending}`, { type: file.type })
  })

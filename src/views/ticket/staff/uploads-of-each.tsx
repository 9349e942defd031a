import type { WrittenFile } from '../../../conversation/writing/writing.ts'
import { useUploads } from '../../files/use-uploads.tsx'
import type { Uploads } from '../../files/use-uploads.tsx'
import type { Writings } from '../writing/use-writing.tsx'
import type { Writing } from './acts.ts'

/** A file goes where it was begun, whichever tab is open as it arrives: one for staff alone must not reach the customer. */
export const useUploadsOfEach = ({ writerOf }: Writings): Readonly<Record<Writing, Uploads>> => {
  const to = (kind: Writing) => (file: WrittenFile) =>
    writerOf(kind).write((before) => ({ files: [...before.files, file] }))
  return {
    reply: useUploads(to('reply')),
    note: useUploads(to('note')),
    'propose-solution': useUploads(to('propose-solution')),
  }
}

import type { Translate } from '../../../words/key.ts'

type Writer = { readonly failed: boolean; readonly isKept: boolean }

/** What stands under a text that is being written: whether it would be there again. */
export function keptStatus(t: Translate, writer: Writer, text: string, isUploading: boolean): string | undefined {
  if (isUploading) return t('written:file.waiting')
  if (writer.failed) return t('written:draftNotKept')
  return text && writer.isKept ? t('written:draftKept') : undefined
}

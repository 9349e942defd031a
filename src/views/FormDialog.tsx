import { useCallback, useRef, useState } from 'react'
import type { ComponentProps, FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { ConfirmDialog, Dialog } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'
import type { Permission } from '../permissions/permissions.ts'
import { FormTouched } from './form-touched.ts'
import { StillMay } from './still-may.tsx'

type Props = ComponentProps<typeof Dialog> & {
  /** More than was typed: what would be lost although nobody wrote it here. */
  readonly isUnsaved?: boolean
  /** Which of several things stands in it: what was typed into the one before is done with. */
  readonly part?: string
  /** The right by which what is written here is saved: that it was taken meanwhile is said, and what was typed stays. */
  readonly needs?: Permission
  /** Asked in place of the usual question. */
  readonly question?: { readonly title: string; readonly text: string; readonly leave: string; readonly back: string }
}

/** A dialog with a form in it: Escape, the × and a press beside it lose nothing that was typed without a question. */
export const FormDialog = ({ isUnsaved = false, part, needs, question, onClose, children, ...dialog }: Props) => {
  const { t } = useWords()
  const [asking, ask] = useState(false)
  const touched = useRef(false)
  const begin = useCallback((element: HTMLDivElement | null) => {
    // what is inside is made anew each time it opens
    if (!element) return
    touched.current = false
    ask(false)
  }, [])
  const touchByButton = useCallback(() => {
    touched.current = true
  }, [])
  const touch = ({ target, currentTarget }: FormEvent<HTMLElement>) => {
    const isSearch = target instanceof HTMLInputElement && target.type === 'search'
    // a dialog that opens from this one asks for itself
    const isOurs = target instanceof Element && target.closest('dialog') === currentTarget.closest('dialog')
    if (isOurs && !isSearch) touched.current = true
  }
  const leave = () => {
    // the question goes first: it hands the focus to the drawer, which hands it to where it came from
    flushSync(() => ask(false))
    onClose()
  }
  return (
    <>
      <Dialog {...dialog} asksFirst onClose={() => (touched.current || isUnsaved ? ask(true) : onClose())}>
        <FormTouched value={touchByButton}>
          <div key={part} ref={begin} onInput={touch}>
            <StillMay needs={needs}>{children}</StillMay>
          </div>
        </FormTouched>
      </Dialog>
      <ConfirmDialog
        // saved meanwhile: there is nothing left to ask about
        open={asking && dialog.open}
        danger
        title={question?.title ?? t('shell:unsaved.title')}
        confirm={question?.leave ?? t('shell:unsaved.leave')}
        cancel={question?.back ?? t('shell:unsaved.back')}
        onConfirm={leave}
        onCancel={() => ask(false)}
      >
        {question?.text ?? t('shell:unsaved.text')}
      </ConfirmDialog>
    </>
  )
}

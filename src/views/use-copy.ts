import { copyText } from '../web/copy.ts'
import { toasts } from '../web/ui/index.ts'
import { useWords } from '../words/WordsProvider.tsx'

/** Copies and says so, or that it could not be done; answers whether it was. */
export function useCopy(): (text: string, said: string) => Promise<boolean> {
  const { t } = useWords()
  return async (text, said) => {
    const done = await copyText(text).then(
      () => true,
      () => false,
    )
    toasts.show({ text: done ? said : t('shell:notCopied') })
    return done
  }
}

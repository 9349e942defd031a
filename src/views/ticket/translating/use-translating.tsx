// What is translated into one language after the other, until all of it is saved at once.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { writtenLanguages } from '../../../fields/multilingual-text/written-languages.ts'
import type { PresentedEvent, PresentedMessage, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { fieldsQuery } from '../../added-fields/fields-question.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { useSession } from '../../session.tsx'
import { useVerb } from '../use-verb.tsx'
import { lacks, nextMissing, textsOf } from './texts-of.ts'

type Changed = Readonly<Record<string, string>>

export const useTranslating = (
  ticket: PresentedTicket,
  messages: readonly PresentedMessage[],
  events: readonly PresentedEvent[],
) => {
  const { t } = useWords()
  const { me, settings, may } = useSession()
  const verb = useVerb(ticket.number)
  const { data: fields = [] } = useQuery({ ...fieldsQuery, enabled: Object.keys(ticket.custom).length > 0 })
  const texts = textsOf(ticket, messages, events, fields, { id: me.id, translatesAll: may('ticket.translate') })
  const offered = [...new Set([...(settings.languages ?? []), ...texts.flatMap(({ text }) => Object.keys(text.texts))])]
  const languages = [...new Set([...offered, ...writtenLanguages])].filter((language) => language !== 'und')
  const [language, setLanguage] = useState(
    () => offered.find((one) => texts.some(({ text }) => lacks(text, one))) ?? languages[0] ?? 'en',
  )
  const [changed, setChanged] = useState<Changed>({})
  const [problem, setProblem] = useState<string>()
  const keyOf = (field: string, into = language) => `${into} ${field}`
  // what was typed for another language is saved with it: turning to the next one loses nothing
  const waiting = languages.flatMap((into) =>
    texts.flatMap(({ field, text }) => {
      const typed = changed[keyOf(field, into)]?.trim()
      return typed && typed !== text.texts[into]?.text ? [{ field, into, typed }] : []
    }),
  )
  const next = nextMissing(texts, offered, language)
  /** False where it was refused; what was saved before that is saved. */
  const save = async (): Promise<boolean> => {
    setProblem(undefined)
    try {
      for (const { field, into, typed } of waiting) {
        await verb.mutateAsync({ verb: 'translate', body: { field, language: into, text: typed } })
        setChanged(({ [keyOf(field, into)]: _saved, ...rest }) => rest)
      }
      toasts.show({ text: t('translating:saved') })
      return true
    } catch (failure) {
      setProblem(sentenceFor(failure, t))
      return false
    }
  }
  return {
    texts,
    languages,
    language,
    setLanguage,
    next,
    valueOf: ({ field, text }: (typeof texts)[number]) => changed[keyOf(field)] ?? text.texts[language]?.text ?? '',
    write: (field: string, text: string) => setChanged((now) => ({ ...now, [keyOf(field)]: text })),
    isUnsaved: waiting.length > 0,
    isSaving: verb.isPending,
    problem,
    save,
  }
}

export type Translating = ReturnType<typeof useTranslating>

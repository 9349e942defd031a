// What was said and what was done on a ticket: two questions that are shown as one, and asked again together.
import { useQuery } from '@tanstack/react-query'
import { conversationQuery, historyQuery } from './ticket-questions.tsx'

export const useSaidAndDone = (number: number) => {
  const said = useQuery(conversationQuery(number))
  const done = useQuery(historyQuery(number))
  return {
    messages: said.data,
    history: done.data,
    /** Why one of the two is not there. What was there once stays, whatever became of asking again. */
    problem: (said.data ? null : said.error) ?? (done.data ? null : done.error),
    askAgain: () => {
      void said.refetch()
      void done.refetch()
    },
  }
}

// The cache of answers. What failed is asked again once where that can help; who is no longer signed in, or lacks the second
// factor that their role asks for since, goes to sign in.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { minute } from '../fields/date-time/spans.ts'
import { Problem } from '../web/problem.ts'

/**
 * Asked without a line too: then it fails, and that is said. Else the library keeps it waiting without a word, and carries out
 * whatever was pressed when the line is back, an hour later.
 */
const networkMode = 'always'

export const openClient = (onSignedOut: () => void): QueryClient => {
  const onError = (problem: unknown) => {
    if (problem instanceof Problem && /^(notSignedIn|secondFactorNeeded)$/.test(problem.code)) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: minute / 2,
        gcTime: 10 * minute,
        retry: mayHelp,
        refetchOnWindowFocus: true,
        networkMode,
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode },
    },
  })
}

/** The interface itself has tried twice. A refusal stays one however often it is asked. */
const mayHelp = (failures: number, problem: unknown): boolean =>
  failures < 1 && problem instanceof Problem && problem.isUncertain

type Now = {
  readonly data: { readonly pages: readonly unknown[] } | undefined
  readonly hasNextPage: boolean
  readonly isError: boolean
}
type Paged = Now & { readonly fetchNextPage: (options: { cancelRefetch: boolean }) => Promise<Now> }

const mostTries = 5

/**
 * The page behind the last one, as somebody asked for it. What comes in at the same moment has the list asked for anew, which ends
 * whatever is on its way: then the page is asked for once more, after that answer and not in its place.
 */
export async function showNextPage(query: Paged): Promise<void> {
  const shown = query.data?.pages.length ?? 0
  for (let tries = 0; tries < mostTries; tries++) {
    const { data, hasNextPage, isError } = await query.fetchNextPage({ cancelRefetch: false })
    if (isError || !hasNextPage || (data?.pages.length ?? 0) > shown) return
  }
}

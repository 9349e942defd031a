import { lazyRouteComponent } from '@tanstack/react-router'
import type { Part } from '../words/languages.ts'
import { needWords } from '../words/load.ts'

/** A page as a chunk of its own, shown once the words are there that only it and its like need. */
export const pageWith = <Page extends Record<string, unknown>, Name extends keyof Page & string>(
  part: Part,
  load: () => Promise<Page>,
  name: Name,
) => lazyRouteComponent(async () => (await Promise.all([load(), needWords(part)]))[0], name)

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { endings, solutionStates, statuses } from '../entities/ticket/ticket.ts'
import { verbs } from '../entities/ticket/verbs.ts'
import { queues } from '../queries/incoming-requests/queues.ts'

const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')

test.each(Object.entries({ verbs, statuses, solutionStates, endings, queues }))(
  'each of the %s that are on the wire has its row in the glossary, in six languages',
  (_, codes) => {
    const said = (code: string) =>
      glossary
        .split('\n')
        .filter((line) => line.startsWith(`| \`${code}\` `))
        .some((line) =>
          line
            .split('|')
            .slice(2, 8)
            .every((word) => word.trim() !== ''),
        )
    expect(codes.filter((code) => !said(code))).toEqual([])
  },
)

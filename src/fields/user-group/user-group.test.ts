import { expect, test } from 'vitest'
import { describeField } from '../../testing/field-suite.server.ts'
import { isId, userGroup } from './user-group.ts'

const group = '01900000-0000-7000-8000-000000000001'
const member = '01900000-0000-7000-8000-00000000000a'

describeField('user group', userGroup({ required: true }), {
  column: 'jsonb',
  right: [
    [{ group }, { group, member: null }],
    [
      { group, member: null },
      { group, member: null },
    ],
    [
      { group, member },
      { group, member },
    ],
    [
      { group, member: member.toUpperCase() },
      { group, member },
    ],
  ],
  wrong: [
    [undefined, 'required'],
    [null, 'required'],
    [group, 'wrongType'],
    [[group], 'wrongType'],
    [{}, 'required', 'group'],
    [{ group: 7 }, 'wrongType', 'group'],
    [{ group: '-'.repeat(36) }, 'wrongType', 'group'],
    [{ group, member: 'Omar' }, 'wrongType', 'member'],
    [{ group, role: 'chief' }, 'unknown', 'role'],
  ],
})

test('an id is what a uuid column takes and nothing else: not 36 hyphens, not braces, no spaces', () => {
  expect(isId(group)).toBe(true)
  for (const wrong of [
    '-'.repeat(36),
    `{${group}}`,
    ` ${group}`,
    `${group}\n`,
    group.replaceAll('-', ''),
    group.slice(1),
  ])
    expect(isId(wrong)).toBe(false)
})

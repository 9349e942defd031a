// Which people are asked for, as the address says it.

export const states = ['active', 'invited', 'inactive', 'all'] as const
export type State = (typeof states)[number]

export type Asked = {
  readonly search: string
  readonly role: string
  readonly group: string
  readonly organisation: string
  readonly state: State
}

export const nobodyInParticular: Asked = { search: '', role: '', group: '', organisation: '', state: 'active' }

export const askedIn = (query: Readonly<Record<string, unknown>>): Asked => {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return {
    search: text('search'),
    role: text('role'),
    group: text('group'),
    organisation: text('organisation'),
    state: states.find((state) => state === query['state']) ?? 'active',
  }
}

/** As the address has it: what is usual is not said. */
export const addressOfAsked = ({ state, ...others }: Asked): Record<string, string | undefined> => ({
  ...others,
  state: state === 'active' ? undefined : state,
})

/** As the interface takes it. */
export const filterOf = ({ state, search, ...others }: Asked) => ({
  ...others,
  search: search.trim(),
  active: state === 'all' ? undefined : state !== 'inactive',
  invited: state === 'invited' ? true : undefined,
})

export const isNarrowed = (asked: Asked): boolean =>
  asked.state !== 'active' || [asked.search, asked.role, asked.group, asked.organisation].some((each) => each !== '')

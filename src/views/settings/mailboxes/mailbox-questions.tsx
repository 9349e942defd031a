import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Security } from '../../../channels/email/mail-host.ts'
import { api } from '../../../web/api.ts'
import type { Tone } from '../../../web/ui/index.ts'
import { changedOf } from '../save-settings.tsx'

export type Mailbox = {
  readonly id: string
  readonly address: string
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly username: string
  readonly folder: string
  readonly active: boolean
  readonly group: string | null
  readonly trustedServer: string | null
  readonly plusAddress: boolean
  readonly state: 'new' | 'reading' | 'failing'
  readonly stateSince: string
  readonly lastError: string | null
  readonly heardAt: string | null
  readonly lastMailAt: string | null
  readonly silent: boolean
}
export type Tried = {
  readonly reached: boolean
  readonly said: string | null
  readonly mails: number | null
  readonly folders: readonly string[]
}

const path = '/api/v1/mailboxes'

/** How a mailbox does changes by itself: it is looked at anew while one looks at it. */
export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: async ({ signal }) => (await api.get<{ items: Mailbox[] }>(path, { signal })).items,
  refetchInterval: 5_000,
})

export type MailboxShown = 'new' | 'reading' | 'failing' | 'paused' | 'silent'

export const shownState = ({ active, silent, state }: Mailbox): MailboxShown =>
  active ? (silent ? 'silent' : state) : 'paused'

const tones: Record<MailboxShown, Tone> = {
  new: 'neutral',
  reading: 'success',
  failing: 'danger',
  paused: 'wait',
  silent: 'danger',
}
export const toneOf = (state: MailboxShown): Tone => tones[state]

/** What the form says; without a password the stored one stays. */
export type MailboxFields = Pick<Mailbox, 'address' | 'host' | 'security' | 'username' | 'folder' | 'plusAddress'> & {
  readonly port: number
  readonly password: string
  readonly group: string | null
  readonly trustedServer: string
}

const wireOf = ({ password, group, trustedServer, ...server }: MailboxFields) => ({
  ...server,
  ...(password && { password }),
  group,
  trustedServer: trustedServer || null,
})

/** `before`: what the form held as it opened. Of a mailbox that is there, what was changed goes, and nothing else. */
export const useSaveMailbox = (mailbox: Mailbox | undefined, before: MailboxFields) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: MailboxFields) => {
      if (mailbox) return api.patch<Mailbox>(`${path}/${mailbox.id}`, changedOf(wireOf(before), wireOf(form)))
      const { group, trustedServer, ...rest } = wireOf(form)
      return api.post<Mailbox>(path, { ...rest, ...(group && { group }), ...(trustedServer && { trustedServer }) })
    },
    onSettled: () => client.invalidateQueries({ queryKey: mailboxesQuery.queryKey }),
  })
}

export const useTryMailbox = (mailbox: Mailbox | undefined) =>
  useMutation({
    mutationFn: ({ host, port, security, username, folder, password }: MailboxFields) =>
      api.post<Tried>(`${path}/try`, {
        host,
        port,
        security,
        username,
        folder,
        ...(mailbox && { id: mailbox.id }),
        ...(password && { password }),
      }),
  })

export const useChangeMailbox = ({ id }: Mailbox) => {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: mailboxesQuery.queryKey })
  return {
    activate: useMutation({ mutationFn: (active: boolean) => api.patch(`${path}/${id}`, { active }), onSettled }),
    remove: useMutation({ mutationFn: () => api.delete(`${path}/${id}`), onSettled }),
  }
}

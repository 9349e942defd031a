import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { Refused, SkeletonRows, toasts } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { rolesQuery } from '../../people/people-questions.tsx'
import { roleName } from '../../people/role-name.tsx'
import { meQuery, useSession } from '../../session.tsx'
import { Failed, sentenceIn } from '../../staff/Failed.tsx'
import { Part } from '../Part.tsx'
import { Switch } from '../Switch.tsx'

/** Which roles ask for a second factor. */
export const SecondFactorPart = () => {
  const { t } = useWords()
  const { may } = useSession()
  const client = useQueryClient()
  const { data: roles, isPending, error, refetch } = useQuery(rolesQuery)
  const change = useMutation({
    mutationFn: ({ key, on }: { key: string; on: boolean }) =>
      api.patch(`/api/v1/roles/${key}`, { requiresSecondFactor: on }),
    onSuccess: () => {
      toasts.show({ text: t('settingsSignIn:saved') })
      void client.invalidateQueries({ queryKey: meQuery.queryKey })
    },
    onSettled: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
  })
  const problem = sentenceIn(change.error, t)
  return (
    <Part title={t('settingsSignIn:factors')} lead={t('settingsSignIn:factorsText')}>
      {isPending && <SkeletonRows shape="text" rows={4} label={t('settingsSignIn:factorsLoading')} />}
      {error && !roles && (
        <Failed title={t('settingsSignIn:factorsFailed')} problem={error} onRetry={() => void refetch()} />
      )}
      {!may('role.manage') && <p className="dim">{t('settingsSignIn:factorsNotYours')}</p>}
      <Refused>{problem}</Refused>
      {may('role.manage') &&
        roles?.map(({ key, requiresSecondFactor }) => {
          const on = change.isPending && change.variables.key === key ? change.variables.on : requiresSecondFactor
          return (
            <Switch
              key={key}
              label={roleName(t, key, roles)}
              hint={t(on ? 'settingsSignIn:factorOn' : 'settingsSignIn:factorOff')}
              on={on}
              onChange={(wanted) => change.mutate({ key, on: wanted })}
            />
          )
        })}
    </Part>
  )
}

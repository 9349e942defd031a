import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Problem } from '../../web/problem.ts'
import { Banner, Button, ButtonLink, EmptyState, Page } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useGo, useQueryOfAddress } from '../staff/address.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { askPreview, beginImport, importQuery } from './import-questions.tsx'
import styles from './ImportPeople.module.css'

/** A file of people: chosen, looked at row by row, then imported. Where it stands is in the address, so that one can leave. */
export const ImportPeople = () => {
  const { t } = useWords()
  const { settings, may } = useSession()
  usePageTitle(t('peopleImport:title'), settings.organisation)
  const go = useGo()
  const asked = useQueryOfAddress()['id']
  const id = typeof asked === 'string' ? asked : ''
  return (
    <Page
      title={t('peopleImport:title')}
      actions={
        <ButtonLink icon="back" href="/people">
          {t('peopleImport:back')}
        </ButtonLink>
      }
    >
      {!may('user.manage') && (
        <EmptyState mood="nothing" title={t('shell:refused.title')}>
          {t('shell:refused.text')}
        </EmptyState>
      )}
      {may('user.manage') &&
        (id ? (
          <Running id={id} onAnother={() => go('/people/import')} />
        ) : (
          <Preparing onBegun={(begun) => go('/people/import', { id: begun })} />
        ))}
    </Page>
  )
}

const Preparing = ({ onBegun }: { readonly onBegun: (id: string) => void }) => {
  const { t } = useWords()
  const [file, setFile] = useState<{ readonly name: string; readonly csv: string }>()
  const preview = useMutation({ mutationFn: askPreview })
  const begin = useMutation({
    mutationFn: ({ csv, invite }: { csv: string; invite: boolean }) => beginImport(csv, invite),
    onSuccess: ({ id }) => onBegun(id),
  })
  const choose = (name: string, csv: string) => {
    setFile({ name, csv })
    preview.mutate(csv)
  }
  if (file && preview.data)
    return (
      <ImportPreview
        name={file.name}
        preview={preview.data}
        busy={begin.isPending}
        problem={sentenceIn(begin.error, t)}
        onAnother={() => {
          setFile(undefined)
          preview.reset()
          begin.reset()
        }}
        onBegin={(invite) => begin.mutate({ csv: file.csv, invite })}
      />
    )
  return (
    <div className={styles['choose']}>
      <ChooseFile busy={preview.isPending} onText={choose} />
      {preview.isError && (
        <Banner tone="danger" live>
          {isEmpty(preview.error) ? t('peopleImport:empty') : sentenceIn(preview.error, t)}
        </Banner>
      )}
    </div>
  )
}

const isEmpty = (problem: unknown): boolean =>
  problem instanceof Problem && problem.errors.some(({ code }) => code === 'required')

const Running = ({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }) => {
  const { t } = useWords()
  const client = useQueryClient()
  const { data, error } = useQuery(importQuery(id))
  const isDone = data?.state === 'done'
  useEffect(() => {
    if (!isDone) return
    for (const key of ['users', 'groups', 'roles', 'organisations']) void client.invalidateQueries({ queryKey: [key] })
  }, [isDone, client])
  return (
    <>
      {error && !data && (
        <Banner tone="danger" live>
          {sentenceIn(error, t)}
        </Banner>
      )}
      {data && <ImportProgress state={data} />}
      {data?.state !== 'waiting' && (
        <p>
          <Button onClick={onAnother}>{t('peopleImport:another')}</Button>
        </p>
      )}
    </>
  )
}

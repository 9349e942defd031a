import { useState } from 'react'
import type { Named } from '../../queries/named.ts'
import { Field, Icon, Popover } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useFormTouched } from '../form-touched.ts'
import { OrganisationPick } from './OrganisationPick.tsx'
import styles from './People.module.css'

type Props = {
  readonly value: Named | null
  readonly error: string | undefined
  readonly onValue: (organisation: Named | null) => void
}

export const OrganisationField = ({ value, error, onValue }: Props) => {
  const { t } = useWords()
  const touched = useFormTouched()
  const [open, setOpen] = useState(false)
  return (
    <Field label={t('people:field.organisation')} hint={t('people:field.organisationHint')} error={error}>
      {(ids) => (
        <Popover
          open={open}
          onOpen={setOpen}
          label={t('people:field.organisation')}
          anchor={(anchor) => (
            <button type="button" {...ids} {...anchor} className={styles['picked']}>
              <bdi>{value?.name ?? t('people:field.noOrganisation')}</bdi>
              <Icon name="chevron" size={14} />
            </button>
          )}
        >
          <OrganisationPick
            chosen={value?.id ?? ''}
            none={t('people:field.noOrganisation')}
            onPick={(organisation) => {
              setOpen(false)
              touched()
              onValue(organisation ? { id: organisation.id, name: organisation.name } : null)
            }}
          />
        </Popover>
      )}
    </Field>
  )
}

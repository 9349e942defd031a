import { expect, test } from 'vitest'
import { settingsAudit } from '../words/en/settings-audit.ts'
import { auditActions } from './actions.ts'

test('the audit log’s filter “A person was reactivated” found nothing: it knew another name than what is written down', () => {
  expect(Object.keys(settingsAudit.did).toSorted()).toEqual(auditActions.toSorted())
})

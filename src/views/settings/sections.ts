// The pages of the settings, in the order in which they are offered. A further page is a line here and a route in
// start/settings-routes.tsx.
import type { Permission } from '../../permissions/permissions.ts'
import type { KeyOf } from '../../words/key.ts'

type Section = {
  readonly path: string
  readonly label: `settings:${KeyOf<'settings'> & `section.${string}`}`
  /** Who manages this part. Whoever manages none is offered no settings. */
  readonly needs: Permission
}

export const sections: readonly Section[] = [
  { path: '/settings/organisation', label: 'settings:section.organisation', needs: 'settings.manage' },
  { path: '/settings/workflow', label: 'settings:section.workflow', needs: 'settings.manage' },
  { path: '/settings/fields', label: 'settings:section.fields', needs: 'settings.manage' },
  { path: '/settings/labels', label: 'settings:section.labels', needs: 'settings.manage' },
  { path: '/settings/interactions', label: 'settings:section.interactions', needs: 'settings.manage' },
  { path: '/settings/mail', label: 'settings:section.mail', needs: 'settings.manage' },
  { path: '/settings/mailboxes', label: 'settings:section.mailboxes', needs: 'settings.manage' },
  { path: '/settings/sign-in', label: 'settings:section.signIn', needs: 'settings.manage' },
  { path: '/settings/keys', label: 'settings:section.keys', needs: 'apiKey.manage' },
  { path: '/settings/audit', label: 'settings:section.audit', needs: 'audit.read' },
]

export const sectionsFor = (may: (permission: Permission) => boolean): readonly Section[] =>
  sections.filter(({ needs }) => may(needs))

// The pages below /settings; each is a chunk of its own, shown inside the settings' shell. Their links: views/settings/sections.ts.
import { createRoute } from '@tanstack/react-router'
import type { AnyRoute } from '@tanstack/react-router'
import { pageWith } from './page-with-words.ts'

export function settingsRoutes<Parent extends AnyRoute>(parent: Parent) {
  const settings = createRoute({
    getParentRoute: () => parent,
    path: '/settings',
    component: pageWith('administration', () => import('../views/settings/SettingsShell.tsx'), 'SettingsShell'),
  })
  const at = <Path extends string, Page extends Record<string, unknown>>(
    path: Path,
    load: () => Promise<Page>,
    name: keyof Page & string,
  ) => createRoute({ getParentRoute: () => settings, path, component: pageWith('administration', load, name) })
  return settings.addChildren([
    at('audit', () => import('../views/settings/audit/AuditLog.tsx'), 'AuditLog'),
    at('organisation', () => import('../views/settings/organisation/Organisation.tsx'), 'Organisation'),
    at('workflow', () => import('../views/settings/Workflow.tsx'), 'Workflow'),
    at('fields', () => import('../views/settings/fields/Fields.tsx'), 'Fields'),
    at('labels', () => import('../views/settings/labels/Labels.tsx'), 'Labels'),
    at('interactions', () => import('../views/settings/interactions/Interactions.tsx'), 'Interactions'),
    at('interactions/$name', () => import('../views/settings/interactions/InteractionPage.tsx'), 'InteractionPage'),
    at('mail', () => import('../views/settings/Mails.tsx'), 'Mails'),
    at('mail/server', () => import('../views/settings/MailServer.tsx'), 'MailServer'),
    at('mailboxes', () => import('../views/settings/mailboxes/Mailboxes.tsx'), 'Mailboxes'),
    at('sign-in', () => import('../views/settings/sign-in/SignInSettings.tsx'), 'SignInSettings'),
    at('keys', () => import('../views/settings/ServiceKeys.tsx'), 'ServiceKeys'),
  ])
}

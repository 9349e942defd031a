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
  const organisation = createRoute({
    getParentRoute: () => settings,
    path: 'organisation',
    component: pageWith(
      'administration',
      () => import('../views/settings/organisation/Organisation.tsx'),
      'Organisation',
    ),
  })
  const workflow = createRoute({
    getParentRoute: () => settings,
    path: 'workflow',
    component: pageWith('administration', () => import('../views/settings/Workflow.tsx'), 'Workflow'),
  })
  const fields = createRoute({
    getParentRoute: () => settings,
    path: 'fields',
    component: pageWith('administration', () => import('../views/settings/fields/Fields.tsx'), 'Fields'),
  })
  const labels = createRoute({
    getParentRoute: () => settings,
    path: 'labels',
    component: pageWith('administration', () => import('../views/settings/labels/Labels.tsx'), 'Labels'),
  })
  const interactions = createRoute({
    getParentRoute: () => settings,
    path: 'interactions',
    component: pageWith(
      'administration',
      () => import('../views/settings/interactions/Interactions.tsx'),
      'Interactions',
    ),
  })
  const interaction = createRoute({
    getParentRoute: () => settings,
    path: 'interactions/$name',
    component: pageWith(
      'administration',
      () => import('../views/settings/interactions/InteractionPage.tsx'),
      'InteractionPage',
    ),
  })
  const mail = createRoute({
    getParentRoute: () => settings,
    path: 'mail',
    component: pageWith('administration', () => import('../views/settings/Mails.tsx'), 'Mails'),
  })
  const mailServer = createRoute({
    getParentRoute: () => settings,
    path: 'mail/server',
    component: pageWith('administration', () => import('../views/settings/MailServer.tsx'), 'MailServer'),
  })
  const mailboxes = createRoute({
    getParentRoute: () => settings,
    path: 'mailboxes',
    component: pageWith('administration', () => import('../views/settings/mailboxes/Mailboxes.tsx'), 'Mailboxes'),
  })
  const signIn = createRoute({
    getParentRoute: () => settings,
    path: 'sign-in',
    component: pageWith(
      'administration',
      () => import('../views/settings/sign-in/SignInSettings.tsx'),
      'SignInSettings',
    ),
  })
  const keys = createRoute({
    getParentRoute: () => settings,
    path: 'keys',
    component: pageWith('administration', () => import('../views/settings/ServiceKeys.tsx'), 'ServiceKeys'),
  })
  const audit = createRoute({
    getParentRoute: () => settings,
    path: 'audit',
    component: pageWith('administration', () => import('../views/settings/audit/AuditLog.tsx'), 'AuditLog'),
  })
  return settings.addChildren([
    audit,
    organisation,
    workflow,
    fields,
    labels,
    interactions,
    interaction,
    mail,
    mailServer,
    mailboxes,
    signIn,
    keys,
  ])
}

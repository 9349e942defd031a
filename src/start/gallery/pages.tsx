import { useState } from 'react'
import { Bell, CustomerShell, LanguageSwitch, NoticeRow, SignedOutShell, StaffShell } from '../../web/shell/index.ts'
import {
  Avatar,
  Button,
  Card,
  IconButton,
  NewPill,
  Page,
  PathDrawing,
  SkeletonRows,
  StatusPill,
  TextField,
  UserText,
} from '../../web/ui/index.ts'
import type { IconName } from '../../web/ui/index.ts'
import { customerPath, returnedOnce, staffLanes } from './paths.ts'
import type { Words } from './words.ts'

type Props = { words: Words }

const navIcons: IconName[] = [
  'inbox',
  'user',
  'users',
  'eye',
  'clock',
  'list',
  'archive',
  'chart',
  'file',
  'people',
  'settings',
]
const languages = [
  { code: 'en', ownName: 'English' },
  { code: 'ar', ownName: 'العربية' },
]

const navOf = (words: Words) => {
  const items = words.nav.map((label, index) => ({
    key: label,
    label,
    icon: navIcons[index] ?? 'list',
    href: '#',
    count: words.counts[index],
    hot: index === 0,
    current: index === 5,
  }))
  return [
    { key: 'queues', items: items.slice(0, 6) },
    { key: 'back', heading: words.headings[0] ?? '', items: items.slice(6, 9) },
    { key: 'organisation', heading: words.headings[1] ?? '', items: items.slice(9) },
  ]
}

const TheBell = ({ words, align = 'end' }: Props & { align?: 'start' | 'end' }) => (
  <Bell
    align={align}
    label={words.notice}
    unread
    title={words.notice}
    action={<Button kind="text">{words.saved}</Button>}
  >
    {(close) =>
      words.notices.map((text, index) => (
        <NoticeRow key={text} unread={index < 2} unreadLabel={words.unread} at={words.ages[index]} onOpen={close}>
          {text}
        </NoticeRow>
      ))
    }
  </Bell>
)

export const StaffPage = ({ words }: Props) => (
  <StaffShell
    words={{ skip: words.skip, main: words.mainNav, openMenu: words.openMenu, closeMenu: words.closeMenu }}
    at="#"
    organisation={words.organisation}
    home="#"
    find={{ label: words.find, keys: 'mod+k', onFind: () => undefined }}
    nav={navOf(words)}
    bell={<TheBell words={words} align="start" />}
    me={{
      name: words.me,
      label: words.more,
      menu: [[{ key: 'out', label: words.close, icon: 'signOut', onSelect: () => undefined }]],
      live: 'live',
      liveLabel: words.live,
    }}
  >
    <Page
      title={words.nav[5]}
      count={words.counts[5]}
      actions={
        <>
          <NewPill onShow={() => undefined}>{words.fresh}</NewPill>
          <Button icon="assign" keys="a">
            {words.assign}
          </Button>
          <IconButton kind="plain" icon="dots" label={words.more} />
        </>
      }
    >
      <StatusPill status="inProgress" label={words.statuses[1] ?? ''} />
      <h2 style={{ fontSize: 20, marginBlock: '6px 10px' }}>
        <UserText form="block">{words.title}</UserText>
      </h2>
      <PathDrawing
        lanes={staffLanes(words)}
        steps={returnedOnce(words)}
        ball={{ lane: 2, initials: words.initials }}
        sentence={
          <>
            <b>{words.has[0]}</b> {words.has[1]}
          </>
        }
        aside={<a href="#why">{words.why}</a>}
      />
      <SkeletonRows rows={6} label={words.find} />
    </Page>
  </StaffShell>
)

export const CustomerPage = ({ words }: Props) => (
  <CustomerShell
    organisation={words.organisation}
    home="#"
    skip={words.skip}
    links={[{ key: 'mine', label: words.nav[1] ?? '', href: '#' }]}
    language={
      <LanguageSwitch
        label={words.language}
        languages={languages}
        current={words.dir === 'rtl' ? 'ar' : 'en'}
        onChange={() => undefined}
      />
    }
    bell={<TheBell words={words} />}
  >
    <div>
      <span className="dim">
        <bdi>T-1042</bdi>
      </span>
      <h1>
        <UserText form="block">{words.title}</UserText>
      </h1>
    </div>
    <Card>
      <div style={{ fontSize: 17, fontWeight: 600 }}>{words.ready}</div>
      <p style={{ fontSize: 15, color: 'var(--text-2)', marginBlockEnd: 14 }}>{words.turn}</p>
      <PathDrawing
        lanes={words.two.map((label, index) => ({ key: label, label, strong: index === 0 }))}
        steps={customerPath(words, 2)}
        ball={{ lane: 0, icon: 'user' }}
      />
    </Card>
    <Card raised>
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', marginBlockEnd: 10 }}>
        <Avatar name={words.reader} ours />
        <b style={{ fontWeight: 600 }}>{words.reader}</b>
      </div>
      <UserText form="body">{words.body}</UserText>
      <div style={{ display: 'grid', gap: 10, marginBlockStart: 16 }}>
        <Button kind="primary" size="l" icon="check" wide>
          {words.yes}
        </Button>
        <Button size="l" wide>
          {words.notYet}
        </Button>
      </div>
    </Card>
  </CustomerShell>
)

export const SignInPage = ({ words }: Props) => {
  const [mail, setMail] = useState('')
  return (
    <SignedOutShell
      organisation={words.organisation}
      title={words.signIn[0] ?? ''}
      lead={words.signIn[1]}
      language={
        <LanguageSwitch
          label={words.language}
          languages={languages}
          current={words.dir === 'rtl' ? 'ar' : 'en'}
          onChange={() => undefined}
        />
      }
      footer={<a href="#forgot">{words.signIn[4]}</a>}
    >
      <TextField large label={words.signIn[2]} type="email" value={mail} onValue={setMail} />
      <TextField large label={words.signIn[3]} type="password" value="" onValue={() => undefined} />
      <Button kind="primary" size="l" wide>
        {words.signIn[0]}
      </Button>
    </SignedOutShell>
  )
}

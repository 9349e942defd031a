import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Age,
  Avatar,
  Avatars,
  Banner,
  Button,
  Composer,
  ConfirmDialog,
  EmptyState,
  FailedState,
  FieldItem,
  FieldList,
  Icon,
  IconButton,
  KeyCap,
  Menu,
  NewPill,
  PathDrawing,
  PickList,
  Pill,
  Popover,
  Segmented,
  SkeletonRows,
  SolutionPill,
  Stars,
  StarsShown,
  StatusGlyph,
  StatusPill,
  TextArea,
  TextField,
  Toasts,
  UserText,
  toasts,
} from '../web/ui/index.ts'
import type { Score } from '../web/ui/index.ts'
import { icons } from '../web/ui/icons.ts'
import type { IconName } from '../web/ui/icons.ts'
import {
  atTheCustomer,
  cancelled,
  customerPath,
  justAsked,
  manyRounds,
  returnedOnce,
  staffLanes,
} from './gallery-paths.ts'
import type { en } from './gallery-words.ts'

type Words = typeof en
const statuses = ['open', 'inProgress', 'responded', 'closed', 'duplicate'] as const
const solutions = ['inReview', 'returned', 'offered', 'accepted', 'declined'] as const
const pressing = ['fresh', 'waiting', 'late'] as const

export const Pieces = ({ words }: { words: Words }) => (
  <main
    style={{
      display: 'grid',
      gap: 24,
      padding: 'clamp(12px, 3vw, 32px)',
      maxInlineSize: 1180,
      margin: '0 auto',
      background: 'var(--surface-1)',
    }}
  >
    <h1 style={{ fontSize: 26 }}>Sanad</h1>
    <Paths words={words} />
    <Small words={words} />
    <Inputs words={words} />
    <Lists words={words} />
    <States words={words} />
    <Toasts label={words.just} dismiss={words.close} />
  </main>
)

const Row = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>{children}</div>
)

const Paths = ({ words }: { words: Words }) => {
  const sentence = (
    <>
      <b>{words.has[0]}</b> {words.has[1]}
    </>
  )
  const ball = { lane: 2, initials: words.initials }
  return (
    <section style={{ display: 'grid', gap: 16 }}>
      <PathDrawing
        lanes={staffLanes(words)}
        steps={returnedOnce(words)}
        ball={ball}
        sentence={sentence}
        aside={<a href="#why">{words.why}</a>}
      />
      <PathDrawing compact lanes={staffLanes(words, 1)} steps={manyRounds(words, 2)} ball={{ ...ball, lane: 1 }} />
      <div style={{ maxInlineSize: 640 }}>
        <PathDrawing
          lanes={staffLanes(words, 1)}
          steps={manyRounds(words, 7)}
          ball={{ ...ball, lane: 1 }}
          sentence={sentence}
        />
      </div>
      <div style={{ maxInlineSize: 720, display: 'grid', gap: 16 }}>
        <PathDrawing
          lanes={staffLanes(words, 1)}
          steps={justAsked(words)}
          ball={{ lane: 1, icon: 'users' }}
          sentence={sentence}
        />
        <PathDrawing
          lanes={staffLanes(words, 0)}
          steps={atTheCustomer(words)}
          ball={{ lane: 0, icon: 'user' }}
          sentence={sentence}
        />
        <PathDrawing lanes={staffLanes(words, -1)} steps={cancelled(words)} sentence={words.statuses[3]} />
      </div>
      <div style={{ maxInlineSize: 420 }}>
        <PathDrawing
          lanes={staffLanes(words)}
          steps={returnedOnce(words)}
          ball={ball}
          sentence={sentence}
          aside={<a href="#why">{words.why}</a>}
        />
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(290px, 1fr))', gap: 24 }}>
        {([0, 1, 2, 3] as const).map((reached) => (
          <PathDrawing
            key={reached}
            lanes={words.two.map((label, index) => ({ key: label, label, strong: index === (reached === 2 ? 0 : 1) }))}
            steps={customerPath(words, reached)}
            ball={reached === 2 ? { lane: 0, icon: 'user' } : { lane: 1, initials: words.initials }}
          />
        ))}
      </div>
    </section>
  )
}

const Small = ({ words }: { words: Words }) => (
  <section style={{ display: 'grid', gap: 14 }}>
    <Row>
      {statuses.map((status, index) => (
        <StatusGlyph key={status} status={status} label={words.statuses[index]} />
      ))}
      {statuses.map((status, index) => (
        <StatusPill key={status} status={status} label={words.statuses[index] ?? ''} />
      ))}
    </Row>
    <Row>
      {solutions.map((state, index) => (
        <SolutionPill key={state} state={state} label={words.solutions[index] ?? ''} />
      ))}
      {pressing.map((press, index) => (
        <Age key={press} pressing={press}>
          {words.ages[index] ?? ''}
        </Age>
      ))}
      <Pill>{words.team}</Pill>
      <NewPill onShow={() => undefined}>{words.fresh}</NewPill>
      <KeyCap keys="mod+k" />
      <KeyCap keys="g n" />
    </Row>
    <Row>
      <Avatar name={words.me} ours />
      <Avatar name={words.customer} />
      <Avatar name={words.reader} size="m" ours />
      <Avatar name={words.customer} size="s" />
      <Avatar size="s" />
      <Avatars>
        <Avatar name={words.reader} size="s" />
        <Avatar name="李雯" size="s" />
      </Avatars>
      <StarsShown value={4} label={words.spoken[3] ?? ''} />
    </Row>
    <Row>
      <Button kind="primary" keys="mod+Enter">
        {words.approve}
      </Button>
      <Button icon="assign" keys="a">
        {words.assign}
      </Button>
      <Button kind="quiet" icon="undo">
        {words.undo}
      </Button>
      <Button kind="danger" size="m">
        {words.closing[3]}
      </Button>
      <Button kind="text">{words.why}</Button>
      <Button disabled>{words.send}</Button>
      <IconButton kind="plain" icon="dots" label={words.more} />
      <Button kind="primary" size="l" icon="check">
        {words.yes}
      </Button>
    </Row>
    <Row>
      {(Object.keys(icons) as IconName[]).map((name) => (
        <span key={name} title={name} style={{ color: 'var(--text-2)' }}>
          <Icon name={name} />
        </span>
      ))}
    </Row>
  </section>
)

const Inputs = ({ words }: { words: Words }) => {
  const [score, setScore] = useState<Score | undefined>(4)
  const [segment, setSegment] = useState('a')
  const [text, setText] = useState(words.draft)
  const [tab, setTab] = useState('reply')
  const [asks, setAsks] = useState(false)
  return (
    <section style={{ display: 'grid', gap: 18, maxInlineSize: 640 }}>
      <TextField large label={words.label[0]} value={words.title} onValue={() => undefined} />
      <TextArea
        large
        label={words.label[1]}
        aside={words.label[2]}
        value={words.body}
        onValue={() => undefined}
        hint={words.saved}
      />
      <TextField
        label={words.label[3]}
        value=""
        placeholder={words.find}
        error={words.label[4]}
        onValue={() => undefined}
      />
      <Segmented
        label={words.find}
        options={[
          { value: 'a', label: words.segment[0] },
          { value: 'b', label: words.segment[1] },
        ]}
        value={segment}
        onChange={setSegment}
      />
      <Stars
        value={score}
        onChange={setScore}
        label={words.rate}
        spoken={words.spoken as [string, string, string, string, string]}
      />
      <Composer
        label={words.tabs[0] ?? ''}
        tabs={[
          { key: 'reply', label: words.tabs[0] ?? '', icon: 'reply' },
          { key: 'note', label: words.tabs[1] ?? '', icon: 'note', inner: true },
          { key: 'solution', label: words.tabs[2] ?? '', icon: 'bulb' },
        ]}
        tab={tab}
        onTab={setTab}
        value={text}
        onValue={setText}
        send={words.send}
        onSend={() => toasts.show({ text: words.toast, undo: { label: words.undo, onUndo: () => undefined } })}
        aside={words.to}
        status={words.saved}
        tools={<IconButton icon="paperclip" label={words.more} />}
      />
      <Row>
        <Button onClick={() => setAsks(true)} className="asks">
          {words.closing[3]}…
        </Button>
        <Button
          className="toasts"
          onClick={() => toasts.show({ text: words.toast, undo: { label: words.undo, onUndo: () => undefined } })}
        >
          {words.toast}
        </Button>
      </Row>
      <ConfirmDialog
        open={asks}
        title={words.closing[0]}
        confirm={words.closing[3] ?? ''}
        cancel={words.cancel}
        danger
        reason={{ label: words.closing[2] ?? '', required: true }}
        onConfirm={() => setAsks(false)}
        onCancel={() => setAsks(false)}
      >
        {words.closing[1]}
      </ConfirmDialog>
    </section>
  )
}

const Lists = ({ words }: { words: Words }) => {
  const [open, setOpen] = useState(false)
  const item = (key: string, icon: IconName, keys: string) => ({
    key,
    label: key,
    icon,
    keys,
    onSelect: () => undefined,
  })
  return (
    <section style={{ display: 'grid', gap: 18, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
      <FieldList>
        <FieldItem label={words.fields[0]} edit={{ label: words.assign, onEdit: () => setOpen(true) }}>
          <Avatar name={words.reader} size="s" ours /> <bdi>{words.reader}</bdi>{' '}
          <span className="dim">· {words.team}</span>
        </FieldItem>
        <FieldItem label={words.fields[1]}>
          <SolutionPill state="returned" label={words.solutions[1] ?? ''} />
        </FieldItem>
        <FieldItem line label={words.fields[2]}>
          <Avatar name={words.customer} size="s" /> <bdi>{words.customer}</bdi>
        </FieldItem>
        <FieldItem label={words.fields[3]}>{words.opened}</FieldItem>
      </FieldList>
      <div style={{ minInlineSize: 0, display: 'grid', gap: 8, alignContent: 'start' }}>
        <UserText form="line">Rechnung 8841 nennt die falsche USt-IdNr., und zwar seit dem 3. November</UserText>
        <UserText form="line" lang="ar">
          لا يمكن تنزيل سند تسليم الشحنة MF-20418 منذ صباح اليوم من الصفحة
        </UserText>
        <UserText form="body">{words.body}</UserText>
      </div>
      <Row>
        <Popover
          open={open}
          onOpen={setOpen}
          label={words.picks[0]}
          anchor={(anchor) => (
            <Button icon="assign" keys="a" className="picks" {...anchor}>
              {words.assign}
            </Button>
          )}
        >
          <PickList
            label={words.picks[0] ?? ''}
            placeholder={words.picks[1] ?? ''}
            nothing={words.picks[2] ?? ''}
            chosen="Documents-0"
            sections={words.groups.map((group, at) => ({
              key: group,
              label: group,
              options: [
                { key: `${group}-any`, label: words.anyone, start: <Avatar size="s" /> },
                ...words.people.slice(at * 2, at * 2 + 2).map((label, index) => ({
                  key: `${group}-${index}`,
                  label,
                  start: <Avatar name={label} size="s" />,
                  hint: words.counts[index] ?? '',
                })),
              ],
            }))}
            onPick={() => setOpen(false)}
          />
        </Popover>
        <Menu
          label={words.more}
          anchor={(anchor) => <IconButton kind="plain" icon="dots" label={words.more} className="menus" {...anchor} />}
          groups={[
            [item(words.assign, 'assign', 'a'), item(words.tabs[1] ?? '', 'note', 'n')],
            [{ ...item(words.closing[3] ?? '', 'close', 'c'), danger: true }],
          ]}
        />
      </Row>
    </section>
  )
}

const States = ({ words }: { words: Words }) => (
  <section style={{ display: 'grid', gap: 14 }}>
    <Banner tone="wait" icon="refresh" live action={<a href="#now">{words.undo}</a>}>
      {words.stale}
    </Banner>
    <Banner tone="wait">{words.returned}</Banner>
    <Banner tone="danger">{words.failed[1]}</Banner>
    <Banner tone="accent">{words.stale}</Banner>
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))', gap: 16 }}>
      <EmptyState
        title={words.empty[0]}
        action={
          <Button icon="inbox" keys="g n">
            {words.empty[2]}
          </Button>
        }
      >
        {words.empty[1]}
      </EmptyState>
      <EmptyState mood="nothing" title={words.nothing[0]} action={<Button>{words.nothing[2]}</Button>}>
        {words.nothing[1]}
      </EmptyState>
      <FailedState
        title={words.failed[0]}
        retry={{ label: words.failed[2] ?? '', onRetry: () => undefined }}
        reference={{ label: words.failed[3] ?? '', value: '7F3K-21' }}
      >
        {words.failed[1]}
      </FailedState>
      <SkeletonRows rows={4} label={words.find} />
    </div>
  </section>
)

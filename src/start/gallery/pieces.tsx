import { solutionStates, statuses } from '../../entities/ticket/ticket.ts'
import {
  Age,
  Avatar,
  Avatars,
  Banner,
  Button,
  EmptyState,
  FailedState,
  Icon,
  IconButton,
  KeyCap,
  NewPill,
  Pill,
  SkeletonRows,
  SolutionPill,
  StarsShown,
  StatusGlyph,
  StatusPill,
  Toasts,
} from '../../web/ui/index.ts'
import { icons } from '../../web/ui/icons.ts'
import type { IconName } from '../../web/ui/icons.ts'
import { Inputs, Lists, Row } from './controls.tsx'
import { Paths } from './drawn-paths.tsx'
import type { Words } from './words.ts'

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
      {solutionStates.map((state, index) => (
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

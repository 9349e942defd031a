import {
  Checkbox,
  MultiSelect,
  NumberInput,
  Select,
  Switch,
  Table,
  Tabs,
  TextInput,
  Textarea,
  Tooltip,
  Button as MantineButton,
} from '@mantine/core'
import type { en } from './gallery-words.ts'

/** Mantine's own controls in our colours, beside ours. */
export const MantineControls = ({ words }: { words: typeof en }) => (
  <section
    style={{
      display: 'grid',
      gap: 14,
      gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
      alignItems: 'start',
    }}
  >
    <TextInput label={words.label[3]} placeholder={words.find} />
    <TextInput label={words.label[3]} error={words.label[4]} defaultValue="MF-20418" />
    <Select label={words.fields[0]} data={words.people} defaultValue={words.people[0]} />
    <MultiSelect label={words.fields[1]} data={words.groups} defaultValue={words.groups} />
    <NumberInput label={words.fields[4]} defaultValue={14} />
    <Textarea label={words.label[1]} defaultValue={words.draft} />
    <div style={{ display: 'grid', gap: 10 }}>
      <Checkbox label={words.closing[3]} defaultChecked />
      <Switch label={words.live} defaultChecked />
      <Tooltip label={words.just} opened>
        <MantineButton>{words.approve}</MantineButton>
      </Tooltip>
      <MantineButton variant="default">{words.cancel}</MantineButton>
      <MantineButton color="red">{words.close}</MantineButton>
    </div>
    <Tabs defaultValue="0">
      <Tabs.List>
        {words.tabs.map((tab, index) => (
          <Tabs.Tab key={tab} value={String(index)}>
            {tab}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
    <Table>
      <Table.Thead>
        <Table.Tr>
          {words.fields.slice(0, 3).map((field) => (
            <Table.Th key={field}>{field}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {words.people.slice(0, 3).map((person) => (
          <Table.Tr key={person}>
            <Table.Td>{person}</Table.Td>
            <Table.Td>{words.team}</Table.Td>
            <Table.Td>{words.ages[1]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </section>
)

import type { Json, NullableJson, NullableText, Text } from './json-columns.ts'

// What administrators shape.

export type AddedFieldRow = {
  key: string
  type: string
  options: Json<Record<string, unknown>>
  label: Text
  help: NullableText
  required: 'never' | 'onSubmission' | 'beforeClosing'
  visible_to: 'everyone' | 'staff'
  position: number
  default_value: NullableJson<unknown>
  retired_at: Date | null
  created_at: Date
}

export type InteractionSettingRow = {
  name: string
  enabled: boolean
  channels: string[] | null
  templates: Json<OwnTemplates>
  changed_at: Date
}

/** Texts that an administrator wrote, by language and by the key of the text that they stand for. */
export type OwnTemplates = Record<string, Record<string, string | string[]>>

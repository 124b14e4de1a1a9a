export const attributeTypes = ['text', 'number', 'date', 'category'] as const
export type AttributeType = (typeof attributeTypes)[number]

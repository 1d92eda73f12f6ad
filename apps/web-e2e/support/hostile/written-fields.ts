import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly maxLength?: number;
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { requestBody?: { content: Readonly<Record<string, { readonly schema: Schema }>> } }>
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const file = join(import.meta.dirname, '../../../../libs/api-client/openapi.json');

/** Every field of the API that takes words of a length: `POST /rounds pots[].name`. */
export function writtenFields(): string[] {
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Described;
  const known = (schema: Schema): Schema => {
    const [part] = schema.allOf ?? schema.oneOf ?? [];
    if (part) return known(part);
    return schema.$ref ? known(components.schemas[schema.$ref.split('/').at(-1)!]!) : schema;
  };
  const fields = (schema: Schema, name: string): string[] => {
    const { type, format, enum: choices, properties = {}, items = {}, maxLength = 0 } = known(schema);
    if (type === 'array') return fields(items, `${name}[]`);
    if (type === 'object')
      return Object.entries(properties).flatMap(([key, one]) => fields(one, name ? `${name}.${key}` : key));
    return type === 'string' && !choices && !format && maxLength >= SHORTEST ? [name] : [];
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        fields(schema, '').map((name) => `${method.toUpperCase()} ${path.replace('/api', '')} ${name}`),
      ),
    ),
  );
}

/** Nothing shorter holds a payload. */
const SHORTEST = 15;

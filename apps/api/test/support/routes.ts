import type { OpenAPIObject } from '@nestjs/swagger';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The part of OpenAPI's schemas that ours use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly example?: Json;
}

export interface Route {
  readonly method: Method;
  /** With its parameters in braces, as OpenAPI has it: `/api/rounds/{slug}`. */
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  /** `undefined` when the route takes no JSON. */
  readonly body: Schema | undefined;
  readonly takesFile: boolean;
}

/** Every address and method that the API describes of itself, in its own order. */
export function routesOf(api: OpenAPIObject): Route[] {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = methods[method];
      if (!operation) return [];
      const content =
        operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
      const parameters = (operation.parameters ?? []).flatMap((one) =>
        'in' in one && one.in === 'query'
          ? [{ name: one.name, required: one.required === true, schema: (one.schema ?? {}) as Schema }]
          : [],
      );
      return [
        {
          method: method.toUpperCase() as Method,
          path,
          query: parameters,
          body: content['application/json']?.schema as Schema | undefined,
          takesFile: 'multipart/form-data' in content,
        },
      ];
    }),
  );
}

/** The smallest value a schema lets through, made without chance. */
export function sample(api: OpenAPIObject, schema: Schema, name = ''): Json {
  const one = resolved(api, schema);
  if (one.example !== undefined) return one.example;
  if (one.enum) return one.enum[0] as Json;
  switch (one.type) {
    case 'object':
      return Object.fromEntries(
        (one.required ?? []).map((key) => [key, sample(api, one.properties?.[key] ?? {}, key)]),
      );
    case 'array':
      return Array.from({ length: one.minItems ?? 1 }, () => sample(api, one.items ?? {}, name));
    case 'integer':
    case 'number':
      return one.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return text(one, name);
  }
}

export function resolved(api: OpenAPIObject, schema: Schema): Schema {
  const [part] = schema.allOf ?? schema.oneOf ?? [];
  if (part) return resolved(api, part);
  if (!schema.$ref) return schema;
  const found = api.components?.schemas?.[schema.$ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`${schema.$ref} is not described`);
  return resolved(api, found as Schema);
}

function text({ format, minLength = 1 }: Schema, name: string): string {
  if (format === 'uuid' || name === 'id' || name.endsWith('Id'))
    return '00000000-0000-4000-8000-000000000000';
  if (format === 'date-time' || name.endsWith('At')) return '2030-01-01T00:00:00.000Z';
  if (format === 'date' || name.endsWith('On') || name === 'dateOfBirth') return '2000-01-01';
  if (name.toLowerCase().endsWith('postcode')) return 'ST1 1AA';
  if (format === 'email' || name === 'email') return 'nobody@test.example';
  // A blank at the end would not be kept.
  return 'a bench by the pond '
    .repeat(Math.ceil(minLength / 20))
    .slice(0, Math.max(minLength, 19))
    .replace(/ $/, 's');
}

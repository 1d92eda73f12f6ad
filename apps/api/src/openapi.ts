import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the whole API: libs/api-client/openapi.json is this, and the web's types come from it. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Common Thread')
    .setDescription('Every refusal is application/problem+json; its `title` is a stable code.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const described = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  letParametersThrough(described);
  return described;
}

/** Which parameters a rule has is the rule's to say, and decorators cannot say "and others". */
function letParametersThrough({ components }: OpenAPIObject): void {
  const spec = components?.schemas?.['RuleSpecDto'];
  if (spec && !('$ref' in spec)) spec.additionalProperties = true;
}

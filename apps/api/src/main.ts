import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/index.js';
import { migrate } from './platform/database/index.js';
import { httpAdapter, prepareHttp } from './platform/http/index.js';

const config = readConfig(process.env);
await migrate(config.ownerDatabaseUrl);
const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), httpAdapter(config), {
  logger: ['error', 'warn'],
});
await prepareHttp(app);
await app.listen(config.port, config.host);

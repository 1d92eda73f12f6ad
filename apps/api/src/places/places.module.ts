import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { ImportPlaces } from './import-places.js';
import { ImportPostcodes } from './import-postcodes.js';
import { PlacesController } from './places.controller.js';
import { PlacesQueries } from './places.queries.js';
import { PlacesRepository } from './places.repository.js';
import { Places } from './places.js';
import { PostcodesController } from './postcodes.controller.js';
import { PostcodesRepository } from './postcodes.repository.js';

@Module({
  imports: [IdentityModule],
  controllers: [PlacesController, PostcodesController],
  providers: [ImportPlaces, ImportPostcodes, Places, PlacesQueries, PlacesRepository, PostcodesRepository],
  exports: [Places],
})
export class PlacesModule {}

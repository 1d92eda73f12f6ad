import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Every page is rendered on request; those of signed-in people say nothing yet when they leave the server. */
export const serverRoutes: ServerRoute[] = [{ path: '**', renderMode: RenderMode.Server }];

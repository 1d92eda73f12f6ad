import type { HttpResourceRequest } from '@angular/common/http';
import type { Session } from './session.js';

/**
 * A read whose answer depends on who asks. Called in a resource's request function, it makes the resource ask again once
 * somebody is known; and then past the answer in the page the server sent, which was for nobody in particular.
 */
export function asReader(session: Session, request: HttpResourceRequest): HttpResourceRequest {
  return session.me() === null ? request : { ...request, transferCache: false };
}

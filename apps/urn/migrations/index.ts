import { CreateUrn1764100000000 } from './1764100000000-create-urn.js';
import { CreateLog1764100001000 } from './1764100001000-create-log.js';
import { CastBallot1764100002000 } from './1764100002000-cast-ballot.js';
import { CreatePaper1764100003000 } from './1764100003000-create-paper.js';
import { CreatePaperSample1764100004000 } from './1764100004000-create-paper-sample.js';

/** In the order they run. After a release only forwards. */
export const migrations = [
  CreateUrn1764100000000,
  CreateLog1764100001000,
  CastBallot1764100002000,
  CreatePaper1764100003000,
  CreatePaperSample1764100004000,
];

import { HttpContextToken } from '@angular/common/http';

/** Set on calls that make or end a session: they carry no token and are not tried again. */
export const WITHOUT_SESSION = new HttpContextToken<boolean>(() => false);

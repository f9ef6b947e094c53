import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { roles, type Role } from '@beian/contracts';

/** Outside parties that call back. */
export type Party = 'authority' | 'carrier' | 'courier';

/** Who may call a route: roles of an access token, or an outside party by its signature. */
export type RouteAccess =
  { readonly kind: 'token'; readonly roles: readonly Role[] } | { readonly kind: 'signature'; readonly party: Party };

export const routeAccess = Symbol('routeAccess');

/** The one place where a route says whose function it is. A route without it lets nobody in. */
export const For = (...allowed: readonly [Role, ...Role[]]) =>
  applyDecorators(
    SetMetadata(routeAccess, { kind: 'token', roles: allowed } satisfies RouteAccess),
    ApiBearerAuth('access-token'),
    ApiExtension('x-roles', [...allowed]),
  );

/** For every role that signs in through the gateway. */
export const ForEverybody = () => For(...(roles.filter((role) => role !== 'authority') as [Role, ...Role[]]));

/** Who fills in and submits. */
export const ForApplicants = () => For('applicant', 'agent');

/** Who decides at the review desk. */
export const ForReviewers = () => For('reviewer', 'senior');

/** For one outside party, which signs the body as it is sent. */
export const ForParty = (party: Party) =>
  applyDecorators(
    SetMetadata(routeAccess, { kind: 'signature', party } satisfies RouteAccess),
    ApiSecurity('callback-signature'),
    ApiExtension('x-roles', []),
  );
